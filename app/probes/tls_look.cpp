#include "probes/tls_look.h"

#include "model/seen.h"
#include "net/tls_hello.h"
#include "probes/look.h"
#include "probes/plan.h"

#include <QJsonArray>
#include <QRandomGenerator>

namespace probes {

using model::Fact;
using model::Failure;
using model::Step;

namespace {

/// Hellos are answered at once or not at all, and several rounds must fit into the bound of one handshake.
constexpr int shareOfHandshake = 3;
/// A port that waits for a hello answers within one round trip; a dead one must not cost much more.
constexpr int shareOfFirstWord = 8;
const QString firstWord = QStringLiteral("first word");

/// It should speak first and says nothing: perhaps it is encrypted from the first byte (faults.md S09).
bool waitsPerhapsForHello(const Fact &fact)
{
    return fact.step == Step::Greeting && fact.failure == Failure::Silent
        && fact.endpoint.security != model::Security::Tls;
}

bool asksWhy(const Fact &fact)
{
    if (fact.ok())
        return false;
    // A server that wants a certificate of ours says so only behind a TLS 1.3 handshake.
    if (fact.step == Step::Greeting)
        return fact.failure == Failure::HandshakeFailed;
    if (fact.step != Step::Secure)
        return false;
    switch (fact.failure) {
    case Failure::HandshakeFailed:
    case Failure::HandshakeTimeout:
    case Failure::TlsTooOld:
    case Failure::PlainOnTlsPort:
        return true;
    case Failure::ClosedEarly:
    case Failure::Reset: // where STARTTLS was being talked about, the words before it are the matter
        return fact.endpoint.security == model::Security::Tls;
    case Failure::CertificateRejected: {
        const QJsonArray errors = fact.seen.value(model::seen::certificateErrors).toArray();
        return errors.contains(QStringLiteral("weak")) || errors.contains(QStringLiteral("other"));
    }
    default: // not a matter of the handshake
        return false;
    }
}

QByteArray randomBytes()
{
    QByteArray random;
    for (int i = 0; i < 64; ++i)
        random.append(char(QRandomGenerator::global()->bounded(256)));
    return random;
}

} // namespace

QList<Job> TlsLook::due(const model::Case &visit, const net::Environment &environment)
{
    QList<Job> jobs;
    for (const Fact &fact : visit.facts) {
        const bool routed = environment.route.isEmpty()
            || environment.route.of(fact.endpoint.host, fact.endpoint.port).has_value();
        if (!routed || !isConfigured(visit, fact.endpoint))
            continue;
        if (waitsPerhapsForHello(fact)) {
            Job job{QStringLiteral("tls-look first %1 %2").arg(fact.endpoint.text(), fact.address),
                    fact.endpoint, fact.address, firstWord};
            job.endpoint.security = model::Security::Tls;
            jobs.append(job);
        }
        if (asksWhy(fact))
            jobs.append({QStringLiteral("tls-look %1 %2").arg(fact.endpoint.text(), fact.address),
                         fact.endpoint,
                         fact.address,
                         {}});
    }
    return jobs;
}

std::unique_ptr<Probe> TlsLook::make(const Job &job, const Context &context)
{
    return std::make_unique<TlsLook>(job, *context.environment, isConfigured(*context.visit, job.endpoint));
}

TlsLook::TlsLook(const Job &job, const net::Environment &environment, bool configured)
    : m_job(job), m_environment(environment), m_configured(configured), m_askedAll(job.detail == firstWord)
{
    const int share = m_askedAll ? shareOfFirstWord : shareOfHandshake;
    m_environment.bounds.handshakeMs = qMax(1, environment.bounds.handshakeMs / share);
    m_environment.bounds.connectOneMs
        = qMin(environment.bounds.connectOneMs, m_environment.bounds.handshakeMs);
}

void TlsLook::start()
{
    if (m_askedAll)
        return ask({QStringLiteral("modern")});
    ask({QStringLiteral("modern"), QStringLiteral("tls12"), QStringLiteral("small")});
}

void TlsLook::ask(const QStringList &hellos)
{
    m_dialogues.clear();
    m_open = int(hellos.size());
    for (const QString &name : hellos) {
        auto dialogue = look::dialogueFor(m_job, m_environment);
        dialogue->lookWith(net::recordOf(net::helloNamed(name, m_job.endpoint.host), randomBytes()));
        dialogue->limitWhole(m_environment.bounds.handshakeMs + m_environment.bounds.greetingMs);
        dialogue->mark({{model::seen::hello, name}});
        if (m_configured)
            dialogue->mark({{model::seen::configured, true}});
        connect(dialogue.get(), &net::DialogueBase::noted, this, &TlsLook::heard);
        connect(dialogue.get(), &net::DialogueBase::stage, this, &Probe::stage);
        // Queued: the last one of a round replaces the dialogues, and must not stand inside one of them.
        connect(dialogue.get(), &net::DialogueBase::ended, this, &TlsLook::closed, Qt::QueuedConnection);
        m_dialogues.push_back(std::move(dialogue));
    }
    for (const auto &dialogue : m_dialogues)
        dialogue->start();
}

void TlsLook::heard(const Fact &fact)
{
    m_telling = m_telling || fact.ok() || fact.failure == Failure::PlainOnTlsPort
        || fact.failure == Failure::Endless;
    m_reachable
        = m_reachable || (fact.failure != Failure::ConnectTimeout && fact.failure != Failure::Refused);
    emit noted(fact);
}

void TlsLook::closed()
{
    if (--m_open > 0)
        return;
    if (m_askedAll || m_telling || !m_reachable) {
        emit finished();
        return;
    }
    m_askedAll = true;
    QStringList rest = net::helloNames();
    for (const char *asked : {"modern", "tls12", "small"})
        rest.removeAll(QLatin1String(asked));
    ask(rest);
}

} // namespace probes
