// Where the person is, and how they came there. Knows ids, no widgets.
#pragma once

#include "wizard/shell/flow.h"

#include <QObject>

namespace wizard::shell {

class Navigation : public QObject
{
    Q_OBJECT
public:
    explicit Navigation(const Flow &flow, QObject *parent = nullptr);

    QString current() const { return m_current; }
    bool canGoBack() const { return !m_trail.isEmpty(); }

    void begin(); ///< the first screen, with an empty trail
    void take(const QString &outcome); ///< as flow.json says; an outcome it does not know is ignored
    void back();
    bool jump(const QString &screen); ///< false for an unknown number

signals:
    void arrived(const QString &screen);

private:
    void go(const QString &screen);

    Flow m_flow;
    QString m_current;
    QStringList m_trail;
};

} // namespace wizard::shell
