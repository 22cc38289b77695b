// Asks one probe one question and waits for all its facts.
#pragma once

#include "probes/login.h"
#include "probes/look.h"
#include "support/loop.h"
#include "support/scripted_server.h"

#include <QStringList>

namespace support {

inline const QString canary = QStringLiteral("kanarie-9Zx!q");

/// Facts of a probe that was made; empty if it did not end.
inline QList<model::Fact> answers(probes::Probe &probe)
{
    QList<model::Fact> facts;
    bool done = false;
    QObject::connect(&probe, &probes::Probe::noted, &probe,
                     [&facts](const model::Fact &fact) { facts.append(fact); });
    QObject::connect(&probe, &probes::Probe::finished, &probe, [&done] { done = true; });
    probe.start();
    return until([&done] { return done; }) ? facts : QList<model::Fact>();
}

struct Question
{
    net::Environment environment;
    model::Case visit;
    model::Secret password{canary};
    model::Endpoint endpoint;

    Question(const ScriptedServer &server, const model::Endpoint &door, double boundsFactor = 0.05)
        : environment(server.environment(door, boundsFactor)), endpoint(door)
    {
        visit.address = QStringLiteral("hanako@practice.example");
        visit.passwordGiven = true;
    }
    QList<model::Fact> look()
    {
        return answers(*probes::look::make({{}, endpoint, QStringLiteral("127.0.0.1"), {}}, context()));
    }
    QList<model::Fact> login(const QString &form = QStringLiteral("address"))
    {
        return answers(*probes::login::make({{}, endpoint, QStringLiteral("127.0.0.1"), form}, context()));
    }
    probes::Context context() const { return {&environment, &visit, &password}; }
};

/// "connect none, greeting silent": the verdict of a whole conversation in one line.
inline QString told(const QList<model::Fact> &facts)
{
    QStringList words;
    for (const model::Fact &fact : facts)
        words.append(model::name(fact.step) + u' ' + model::name(fact.failure));
    return words.join(QStringLiteral(", "));
}

} // namespace support
