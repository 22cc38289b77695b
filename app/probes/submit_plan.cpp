// When the timing test may run, and through which door.
#include "probes/submit_timing.h"

#include "model/seen.h"
#include "probes/dialogue_probe.h"
#include "probes/login.h"
#include "probes/plan.h"

#include <QDateTime>
#include <algorithm>

namespace probes::submit_timing {

namespace {

using model::Endpoint;
using model::Fact;
using model::Failure;
using model::Protocol;
using model::Step;

struct Way
{
    Endpoint endpoint;
    QString form; ///< empty: without a log-in
};

const Fact *lastLogin(const model::Case &visit)
{
    const auto found = std::find_if(visit.facts.rbegin(), visit.facts.rend(), [](const Fact &fact) {
        return fact.step == Step::Login && fact.endpoint.protocol == Protocol::Smtp;
    });
    return found == visit.facts.rend() ? nullptr : &*found;
}

std::optional<Way> wayFor(const model::Case &visit, const net::Environment &environment)
{
    if (const Fact *const login = lastLogin(visit)) {
        if (login->ok())
            return Way{login->endpoint, login->seen.value(model::seen::userForm).toString()};
        if (login->failure != Failure::LoginNotOffered)
            return std::nullopt;
    } else if (visit.passwordGiven) {
        return std::nullopt; // the log-in has its turn first
    }
    // A door that offers no log-in at all takes mail without one: practice, or a provider's own lines.
    for (const Door &door : doors(visit, environment))
        if (door.endpoint.protocol == Protocol::Smtp && !verifiedAddress(visit, door.endpoint).isEmpty()
            && mechanisms(visit, door.endpoint).isEmpty())
            return Way{door.endpoint, {}};
    return std::nullopt;
}

/// What cannot be sent is a fact, too.
class NotSendable : public Probe
{
public:
    explicit NotSendable(const Job &job)
    {
        m_fact.step = Step::Submit;
        m_fact.endpoint = job.endpoint;
        m_fact.failure = Failure::NotTried;
        m_fact.seen = {{model::seen::bytes, job.detail.toLongLong()}};
    }
    void start() override
    {
        QMetaObject::invokeMethod(
            this,
            [this] {
                emit noted(m_fact);
                emit finished();
            },
            Qt::QueuedConnection);
    }

private:
    Fact m_fact;
};

} // namespace

QList<Job> due(const model::Case &visit, const net::Environment &environment)
{
    QList<Job> jobs;
    if (visit.timingSizes.isEmpty())
        return jobs;
    const auto way = wayFor(visit, environment);
    if (!way)
        return jobs;
    int run = 0;
    for (const qint64 size : visit.timingSizes) {
        const QString bytes = QString::number(size);
        jobs.append({QStringLiteral("submit %1 %2 %3").arg(++run).arg(bytes, way->endpoint.text()),
                     way->endpoint, verifiedAddress(visit, way->endpoint), bytes});
    }
    return jobs;
}

std::unique_ptr<Probe> make(const Job &job, const Context &context)
{
    const auto way = wayFor(*context.visit, *context.environment);
    auto message
        = testMessage(context.visit->address, job.detail.toLongLong(), QDateTime::currentDateTimeUtc());
    if (!way || !message)
        return std::make_unique<NotSendable>(job);
    const QJsonObject known{{model::seen::bytes, message->wire.size()},
                            {model::seen::messageId, message->messageId}};
    const bool login = !way->form.isEmpty();
    auto dialogue = std::make_unique<SubmitTiming>(
        *context.environment, job.endpoint, job.address,
        login::credentialFor(*context.visit, job.endpoint, way->form, login ? context.password : nullptr),
        context.visit->address, std::move(*message), login);
    if (isConfigured(*context.visit, job.endpoint))
        dialogue->mark({{model::seen::configured, true}});
    auto probe = std::make_unique<DialogueProbe>(std::move(dialogue));
    probe->promise(Step::Submit, known);
    return probe;
}

} // namespace probes::submit_timing
