// Which screen follows which: resources/flow.json, so that a new branch is a line of data.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace wizard::shell {

class Flow
{
public:
    /// Reads :/flow.json. error() names what is wrong with it.
    static Flow read(const QString &path = QStringLiteral(":/flow.json"));

    QString error() const { return m_error; }
    QString start() const { return m_start; }
    QStringList screens() const { return m_order; }
    bool knows(const QString &screen) const { return m_branches.contains(screen); }
    /// Outcome names of a screen.
    QStringList outcomes(const QString &screen) const { return m_branches.value(screen).keys(); }
    /// Empty if nothing follows: the end, or an outcome that is not in the data.
    QString after(const QString &screen, const QString &outcome) const;

private:
    QString m_error, m_start;
    QStringList m_order;
    QHash<QString, QHash<QString, QString>> m_branches;
};

} // namespace wizard::shell
