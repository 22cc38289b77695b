#include "probes/login.h"

#include "model/seen.h"
#include "probes/dialogue_probe.h"
#include "probes/imap_login.h"
#include "probes/plan.h"
#include "probes/pop3_login.h"
#include "probes/smtp_login.h"

#include <algorithm>

namespace probes::login {

namespace {

using model::Endpoint;
using model::Fact;
using model::Failure;
using model::Protocol;

struct Choice
{
    bool mustWait = false; ///< a better door is still being looked at
    std::optional<Endpoint> endpoint;
};

/// The doors of one direction in order of preference: as planned, those of the wanted protocol first.
QList<Endpoint> candidates(const model::Case &visit, const net::Environment &environment, bool incoming)
{
    QList<Endpoint> found;
    for (const Door &door : doors(visit, environment))
        if ((door.endpoint.protocol != Protocol::Smtp) == incoming)
            found.append(door.endpoint);
    if (!found.isEmpty()) {
        const Protocol wanted = found.first().protocol;
        std::stable_partition(found.begin(), found.end(),
                              [wanted](const Endpoint &endpoint) { return endpoint.protocol == wanted; });
    }
    // Between servers nobody logs in on 25; it is the last resort.
    std::stable_partition(found.begin(), found.end(), [&visit](const Endpoint &endpoint) {
        return endpoint.port != 25 || isConfigured(visit, endpoint);
    });
    return found;
}

Choice choose(const model::Case &visit, const net::Environment &environment, bool incoming)
{
    for (const Endpoint &endpoint : candidates(visit, environment, incoming)) {
        if (!verifiedAddress(visit, endpoint).isEmpty())
            return {false, endpoint};
        if (!isSettled(visit, environment, endpoint))
            return {true, std::nullopt};
    }
    return {};
}

const Fact *attempt(const model::Case &visit, const Endpoint &endpoint, const QString &form)
{
    const auto found = std::find_if(visit.facts.rbegin(), visit.facts.rend(), [&](const Fact &fact) {
        return fact.step == model::Step::Login && fact.endpoint == endpoint
            && fact.seen.value(model::seen::userForm).toString() == form;
    });
    return found == visit.facts.rend() ? nullptr : &*found;
}

/// The form that opened another door of this visit goes first.
QStringList formsInOrder(const model::Case &visit, const Endpoint &endpoint)
{
    QStringList forms = userForms(visit, endpoint);
    for (const Fact &fact : visit.at(model::Step::Login)) {
        const QString form = fact.seen.value(model::seen::userForm).toString();
        if (fact.ok() && fact.endpoint != endpoint && forms.removeOne(form))
            forms.prepend(form);
    }
    return forms;
}

std::unique_ptr<net::DialogueBase> dialogueFor(const Job &job, const net::Environment &environment,
                                               Credential credential)
{
    switch (job.endpoint.protocol) {
    case Protocol::Pop3:
        return std::make_unique<Pop3Login>(environment, job.endpoint, job.address, std::move(credential));
    case Protocol::Imap:
        return std::make_unique<ImapLogin>(environment, job.endpoint, job.address, std::move(credential));
    case Protocol::Smtp:
        return std::make_unique<SmtpLogin>(environment, job.endpoint, job.address, std::move(credential));
    }
    Q_UNREACHABLE();
}

} // namespace

QList<Job> due(const model::Case &visit, const net::Environment &environment)
{
    QList<Job> jobs;
    if (!visit.passwordGiven)
        return jobs;
    for (const bool incoming : {true, false}) {
        const Choice choice = choose(visit, environment, incoming);
        if (choice.mustWait)
            return jobs;
        if (!choice.endpoint)
            continue;
        const Endpoint &endpoint = *choice.endpoint;
        for (const QString &form : formsInOrder(visit, endpoint)) {
            const Fact *const before = attempt(visit, endpoint, form);
            if (!before && visit.failedLogins() >= net::Bounds::failedLoginsPerVisit)
                return jobs;
            jobs.append({QStringLiteral("login ") + endpoint.text() + u' ' + form, endpoint,
                         verifiedAddress(visit, endpoint), form});
            if (!before)
                return jobs; // one at a time
            // Only "wrong name or password" may be a matter of the name's form.
            if (before->failure != Failure::LoginRefused)
                break;
        }
    }
    return jobs;
}

Credential credentialFor(const model::Case &visit, const Endpoint &endpoint, const QString &form,
                         const model::Secret *password)
{
    return {userFor(visit, endpoint, form).toUtf8(), form,
            password ? password->duplicate() : model::Secret()};
}

std::unique_ptr<Probe> make(const Job &job, const Context &context)
{
    auto dialogue = dialogueFor(job, *context.environment,
                                credentialFor(*context.visit, job.endpoint, job.detail, context.password));
    dialogue->reportFrom(model::Step::Login);
    if (isConfigured(*context.visit, job.endpoint))
        dialogue->mark({{model::seen::configured, true}});
    auto probe = std::make_unique<DialogueProbe>(std::move(dialogue));
    probe->promise(model::Step::Login, {{model::seen::userForm, job.detail}});
    return probe;
}

} // namespace probes::login
