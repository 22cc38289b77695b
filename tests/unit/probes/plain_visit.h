// A visit for probes that ask about the line, and a world that would let them ask anybody.
#pragma once

#include "model/seen.h"
#include "net/environment.h"
#include "probes/probe.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QTcpServer>

namespace support {

using model::Endpoint;
using model::Fact;
using model::Failure;
using model::Protocol;
using model::Security;
using model::Step;
namespace seen = model::seen;

inline const Endpoint imap{QStringLiteral("imap.made.test"), 993, Protocol::Imap, Security::Tls};
inline const Endpoint smtp{QStringLiteral("smtp.made.test"), 587, Protocol::Smtp, Security::StartTls};

/// Two servers of a pack that resolve; what they did then is added fact by fact.
struct PlainVisit : model::Case
{
    PlainVisit()
    {
        address = QStringLiteral("hanako@made.test");
        startedAt = QDateTime::currentDateTimeUtc();
        model::Provider pack;
        pack.id = QStringLiteral("made");
        pack.domains = QStringList{QStringLiteral("made.test")};
        pack.incoming = {{imap, {QStringLiteral("address")}, true}};
        pack.outgoing = {{smtp, {QStringLiteral("address")}, true}};
        provider = pack;
        fact(Step::Link, {}, Failure::None);
        for (Endpoint door : {imap, smtp}) {
            door.port = 0;
            fact(Step::Resolve, door, Failure::None,
                 {{seen::addresses, QJsonArray{QStringLiteral("203.0.113.1")}}});
        }
    }
    PlainVisit &fact(Step step, const Endpoint &door, Failure failure, const QJsonObject &there = {},
                     qint64 ms = 20)
    {
        add({0, step, door, QStringLiteral("203.0.113.1"), failure, ms, there, {}});
        return *this;
    }
    PlainVisit &bothDoors(Failure failure)
    {
        return fact(Step::Connect, imap, failure).fact(Step::Connect, smtp, failure);
    }
};

/// A world with pages, open to all: what would be asked if nothing held us back.
inline net::Environment openWorld()
{
    net::Environment world;
    world.bounds = world.bounds.scaled(0.1);
    world.webChecks = {{QStringLiteral("page.test"), QStringLiteral("/check.txt"), 200, "fine"},
                       {QStringLiteral("203.0.113.80"), QStringLiteral("/"), 0, {}}};
    return world;
}

inline QString keys(const QList<probes::Job> &jobs)
{
    QStringList all;
    for (const probes::Job &job : jobs)
        all.append(job.key);
    return all.join(QStringLiteral(", "));
}

/// A port of this machine at which nobody listens.
inline quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

inline QString here()
{
    return QStringLiteral("127.0.0.1");
}

} // namespace support
