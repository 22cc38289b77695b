#include "probes/arrive_pop3.h"

#include "model/seen.h"
#include "probes/arrive.h"
#include "probes/reply_seen.h"

namespace probes {

using model::Failure;
using net::Pop3Reply;

namespace {
constexpr qsizetype newestLookedAt = 50; // the test message is among the newest

bool namesMessage(const Pop3Reply &headers, const QByteArray &messageId)
{
    for (const QByteArray &line : headers.list) {
        if (line.isEmpty())
            return false; // the end of the headers: a quoted copy below does not count
        if (line.toLower().startsWith("message-id:") && line.contains(messageId))
            return true;
    }
    return false;
}

/// The mailbox opened before with this password. A refusal now is worth telling, and asking again and again
/// could lock the account.
bool endsTheWaiting(const model::Fact &fact)
{
    switch (fact.failure) {
    case Failure::LoginRefused:
    case Failure::LoginForbidden:
    case Failure::LoginNotOffered:
    case Failure::LoginNeedsEncryption:
    case Failure::CertificateRejected:
        return true;
    case Failure::Unwelcome: // as a greeting it may pass
        return fact.step == model::Step::Login;
    default:
        return false;
    }
}
} // namespace

Pop3Search::Pop3Search(const net::Environment &environment, const Job &job, Credential credential,
                       const QByteArray &messageId, QSet<QByteArray> *known)
    : Pop3Login(environment, job.endpoint, job.address, std::move(credential)), m_messageId(messageId),
      m_known(known)
{
    reportFrom(model::Step::Arrive);
}

void Pop3Search::loggedIn(const Pop3Reply &)
{
    m_loggedIn = true;
    enter(model::Step::Arrive);
    say("UIDL");
    hear(&Pop3Search::listed, Expect::List);
}

void Pop3Search::listed(const Pop3Reply &reply)
{
    if (!reply.ok)
        return end(Failure::ProtocolError, seenOf(reply));
    for (const QByteArray &line : reply.list.mid(qMax<qsizetype>(0, reply.list.size() - newestLookedAt))) {
        const QByteArrayList words = line.simplified().split(' ');
        bool number = false;
        if (words.size() != 2 || words.first().toUInt(&number) == 0 || !number
            || m_known->contains(words.last()))
            continue;
        m_known->insert(words.last());
        m_numbers.append(words.first());
    }
    next();
}

void Pop3Search::next()
{
    if (m_numbers.isEmpty())
        return quit();
    say("TOP " + m_numbers.takeFirst() + " 0");
    hear(&Pop3Search::headers, Expect::List);
}

void Pop3Search::headers(const Pop3Reply &reply)
{
    m_copies += namesMessage(reply, m_messageId);
    next();
}

ArrivePop3::ArrivePop3(const net::Environment &environment, const Job &job, Credential credential,
                       const Awaited &awaited)
    : m_environment(environment), m_job(job), m_credential(std::move(credential)), m_awaited(awaited)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ArrivePop3::look);
}

void ArrivePop3::start()
{
    m_clock.start();
    emit stage(QStringLiteral("arrive"), 0);
    look();
}

void ArrivePop3::look()
{
    m_trouble = Failure::None;
    m_search = std::make_unique<Pop3Search>(
        m_environment, m_job,
        Credential{m_credential.user, m_credential.form, m_credential.secret.duplicate()},
        m_awaited.messageId, &m_known);
    connect(m_search.get(), &net::DialogueBase::noted, this, &ArrivePop3::heard);
    connect(m_search.get(), &net::DialogueBase::ended, this, &ArrivePop3::looked);
    m_search->start();
}

void ArrivePop3::heard(const model::Fact &fact)
{
    m_trouble = fact.failure;
    if (endsTheWaiting(fact)) {
        m_final = true;
        emit noted(fact);
    }
}

void ArrivePop3::looked()
{
    m_logins += m_search->loggedInAtAll();
    if (m_search->copies() > 0) {
        m_copies = m_search->copies();
        return report(Failure::None);
    }
    if (m_final || m_trouble == Failure::NotTried)
        return report(Failure::NotTried);
    const int bound = m_environment.bounds.arriveMs;
    if (m_clock.elapsed() >= bound)
        return report(m_trouble == Failure::None ? Failure::NotArrived : m_trouble);
    m_pause.start(qMin(arrive::pauseMs, qMax(1, bound / 4)));
}

void ArrivePop3::report(Failure failure)
{
    model::Fact fact;
    fact.step = model::Step::Arrive;
    fact.endpoint = m_job.endpoint;
    fact.address = m_job.address;
    fact.failure = failure;
    fact.milliseconds = m_clock.elapsed();
    fact.seen = {{model::seen::messageId, QString::fromLatin1(m_awaited.messageId)},
                 {model::seen::logins, m_logins}};
    if (failure == Failure::None) {
        fact.seen.insert(model::seen::arrivedMs, m_awaited.waited());
        fact.seen.insert(model::seen::copies, m_copies);
    }
    emit noted(fact);
    emit finished();
}

} // namespace probes
