// One registry key of Outlook, read with care: what is not of the kind that it should be is said.
#pragma once

#include "mailapps/registry.h"
#include "model/mailapp.h"

namespace mailapps::outlook {

class Key
{
public:
    Key(const Registry &registry, QString path, QList<model::Unreadable> *unreadable)
        : m_registry(registry), m_path(std::move(path)), m_unreadable(unreadable)
    {
    }

    /// REG_SZ, or UTF-16 in REG_BINARY (until 2010), without white space around it. Empty if absent or wrong.
    QString text(const QString &name) const;
    std::optional<quint32> number(const QString &name) const;
    bool flag(const QString &name) const { return number(name).value_or(0) != 0; }
    QByteArray bytes(const QString &name) const;

    const QString &path() const { return m_path; }
    void wrong(const QString &name, const QString &why = QStringLiteral("malformed")) const;

private:
    const Registry &m_registry;
    QString m_path;
    QList<model::Unreadable> *m_unreadable;
};

} // namespace mailapps::outlook
