#include "probes/arrive_imap.h"

#include "model/seen.h"
#include "probes/arrive.h"
#include "probes/reply_seen.h"

namespace probes {

using model::Failure;
using net::ImapReply;

ArriveImap::ArriveImap(const net::Environment &environment, const model::Endpoint &endpoint,
                       const QString &address, Credential credential, const Awaited &awaited)
    : ImapLogin(environment, endpoint, address, std::move(credential)), m_awaited(awaited)
{
    reportFrom(model::Step::Arrive);
    limitWhole(environment.bounds.dialogueMs + environment.bounds.arriveMs);
    mark({{model::seen::messageId, QString::fromLatin1(awaited.messageId)}});
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] { look(); });
}

void ArriveImap::loggedIn(const ImapReply &)
{
    mark({{model::seen::logins, 1}});
    enter(model::Step::Arrive);
    emit stage(QStringLiteral("arrive"), 0);
    m_clock.start();
    look();
}

void ArriveImap::look()
{
    // Opened anew each time: a server need not tell of new mail in between, but must when it is opened.
    command("EXAMINE INBOX", &ArriveImap::opened);
}

void ArriveImap::opened(const ImapReply &reply)
{
    if (!reply.ok())
        return end(Failure::Busy, seenOf(reply));
    // Our own identifier: hexadecimal, a dot, the domain. Nothing in it needs escaping.
    command("UID SEARCH HEADER Message-ID \"" + m_awaited.messageId + '"', &ArriveImap::searched);
}

void ArriveImap::searched(const ImapReply &reply)
{
    if (!reply.ok())
        return end(Failure::Busy, seenOf(reply));
    qsizetype copies = 0;
    for (const QByteArray &line : reply.untagged) {
        const QByteArrayList words = line.simplified().split(' ');
        if (words.first().toUpper() == "SEARCH")
            copies += words.size() - 1;
    }
    if (copies > 0) {
        note({{model::seen::arrivedMs, m_awaited.waited()}, {model::seen::copies, copies}});
        return logout();
    }
    const int bound = environment().bounds.arriveMs;
    if (m_clock.elapsed() >= bound)
        return end(Failure::NotArrived);
    m_pause.start(qMin(arrive::pauseMs, qMax(1, bound / 4)));
}

} // namespace probes
