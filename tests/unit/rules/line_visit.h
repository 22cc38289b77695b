// A visit in which the line is asked about: pages, routers, name servers, the way itself.
#pragma once

#include "unit/rules/visit_builder.h"

#include <initializer_list>

namespace support {

inline const QString foreignIp = QStringLiteral("203.0.113.9");

inline QJsonArray list(std::initializer_list<const char *> texts)
{
    QJsonArray array;
    for (const char *text : texts)
        array.append(QString::fromUtf8(text));
    return array;
}

struct LineVisit : Visit
{
    LineVisit() { fact(Step::Link, {}); }
    LineVisit &fact(Step step, const Endpoint &endpoint, Failure failure = Failure::None,
                    const QJsonObject &seenThere = {}, qint64 ms = 20,
                    const QString &ip = QStringLiteral("192.0.2.1"))
    {
        Visit::fact(step, endpoint, failure, seenThere, ms, ip);
        return *this;
    }
    LineVisit &works(const Endpoint &door)
    {
        Visit::works(door);
        return *this;
    }

    /// Every mail door of both hosts, at two different machines, ends like this.
    LineVisit &allDoors(Failure failure, qint64 ms = 10'000)
    {
        quint16 last = 1;
        for (const Endpoint &door : {imap, smtp})
            for (const quint16 port : doorsOf(door)) {
                Endpoint tried = door;
                tried.port = port;
                fact(Step::Connect, tried, failure, {}, ms, QStringLiteral("203.0.113.%1").arg(last));
                last = door == imap && port == 110 ? 2 : last;
            }
        return *this;
    }
    LineVisit &resolves(Failure failure = Failure::None)
    {
        fact(Step::Resolve, nameOf(imap), failure);
        fact(Step::Resolve, nameOf(smtp), failure);
        return *this;
    }
    LineVisit &page(const char *host, Failure failure, const QJsonObject &seenThere = {})
    {
        fact(Step::Web, {QString::fromLatin1(host), 80, Protocol::Imap, Security::Plain}, failure, seenThere);
        return *this;
    }
    LineVisit &genuinePage(int clockAhead = 0, const char *host = "page.example")
    {
        return page(host, Failure::None,
                    {{seen::httpStatus, 200}, {seen::asExpected, true}, {seen::clockAhead, clockAhead}});
    }
    LineVisit &foreignPage(int status = 302, const QString &leadsTo = QStringLiteral("portal.example"))
    {
        QJsonObject there{{seen::httpStatus, status}, {seen::asExpected, false}};
        if (!leadsTo.isEmpty())
            there.insert(seen::redirectHost, leadsTo);
        return page("page.example", Failure::None, there);
    }
    LineVisit &router(Failure failure, const QJsonObject &seenThere = {})
    {
        fact(Step::Gateway, {}, failure, seenThere, 20, QStringLiteral("192.168.0.1"));
        return *this;
    }
    LineVisit &nameServer(const char *ip, Failure failure, const QJsonObject &seenThere = {})
    {
        fact(Step::NameServer, nameOf(imap), failure, seenThere, 20, QString::fromLatin1(ip));
        return *this;
    }
    Verdict judged() const { return rules::judge(*this, usual()); }

    static Endpoint nameOf(Endpoint door)
    {
        door.port = 0;
        return door;
    }
    static QList<quint16> doorsOf(const Endpoint &door)
    {
        return door.protocol == Protocol::Smtp ? QList<quint16>{587, 465, 25}
                                               : QList<quint16>{993, 143, 995, 110};
    }
};

inline QString idsOf(const Verdict &verdict)
{
    QStringList ids;
    for (const Finding &finding : verdict.findings)
        if (!ids.contains(finding.id))
            ids.append(finding.id);
    return ids.join(u' ');
}

} // namespace support
