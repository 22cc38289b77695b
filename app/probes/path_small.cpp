#include "probes/path_small.h"

#include "model/seen.h"
#include "probes/look.h"

namespace probes {

namespace {

// What every line must carry (RFC 1122 section 4.2.2.6), and far below any tunnel's remainder.
constexpr int segmentBytes = 536;
constexpr int impatience = 3;

} // namespace

PathSmall::PathSmall(const Job &job, const Context &context) : m_job(job), m_environment(*context.environment)
{
    m_environment.segmentBytes = segmentBytes;
    // The first look has waited its full time; what passes at all passes soon.
    net::Bounds &bounds = m_environment.bounds;
    for (int *const limit : {&bounds.handshakeMs, &bounds.replyMs, &bounds.greetingMs})
        *limit = qMax(1, *limit / impatience);
    m_look = look::make(job, {&m_environment, context.visit, nullptr});
    connect(m_look.get(), &Probe::noted, this, &PathSmall::heard);
    connect(m_look.get(), &Probe::finished, this, [this] {
        model::Fact fact;
        fact.step = model::Step::Path;
        fact.endpoint = m_job.endpoint;
        fact.address = m_last.address;
        fact.milliseconds = m_milliseconds;
        // A certificate that came, whatever is wrong with it, did come.
        const bool passed = m_last.ok() || m_last.failure == model::Failure::CertificateRejected;
        fact.failure = passed ? model::Failure::None : m_last.failure;
        fact.seen.insert(model::seen::segmentBytes, segmentBytes);
        emit noted(fact);
        emit finished();
    });
}

void PathSmall::start()
{
    m_look->start();
}

void PathSmall::heard(const model::Fact &fact)
{
    m_last = fact;
    m_milliseconds += fact.milliseconds;
}

} // namespace probes
