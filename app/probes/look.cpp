#include "probes/look.h"

#include "model/seen.h"
#include "probes/dialogue_probe.h"
#include "probes/look_imap.h"
#include "probes/look_pop3.h"
#include "probes/look_smtp.h"
#include "probes/plan.h"

namespace probes::look {

std::unique_ptr<net::DialogueBase> dialogueFor(const Job &job, const net::Environment &environment)
{
    switch (job.endpoint.protocol) {
    case model::Protocol::Pop3:
        return std::make_unique<LookPop3>(environment, job.endpoint, job.address);
    case model::Protocol::Imap:
        return std::make_unique<LookImap>(environment, job.endpoint, job.address);
    case model::Protocol::Smtp:
        return std::make_unique<LookSmtp>(environment, job.endpoint, job.address);
    }
    Q_UNREACHABLE();
}

QList<Job> due(const model::Case &visit, const net::Environment &environment)
{
    QList<Job> jobs;
    for (const Door &door : doors(visit, environment))
        for (const QString &address : addressesFor(visit, environment, door.endpoint))
            jobs.append({QStringLiteral("look ") + door.endpoint.text() + u' ' + address,
                         door.endpoint,
                         address,
                         {}});
    return jobs;
}

std::unique_ptr<Probe> make(const Job &job, const Context &context)
{
    auto dialogue = dialogueFor(job, *context.environment);
    if (isConfigured(*context.visit, job.endpoint))
        dialogue->mark({{model::seen::configured, true}});
    return std::make_unique<DialogueProbe>(std::move(dialogue));
}

} // namespace probes::look
