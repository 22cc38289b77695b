#include "probes/arrive.h"

#include "model/seen.h"
#include "probes/arrive_imap.h"
#include "probes/arrive_pop3.h"
#include "probes/dialogue_probe.h"
#include "probes/login.h"
#include "probes/plan.h"

namespace probes::arrive {

namespace {

using model::Fact;
using model::Protocol;
using model::Step;
namespace seen = model::seen;

const Fact *mailboxLogin(const model::Case &visit)
{
    for (const Fact &fact : visit.facts)
        if (fact.step == Step::Login && fact.ok() && fact.endpoint.protocol != Protocol::Smtp)
            return &fact;
    return nullptr;
}

const Fact *factOf(const model::Case &visit, Step step, const QString &messageId)
{
    for (const Fact &fact : visit.facts)
        if (fact.step == step && fact.seen.value(seen::messageId).toString() == messageId)
            return &fact;
    return nullptr;
}

} // namespace

QList<Job> due(const model::Case &visit, const net::Environment &)
{
    QList<Job> jobs;
    const Fact *const login = mailboxLogin(visit);
    if (!login)
        return jobs;
    for (const Fact &sent : visit.at(Step::Submit)) {
        const QString id = sent.seen.value(seen::messageId).toString();
        if (!sent.ok() || id.isEmpty())
            continue;
        jobs.append({QStringLiteral("arrive ") + id, login->endpoint, login->address, id});
        if (login->endpoint.protocol == Protocol::Pop3 && !factOf(visit, Step::Arrive, id))
            break;
    }
    return jobs;
}

std::unique_ptr<Probe> make(const Job &job, const Context &context)
{
    const Fact *const login = mailboxLogin(*context.visit);
    const Fact *const sent = factOf(*context.visit, Step::Submit, job.detail);
    const QString form = login ? login->seen.value(seen::userForm).toString() : QString();
    const Awaited awaited{job.detail.toLatin1(), sent ? sent->seen.value(seen::repliedAt).toInteger() : 0};
    Credential credential = login::credentialFor(*context.visit, job.endpoint, form, context.password);
    if (job.endpoint.protocol == Protocol::Pop3)
        return std::make_unique<ArrivePop3>(*context.environment, job, std::move(credential), awaited);
    auto probe = std::make_unique<DialogueProbe>(std::make_unique<ArriveImap>(
        *context.environment, job.endpoint, job.address, std::move(credential), awaited));
    probe->promise(Step::Arrive, {{seen::messageId, job.detail}});
    return probe;
}

} // namespace probes::arrive
