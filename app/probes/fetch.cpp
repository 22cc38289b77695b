#include "probes/fetch.h"

#include "model/seen.h"
#include "probes/fetch_pop3.h"
#include "probes/header_sample.h"
#include "probes/login.h"

#include <algorithm>

namespace probes {

using model::Fact;
using model::Failure;
using model::Step;
namespace seen = model::seen;

namespace fetch {

namespace {

const Fact *popLogin(const model::Case &visit)
{
    const auto at = std::find_if(visit.facts.begin(), visit.facts.end(), [](const Fact &fact) {
        return fact.step == Step::Login && fact.ok() && fact.endpoint.protocol == model::Protocol::Pop3;
    });
    return at == visit.facts.end() ? nullptr : &*at;
}

} // namespace

QList<Job> due(const model::Case &visit, const net::Environment &)
{
    const bool asked = visit.symptom == u"cannot-receive" || visit.symptom == u"stops-midway";
    const Fact *const login = popLogin(visit);
    if (!asked || !login || !visit.passwordGiven)
        return {};
    return {{QStringLiteral("fetch ") + login->endpoint.text(), login->endpoint, login->address,
             login->seen.value(seen::userForm).toString()}};
}

std::unique_ptr<Probe> make(const Job &job, const Context &context)
{
    return std::make_unique<Fetch>(
        *context.environment, job,
        login::credentialFor(*context.visit, job.endpoint, job.detail, context.password));
}

} // namespace fetch

Fetch::Fetch(const net::Environment &environment, const Job &job, Credential credential)
    : m_environment(environment), m_job(job), m_credential(std::move(credential))
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Fetch::connectOnce);
}

Fetch::~Fetch() = default;

void Fetch::start()
{
    m_run.clock.start();
    connectOnce();
}

void Fetch::connectOnce()
{
    ++m_connections;
    m_failure = Failure::None;
    m_beforeReading = false;
    m_run.reading = false;
    m_connection = std::make_unique<FetchPop3>(
        m_environment, m_job.endpoint, m_job.address,
        Credential{m_credential.user, m_credential.form, m_credential.secret.duplicate()}, &m_run);
    connect(m_connection.get(), &net::DialogueBase::noted, this, &Fetch::heard);
    connect(m_connection.get(), &net::DialogueBase::stage, this, &Probe::stage);
    connect(m_connection.get(), &net::DialogueBase::ended, this, &Fetch::over);
    m_connection->start();
}

void Fetch::heard(const Fact &fact)
{
    m_failure = fact.failure;
    m_beforeReading = fact.step < Step::Fetch;
    if (m_beforeReading)
        emit noted(fact);
}

void Fetch::over()
{
    if (m_run.over || m_beforeReading)
        return report();
    if (m_failure != Failure::TooBig) {
        if (!m_run.reading)
            return report(); // it broke, but at no message
        broken();
    }
    const bool late = m_run.clock.elapsed() > m_environment.bounds.fetchMs;
    if (m_run.over || late || m_connections >= fetch::mostConnections)
        return report();
    // A moment for the server to let the mailbox go (RFC 1939 section 4: it is locked while open).
    m_pause.start(qMax(1, m_environment.bounds.replyMs / 60));
}

/// The connection ended while a message was being read. Once may be chance.
void Fetch::broken()
{
    // What comes where an answer was due is the rest of the message before, which "ended" too early.
    const bool early = m_failure == Failure::ProtocolError && m_run.previousShort;
    const FetchRun::Message at = early ? m_run.previous : m_run.current;
    const bool again = at.uidl.isEmpty() ? at.number == m_brokenAt.number : at.uidl == m_brokenAt.uidl;
    m_triesHere = again ? m_triesHere + 1 : 1;
    m_brokenAt = at;
    m_run.resume = at;
    m_run.careful = true;
    m_run.headAsked = false;
    if (!again)
        m_run.head = {};
    if (m_triesHere < fetch::mostTries)
        return;
    const bool stalls = m_failure == Failure::Silent || m_failure == Failure::Drip;
    m_run.suspect({at.number, at.uidl, at.bytes, m_run.head,
                   early        ? QStringLiteral("early-end")
                       : stalls ? QStringLiteral("stalls")
                                : QStringLiteral("drops"),
                   true, m_triesHere, 0, m_failure});
    m_run.careful = false;
    m_run.resume = m_run.after(at);
    m_run.over = m_run.resume.number == 0;
    m_run.wasSearched(at);
    m_run.complete = m_run.over;
}

Fact Fetch::fact(Failure failure) const
{
    Fact told;
    told.step = Step::Fetch;
    told.endpoint = m_job.endpoint;
    told.address = m_job.address;
    told.failure = failure;
    told.milliseconds = m_run.clock.elapsed();
    return told;
}

Fact Fetch::factOf(const Suspect &suspect) const
{
    Fact told = fact(suspect.failure);
    told.seen = {{seen::number, suspect.number},
                 {seen::uidl, readableHeader(suspect.uidl, 70)},
                 {seen::bytes, suspect.bytes},
                 {seen::from, readableHeader(suspect.head.from)},
                 {seen::subject, readableHeader(suspect.head.subject)},
                 {seen::date, shownDate(suspect.head.date)},
                 {seen::defect, suspect.defect}};
    if (suspect.tries > 0)
        told.seen.insert(seen::tries, suspect.tries);
    qint64 needed = suspect.neededMs;
    if (needed == 0 && suspect.defect == u"giant" && m_run.rate() > 0)
        needed = suspect.bytes * 1000 / m_run.rate();
    if (needed > 0)
        told.seen.insert(seen::neededMs, needed);
    return told;
}

void Fetch::report()
{
    QList<Suspect> suspects = m_run.suspects;
    std::stable_sort(suspects.begin(), suspects.end(),
                     [](const Suspect &a, const Suspect &b) { return a.grave && !b.grave; });
    for (const Suspect &suspect : std::as_const(suspects))
        emit noted(factOf(suspect));
    // The end of the search as a whole: a search that broke off at no message, or ran out of time, says so.
    const bool brokeOff = !m_run.over && m_failure != Failure::None && m_failure != Failure::TooBig;
    Fact whole = fact(m_beforeReading ? Failure::NotTried : brokeOff ? m_failure : Failure::None);
    whole.seen = {{seen::messages, m_run.listed},
                  {seen::searched, m_run.searched.size()},
                  {seen::rate, m_run.rate()},
                  {seen::logins, m_run.logins}};
    emit noted(whole);
    emit finished();
}

} // namespace probes
