// A running practice provider and the environment that leads a probe to it.
#pragma once

#include "net/environment.h"
#include "practice/practice_provider.h"

namespace support {

class PracticeWorld
{
public:
    /// `speed`: the servers' waits are divided by it.
    explicit PracticeWorld(const QStringList &faults = {}, double speed = 20, double scanSeconds = 75);

    bool started() const { return m_started; }
    /// Routes, trust and time limits; the limits multiplied by `boundsFactor`.
    net::Environment environment(double boundsFactor = 0.1) const;
    /// The port on loopback behind a standard port of mail.practice.example.
    quint16 port(quint16 standardPort) const;

    practice::PracticeProvider provider;

private:
    bool m_started = false;
};

} // namespace support
