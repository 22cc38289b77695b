#include "probes/path_small.h"

#include "model/seen.h"
#include "probes/look.h"

namespace probes {

namespace {

// What every line must carry (RFC 1122 section 4.2.2.6), and far below any tunnel's remainder.
constexpr int smallBytes = 536;
constexpr int impatience = 3;
constexpr int pairsOfAProof = 2;

} // namespace

bool PathSmall::Try::passed() const
{
    // A certificate that came, whatever is wrong with it, did come.
    return last.ok() || last.failure == model::Failure::CertificateRejected;
}

PathSmall::PathSmall(const Job &job, const Context &context) : m_job(job), m_context(context) { }

void PathSmall::begin(Try *one, int segmentBytes)
{
    *one = Try();
    one->environment = *m_context.environment;
    one->environment.segmentBytes = segmentBytes;
    // The first look has waited its full time; what passes at all passes soon.
    net::Bounds &bounds = one->environment.bounds;
    for (int *const limit : {&bounds.handshakeMs, &bounds.replyMs, &bounds.greetingMs})
        *limit = qMax(1, *limit / impatience);
    one->look = look::make(m_job, {&one->environment, m_context.visit, nullptr});
    connect(one->look.get(), &Probe::noted, this, [one](const model::Fact &fact) {
        one->last = fact;
        one->milliseconds += fact.milliseconds;
    });
    connect(one->look.get(), &Probe::finished, this, [this, one] {
        one->finished = true;
        if (m_small.finished && m_usual.finished)
            conclude();
    });
    one->look->start();
}

void PathSmall::start()
{
    ++m_pairs;
    begin(&m_small, smallBytes);
    begin(&m_usual, 0);
}

void PathSmall::conclude()
{
    if (m_small.passed() && !m_usual.passed() && m_pairs < pairsOfAProof) {
        start();
        return;
    }
    model::Fact fact;
    fact.step = model::Step::Path;
    fact.endpoint = m_job.endpoint;
    fact.address = m_small.last.address;
    fact.milliseconds = m_small.milliseconds;
    fact.failure = m_small.passed() ? model::Failure::None : m_small.last.failure;
    fact.seen = {{model::seen::segmentBytes, smallBytes}, {model::seen::usualPassed, m_usual.passed()}};
    emit noted(fact);
    emit finished();
}

} // namespace probes
