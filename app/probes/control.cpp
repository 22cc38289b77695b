#include "probes/control.h"

#include "model/seen.h"
#include "net/dialogue.h"
#include "net/smtp_reply.h"
#include "probes/plan.h"
#include "probes/reply_seen.h"
#include "probes/trouble.h"

#include <QJsonArray>
#include <algorithm>

namespace probes::control {

using model::Endpoint;
using model::Fact;
using model::Failure;
using model::Protocol;
using model::Security;
using model::Step;

namespace {

class Knock : public net::Dialogue<net::SmtpReply>
{
public:
    using Dialogue::Dialogue;

private:
    void begin() override { hearGreeting(&Knock::greeting); }
    void greeting(const net::SmtpReply &reply)
    {
        note(seenOf(reply));
        end();
    }
};

/// All that the dialogue learnt, as one fact of this step: nobody must take it for a server of the person's.
class Probing : public Probe
{
public:
    Probing(const Job &job, const Context &context) : m_job(job)
    {
        net::Environment environment = *context.environment;
        net::Bounds &bounds = environment.bounds;
        bounds.connectOneMs = bounds.greetingMs = bounds.controlMs;
        m_dialogue = std::make_unique<Knock>(environment, job.endpoint, job.address);
        connect(m_dialogue.get(), &net::DialogueBase::noted, this, [this](const Fact &fact) { heard(fact); });
        connect(m_dialogue.get(), &net::DialogueBase::ended, this, [this] {
            emit noted(m_fact);
            emit finished();
        });
    }
    void start() override { m_dialogue->start(); }

private:
    void heard(const Fact &fact)
    {
        m_fact.step = Step::Control;
        m_fact.endpoint = m_job.endpoint;
        m_fact.address = m_job.address;
        m_fact.failure = fact.failure;
        m_fact.milliseconds += fact.milliseconds;
        m_fact.seen = fact.seen;
        m_fact.raw = fact.raw;
    }

    Job m_job;
    std::unique_ptr<net::DialogueBase> m_dialogue;
    Fact m_fact;
};

/// What a machine on the way does to mail that is sent through it.
bool isOdd(const Fact &fact)
{
    if (fact.step != Step::Greeting && fact.step != Step::Secure && fact.step != Step::Capabilities)
        return false;
    const QJsonArray offers = fact.seen.value(model::seen::capabilities).toArray();
    const bool overwritten = std::any_of(offers.begin(), offers.end(), [](const QJsonValue &offer) {
        return offer.toString().startsWith(u"XXXX");
    });
    const bool starred = fact.seen.value(model::seen::reply).toString().startsWith(u"220 ***");
    return (!fact.ok() && fact.failure != Failure::Busy && fact.failure != Failure::Cancelled) || overwritten
        || starred;
}

} // namespace

QList<Job> due(const model::Case &visit, const net::Environment &environment)
{
    QList<Job> jobs;
    const QString address = QString::fromLatin1(nobody);
    if (visit.practice)
        return jobs;
    for (const Fact &fact : visit.facts) {
        if (fact.endpoint.protocol != Protocol::Smtp || !isConfigured(visit, fact.endpoint) || !isOdd(fact))
            continue;
        Endpoint door{address, fact.endpoint.port, Protocol::Smtp, Security::Plain};
        const QString key = QStringLiteral("control ") + door.text();
        const bool known
            = std::any_of(jobs.begin(), jobs.end(), [&key](const Job &job) { return job.key == key; });
        if (!known && mayAsk(environment, address, door.port))
            jobs.append({key, door, address, {}});
    }
    return jobs;
}

std::unique_ptr<Probe> make(const Job &job, const Context &context)
{
    return std::make_unique<Probing>(job, context);
}

} // namespace probes::control
