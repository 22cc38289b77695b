#include "probes/junk.h"

#include "model/seen.h"
#include "probes/dialogue_probe.h"
#include "probes/junk_imap.h"
#include "probes/login.h"

#include <algorithm>

namespace probes::junk {

namespace {

using model::Fact;
using model::Protocol;
using model::Step;

/// Whatever goes wrong here is told as a fact about Junk: the person does not use this door, and a server
/// that does not know IMAP users must not look like one that refuses them.
class JunkProbe : public DialogueProbe
{
public:
    using DialogueProbe::DialogueProbe;

protected:
    void heard(const Fact &fact) override
    {
        Fact told = fact;
        if (fact.step == Step::Login && fact.failure != model::Failure::NotTried
            && fact.failure != model::Failure::LoginNotOffered)
            told.seen.insert(model::seen::logins, 1);
        told.step = Step::Junk;
        DialogueProbe::heard(told);
    }
};

} // namespace

QList<Job> due(const model::Case &visit, const net::Environment &environment)
{
    const bool popOpened = std::any_of(visit.facts.begin(), visit.facts.end(), [](const Fact &fact) {
        return fact.step == Step::Login && fact.ok() && fact.endpoint.protocol == Protocol::Pop3;
    });
    if (!visit.passwordGiven || !popOpened || visit.failedLogins() > 0
        || login::plansProtocol(visit, environment, Protocol::Imap))
        return {};
    auto door = login::bestDoor(visit, environment, Protocol::Imap);
    if (!door)
        return {};
    door->key = QStringLiteral("junk ") + door->endpoint.text();
    return {*door};
}

std::unique_ptr<Probe> make(const Job &job, const Context &context)
{
    auto dialogue = std::make_unique<JunkImap>(
        *context.environment, job.endpoint, job.address,
        login::credentialFor(*context.visit, job.endpoint, job.detail, context.password),
        wishesOf(*context.visit));
    dialogue->reportFrom(Step::Junk);
    auto probe = std::make_unique<JunkProbe>(std::move(dialogue));
    probe->promise(Step::Junk);
    return probe;
}

} // namespace probes::junk
