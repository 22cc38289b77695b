#include "session/lines.h"

#include "session/servers.h"

#include <QMap>

#include <algorithm>

namespace session {

namespace {

using model::Fact;
using model::Protocol;
using model::Step;

/// How one door, or one name, came out: any address that answers is enough, but the others are remembered.
struct Tally
{
    bool fine = false;
    bool failed = false;
};

using Tallies = QMap<QString, Tally>;

bool isReceiving(const model::Endpoint &endpoint)
{
    return endpoint.protocol != Protocol::Smtp;
}

/// Does this question belong to that line of the list?
bool belongs(const Asked &asked, const QString &line)
{
    if (asked.kind == u"link" || asked.kind == u"login" || asked.kind == u"mailbox")
        return asked.kind == line;
    if (asked.kind == u"gateway" || asked.kind == u"web" || asked.kind == u"control" || asked.kind == u"path")
        return line == u"link";
    if (asked.kind == u"name-server")
        return line == u"name";
    if (asked.kind == u"tls-look")
        return line == u"encryption";
    if (asked.kind == u"junk" || asked.kind == u"fetch")
        return line == u"mailbox";
    if (asked.kind == u"resolve" || asked.kind == u"name")
        return line == u"name";
    if (Runner::logsIn(asked.kind))
        return false;
    if (line == u"encryption")
        return asked.endpoint.security != model::Security::Plain;
    return (line == u"receive" && isReceiving(asked.endpoint))
        || (line == u"send" && !isReceiving(asked.endpoint));
}

/// Does this fact decide that line?
bool decides(const Fact &fact, const QString &line)
{
    switch (fact.step) {
    case Step::Link:
    case Step::Gateway:
        return line == u"link";
    case Step::NameServer:
    case Step::Resolve:
        return line == u"name";
    case Step::Connect:
    case Step::Greeting:
        return line == (isReceiving(fact.endpoint) ? u"receive" : u"send");
    case Step::Secure:
        return line == u"encryption";
    case Step::Login:
        return line == u"login" && fact.failure != model::Failure::NotTried;
    case Step::Mailbox:
        return line == u"mailbox";
    case Step::Web:
    case Step::Control:
    case Step::Capabilities:
    case Step::TlsLook:
    case Step::Path:
    case Step::Junk:
    case Step::Fetch:
    case Step::Submit:
    case Step::Arrive:
        return false;
    }
    Q_UNREACHABLE();
}

Tallies tally(const model::Case &visit, const QString &line)
{
    const QList<model::Endpoint> wanted = configuredServers(visit);
    Tallies tallies;
    for (const Fact &fact : visit.facts) {
        if (!decides(fact, line))
            continue;
        // Doors that nobody uses may be closed without being anybody's trouble
        const bool used = fact.endpoint.port == 0 || wanted.isEmpty()
            || std::any_of(wanted.begin(), wanted.end(), [&fact](const model::Endpoint &door) {
                              return door.host == fact.endpoint.host && door.port == fact.endpoint.port;
                          });
        if (!used)
            continue;
        // A connection that stands says nothing yet about the greeting; one that fails says all
        const bool fine = fact.ok() && fact.step != Step::Connect;
        Tally &door = tallies[line == u"name" ? fact.endpoint.host : fact.endpoint.text()];
        door.fine = door.fine || fine;
        door.failed = door.failed || !fact.ok();
    }
    return tallies;
}

Line::State judged(const Tallies &tallies)
{
    int fine = 0, bad = 0;
    bool blemish = false;
    for (const Tally &door : tallies) {
        fine += door.fine;
        bad += !door.fine && door.failed;
        blemish = blemish || (door.fine && door.failed);
    }
    if (fine + bad == 0)
        return Line::State::Skipped;
    if (fine == 0)
        return Line::State::Bad;
    return bad > 0 || blemish ? Line::State::Attention : Line::State::Fine;
}

Line appsLine(const model::Case &visit, const Progress &progress)
{
    Line line{QStringLiteral("apps"), Line::State::Waiting, visit.appsRead ? 1 : 0, 1, {}};
    if (progress.readingApps) {
        line.state = Line::State::Running;
        line.done = 0;
        return line;
    }
    if (!visit.appsRead)
        return line;
    line.state = visit.apps.isEmpty() ? Line::State::Skipped : Line::State::Fine;
    for (const model::MailApp &app : visit.apps) {
        if (line.subject.isEmpty())
            line.subject = app.id;
        for (const model::AppProfile &profile : app.profiles) {
            const bool stuck = std::any_of(profile.outboxes.begin(), profile.outboxes.end(),
                                           [](const model::Outbox &outbox) { return outbox.count > 0; });
            if (stuck || profile.offline.value_or(false) || !profile.unreadable.isEmpty())
                line.state = Line::State::Attention;
        }
    }
    return line;
}

Line lineOf(const QString &id, const model::Case &visit, const Progress &progress)
{
    Line line{id, Line::State::Waiting, 0, 0, {}};
    for (const Asked &asked : progress.asked) {
        if (!belongs(asked, id))
            continue;
        ++line.total;
        line.done += asked.finished;
        if (line.subject.isEmpty() || !asked.finished)
            line.subject = asked.endpoint.host;
    }
    if (id == u"login")
        line.total += progress.loginsWaiting;
    if (line.done < line.total && progress.looking) {
        line.state = Line::State::Running;
        return line;
    }
    if (line.total == 0 && progress.looking)
        return line;
    line.state = judged(tally(visit, id));
    // Not yet looked at all: that is waiting, not skipped
    if (line.state == Line::State::Skipped && visit.facts.isEmpty() && progress.asked.isEmpty())
        line.state = Line::State::Waiting;
    return line;
}

} // namespace

QList<Line> linesOf(const model::Case &visit, const Progress &progress)
{
    QList<Line> lines{lineOf(QStringLiteral("link"), visit, progress), appsLine(visit, progress)};
    for (const auto *id : {u"name", u"receive", u"send", u"encryption", u"login", u"mailbox"})
        lines.append(lineOf(QString::fromUtf16(id), visit, progress));
    return lines;
}

} // namespace session
