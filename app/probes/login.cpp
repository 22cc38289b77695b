#include "probes/login.h"

#include "model/seen.h"
#include "probes/dialogue_probe.h"
#include "probes/mailbox_imap.h"
#include "probes/mailbox_pop3.h"
#include "probes/plan.h"
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

/// The doors of one protocol in order of preference, as planned.
QList<Endpoint> candidates(const model::Case &visit, const net::Environment &environment, Protocol protocol)
{
    QList<Endpoint> found;
    for (const Door &door : doors(visit, environment))
        if (door.endpoint.protocol == protocol)
            found.append(door.endpoint);
    // Between servers nobody logs in on 25; it is the last resort.
    std::stable_partition(found.begin(), found.end(), [&visit](const Endpoint &endpoint) {
        return endpoint.port != 25 || isConfigured(visit, endpoint);
    });
    return found;
}

/// The protocols to log in with: what the mail program is set to; else what the pack lists, each once; else
/// the first that the plan holds. Sending comes last: a refusal there is worth less than one of the mailbox.
QList<Protocol> protocolsInOrder(const model::Case &visit, const net::Environment &environment)
{
    QList<Protocol> order;
    const auto add = [&order](Protocol protocol) {
        if (protocol != Protocol::Smtp && !order.contains(protocol))
            order.append(protocol);
    };
    const auto account = visit.account();
    if (account && account->incoming) {
        add(account->incoming->endpoint.protocol);
    } else if (visit.provider) {
        for (const model::ProviderServer &server : visit.provider->incoming)
            add(server.endpoint.protocol);
    } else {
        for (const Door &door : doors(visit, environment))
            if (order.isEmpty())
                add(door.endpoint.protocol);
    }
    order.append(Protocol::Smtp);
    return order;
}

Choice choose(const model::Case &visit, const net::Environment &environment, Protocol protocol)
{
    for (const Endpoint &endpoint : candidates(visit, environment, protocol)) {
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

/// The mailbox is looked into on the connection of the log-in: a second one would cost another log-in, and a
/// POP3 server may answer it with LOGIN-DELAY (RFC 2449 section 6.5).
std::unique_ptr<net::DialogueBase> dialogueFor(const Job &job, const Context &context, Credential credential)
{
    const net::Environment &environment = *context.environment;
    switch (job.endpoint.protocol) {
    case Protocol::Pop3:
        return std::make_unique<MailboxPop3>(environment, job.endpoint, job.address, std::move(credential),
                                             wishesOf(*context.visit));
    case Protocol::Imap:
        return std::make_unique<MailboxImap>(environment, job.endpoint, job.address, std::move(credential),
                                             wishesOf(*context.visit));
    case Protocol::Smtp:
        return std::make_unique<SmtpLogin>(environment, job.endpoint, job.address, std::move(credential));
    }
    Q_UNREACHABLE();
}

} // namespace

bool plansProtocol(const model::Case &visit, const net::Environment &environment, Protocol protocol)
{
    return protocolsInOrder(visit, environment).contains(protocol);
}

std::optional<Job> bestDoor(const model::Case &visit, const net::Environment &environment, Protocol protocol)
{
    const Choice choice = choose(visit, environment, protocol);
    if (choice.mustWait || !choice.endpoint)
        return std::nullopt;
    const QStringList forms = formsInOrder(visit, *choice.endpoint);
    if (forms.isEmpty())
        return std::nullopt;
    return Job{{}, *choice.endpoint, verifiedAddress(visit, *choice.endpoint), forms.first()};
}

QList<Job> due(const model::Case &visit, const net::Environment &environment)
{
    QList<Job> jobs;
    if (!visit.passwordGiven)
        return jobs;
    for (const Protocol protocol : protocolsInOrder(visit, environment)) {
        const Choice choice = choose(visit, environment, protocol);
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
    auto dialogue = dialogueFor(job, context,
                                credentialFor(*context.visit, job.endpoint, job.detail, context.password));
    dialogue->reportFrom(model::Step::Login);
    if (isConfigured(*context.visit, job.endpoint))
        dialogue->mark({{model::seen::configured, true}});
    auto probe = std::make_unique<DialogueProbe>(std::move(dialogue));
    probe->promise(model::Step::Login, {{model::seen::userForm, job.detail}});
    return probe;
}

} // namespace probes::login
