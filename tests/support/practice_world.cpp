#include "support/practice_world.h"

namespace support {

PracticeWorld::PracticeWorld(const QStringList &faults, double speed, double scanSeconds)
{
    provider.setSpeed(speed);
    m_started = provider.start(faults, scanSeconds);
    if (!m_started)
        qWarning("practice provider: %s", qPrintable(provider.error()));
}

net::Environment PracticeWorld::environment(double boundsFactor) const
{
    net::Environment environment;
    environment.bounds = environment.bounds.scaled(boundsFactor);
    environment.route = provider.route();
    environment.extraAnchors = provider.anchors();
    return environment;
}

quint16 PracticeWorld::port(quint16 standardPort) const
{
    const auto detour = provider.route().of(QStringLiteral("mail.practice.example"), standardPort);
    return detour ? detour->port : 0;
}

} // namespace support
