#include "probes/resolve.h"

#include "model/seen.h"
#include "net/hosts_file.h"
#include "probes/plan.h"

#include <QHostAddress>
#include <QJsonArray>
#include <algorithm>

namespace probes {

QList<Job> Resolve::due(const model::Case &visit, const net::Environment &environment)
{
    QList<Job> jobs;
    for (const QString &host : hosts(visit, environment)) {
        model::Endpoint endpoint;
        endpoint.host = host;
        jobs.append({QStringLiteral("resolve ") + host, endpoint, {}, {}});
    }
    return jobs;
}

std::unique_ptr<Probe> Resolve::make(const Job &job, const Context &context)
{
    return std::make_unique<Resolve>(job, context);
}

Resolve::Resolve(const Job &job, const Context &context)
    : m_job(job), m_configured(isConfigured(*context.visit, job.endpoint)),
      m_hostsFile(context.environment->hostsFile), m_resolver(*context.environment, job.endpoint.host)
{
    // Literals and routed names are nobody's answer.
    m_asksSomebody
        = QHostAddress(job.endpoint.host).isNull() && !context.environment->route.knows(job.endpoint.host);
    connect(&m_resolver, &net::Resolver::answered, this, &Resolve::heard);
}

void Resolve::start()
{
    m_resolver.start();
}

void Resolve::heard(const net::NameAnswer &answer)
{
    model::Fact fact;
    fact.step = model::Step::Resolve;
    fact.endpoint = m_job.endpoint;
    fact.failure = answer.failure();
    fact.milliseconds = std::max(answer.v4.milliseconds, answer.v6.milliseconds);
    fact.seen = {{model::seen::addresses, QJsonArray::fromStringList(answer.addresses())}};
    if (answer.v4.addresses.isEmpty())
        fact.seen.insert(model::seen::failureV4, model::name(answer.v4.failure));
    if (answer.v6.addresses.isEmpty())
        fact.seen.insert(model::seen::failureV6, model::name(answer.v6.failure));
    if (m_configured)
        fact.seen.insert(model::seen::configured, true);
    if (m_asksSomebody && fact.ok()) {
        const auto entry = net::hostsEntryIn(m_hostsFile, m_job.endpoint.host);
        fact.seen.insert(model::seen::answeredBy,
                         entry ? QStringLiteral("hosts") : QStringLiteral("name-server"));
        if (entry)
            fact.seen.insert(model::seen::hostsLine, entry->line);
    }
    emit noted(fact);
    emit finished();
}

} // namespace probes
