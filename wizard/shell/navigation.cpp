#include "wizard/shell/navigation.h"

namespace wizard::shell {

Navigation::Navigation(const Flow &flow, QObject *parent) : QObject(parent), m_flow(flow) { }

void Navigation::begin()
{
    m_trail.clear();
    m_current = m_flow.start();
    emit arrived(m_current);
}

void Navigation::go(const QString &screen)
{
    // Somewhere again where one has been: back then leads to what was before it, never in a circle.
    const qsizetype seen = m_trail.indexOf(screen);
    if (seen >= 0)
        m_trail = m_trail.mid(0, seen);
    else if (!m_current.isEmpty() && m_current != screen)
        m_trail += m_current;
    m_current = screen;
    emit arrived(screen);
}

void Navigation::take(const QString &outcome)
{
    const QString target = m_flow.after(m_current, outcome);
    if (target == m_flow.start())
        return begin();
    if (!target.isEmpty())
        go(target);
}

void Navigation::back()
{
    if (m_trail.isEmpty())
        return;
    m_current = m_trail.takeLast();
    emit arrived(m_current);
}

bool Navigation::jump(const QString &screen)
{
    if (!m_flow.knows(screen))
        return false;
    if (screen != m_current)
        go(screen);
    return true;
}

} // namespace wizard::shell
