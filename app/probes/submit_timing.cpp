#include "probes/submit_timing.h"

#include "model/seen.h"
#include "probes/reply_seen.h"

#include <QDateTime>

namespace probes {

using model::Failure;
using model::Step;
using net::SmtpReply;

namespace {

/// Every stage has its own bound; this one only ends what never stands still and never gets done: below 2
/// KB/s.
int wholeBound(const net::Bounds &bounds, qsizetype bytes)
{
    return int(qMin<qint64>(86'400'000, qint64(bounds.dialogueMs) + bounds.dotReplyMs + bytes / 2));
}

bool isAboutSize(const SmtpReply &reply)
{
    return reply.enhanced == "5.3.4" || (reply.code == 552 && !reply.enhanced.startsWith("5.2."));
}

} // namespace

SubmitTiming::SubmitTiming(const net::Environment &environment, const model::Endpoint &endpoint,
                           const QString &address, Credential credential, const QString &mailAddress,
                           TestMessage message, bool login)
    : SmtpLogin(environment, endpoint, address, std::move(credential)), m_mailAddress(mailAddress.toLatin1()),
      m_message(std::move(message)), m_login(login)
{
    reportFrom(Step::Submit);
    limitWhole(wholeBound(environment.bounds, m_message.wire.size()));
    mark({{model::seen::bytes, m_message.wire.size()}, {model::seen::messageId, m_message.messageId}});
}

void SubmitTiming::offered(const SmtpReply &reply)
{
    mark({{model::seen::connectMs, connectMs()}, {model::seen::tlsMs, tlsMs()}});
    const QJsonObject offers = offersOf(reply);
    const qint64 limit = offers.value(model::seen::sizeLimit).toInteger();
    m_takesSize = reply.offers("SIZE");
    if (limit > 0 && m_message.wire.size() > limit) {
        enter(Step::Submit); // it says so itself: do not send what it will refuse (RFC 1870)
        return end(Failure::TooBig, {{model::seen::sizeLimit, limit}});
    }
    if (m_login)
        return authenticate(reply);
    mark({{model::seen::authMs, 0}});
    envelope();
}

void SubmitTiming::loggedIn(const SmtpReply &)
{
    mark({{model::seen::authMs, stepMs()}, {model::seen::logins, 1}});
    envelope();
}

void SubmitTiming::envelope()
{
    enter(Step::Submit);
    QByteArray sender = "MAIL FROM:<" + m_mailAddress + '>';
    if (m_takesSize)
        sender += " SIZE=" + QByteArray::number(m_message.wire.size());
    say(sender);
    hear(&SubmitTiming::senderHeard);
}

void SubmitTiming::refused(Failure failure, const SmtpReply &reply)
{
    end(reply.code == 421 ? Failure::Busy : isAboutSize(reply) ? Failure::TooBig : failure, seenOf(reply));
}

void SubmitTiming::senderHeard(const SmtpReply &reply)
{
    if (!reply.positive())
        return refused(Failure::SenderRefused, reply);
    say("RCPT TO:<" + m_mailAddress + '>');
    hear(&SubmitTiming::recipientHeard);
}

void SubmitTiming::recipientHeard(const SmtpReply &reply)
{
    if (!reply.positive())
        return refused(Failure::RecipientRefused, reply);
    say("DATA");
    hear(&SubmitTiming::dataHeard);
}

void SubmitTiming::dataHeard(const SmtpReply &reply)
{
    if (reply.code != 354)
        return refused(Failure::MessageRefused, reply);
    m_clock.start();
    emit stage(QStringLiteral("upload"), 0);
    // A server may refuse in the middle: then its word counts, not our last byte.
    hear(&SubmitTiming::accepted, {}, environment().bounds.dotReplyMs);
    upload(m_message.wire, [this] { uploaded(); });
}

void SubmitTiming::uploaded()
{
    mark({{model::seen::uploadMs, m_clock.elapsed()}});
    say(".");
    m_dotSaid = true;
    m_clock.start();
    emit stage(QStringLiteral("dot"), 0);
    hear(&SubmitTiming::accepted, {}, environment().bounds.dotReplyMs);
}

void SubmitTiming::accepted(const SmtpReply &reply)
{
    if (m_dotSaid)
        mark({{model::seen::dotToReplyMs, m_clock.elapsed()},
              {model::seen::repliedAt, QDateTime::currentMSecsSinceEpoch()}});
    if (!reply.positive())
        return refused(Failure::MessageRefused, reply);
    if (!m_dotSaid)
        return end(Failure::ProtocolError, seenOf(reply)); // accepted before it was complete
    note(seenOf(reply));
    quit();
}

} // namespace probes
