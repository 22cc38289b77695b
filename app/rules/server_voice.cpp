// What a server says first, or does not.
#include "model/seen.h"
#include "rules/evidence.h"
#include "rules/families.h"
#include "rules/hellos.h"

#include <algorithm>

namespace rules {

using namespace model;

namespace {

// "Slow" begins here for people, whatever bound the visit itself used (faults.md S02).
constexpr qint64 slowGreetingMs = 5'000;

bool namesBlocklist(const Fact &fact)
{
    return says(fact,
                {"blocked using", "blacklist", "blocklist", "blocklisted", "spamhaus", "spamcop", "barracuda",
                 "sorbs", "rbl.", "dnsbl"});
}

struct Meaning
{
    Failure failure;
    const char *id;
};

constexpr Meaning meanings[] = {
    {Failure::Silent, "server.silent"},
    {Failure::Drip, "server.drips"},
    {Failure::ClosedEarly, "server.closed-early"},
    {Failure::Reset, "server.reset-early"},
    {Failure::WrongService, "server.wrong-service"},
    {Failure::NotMail, "server.not-mail"},
    {Failure::TlsOnPlainPort, "server.tls-on-plain-port"},
    {Failure::PlainOnTlsPort, "server.plain-on-tls-port"},
    {Failure::Busy, "server.busy"},
    {Failure::Unwelcome, "server.refuses-us"},
    {Failure::ProtocolError, "server.protocol-error"},
    {Failure::Endless, "server.endless-reply"},
};

/// Null where another family knows the failure.
const char *meaning(const Fact &fact)
{
    if (fact.failure == Failure::Unwelcome && namesBlocklist(fact))
        return "line.own-address-listed";
    for (const Meaning &one : meanings)
        if (one.failure == fact.failure)
            return one.id;
    return nullptr;
}

/// A hello of our own was answered at the port that says nothing in clear.
const Fact *answeredHello(const Case &visit, const Fact &silent)
{
    if (silent.step != Step::Greeting || silent.failure != Failure::Silent
        || silent.endpoint.security == Security::Tls)
        return nullptr;
    const auto look = std::find_if(visit.facts.begin(), visit.facts.end(), [&silent](const Fact &fact) {
        return fact.step == Step::TlsLook && fact.ok() && fact.endpoint.security == Security::Tls
            && sameDoor(fact.endpoint, silent.endpoint) && fact.address == silent.address;
    });
    return look == visit.facts.end() ? nullptr : &*look;
}

bool isVoice(const Fact &fact)
{
    // What is no answer to a log-in at all is the server's own trouble; rule login reads the others.
    const bool noAnswer = fact.failure == Failure::ProtocolError || fact.failure == Failure::Endless;
    return fact.step == Step::Greeting || fact.step == Step::Capabilities || fact.step == Step::Secure
        || fact.step == Step::Mailbox || (fact.step == Step::Login && noAnswer);
}

void addSeen(Finding &found, const Fact &fact)
{
    if (fact.failure == Failure::Silent)
        found.values.insert(QStringLiteral("seconds"), seconds(fact.milliseconds));
    if (fact.failure == Failure::WrongService)
        found.values.insert(QStringLiteral("service"), fact.seen.value(seen::service).toString().toUpper());
    if (const QString said = words(fact); !said.isEmpty())
        found.values.insert(QStringLiteral("reply"), said);
}

} // namespace

QList<Finding> serverVoice(const Case &visit, const Context &)
{
    QList<Finding> found;
    for (const Fact &fact : visit.facts) {
        if (!isVoice(fact) || !matters(visit, fact))
            continue;
        if (fact.step == Step::Greeting && fact.ok() && fact.milliseconds >= slowGreetingMs) {
            Finding slow = findingAt("server.slow-greeting", fact, 0.9);
            slow.values.insert(QStringLiteral("seconds"), seconds(fact.milliseconds));
            found.append(slow);
        }
        const char *id = meaning(fact);
        // Where another address of the same door speaks well, it is one of several (rule serverAddresses).
        if (!id || anyOk(visit, fact.endpoint, fact.step))
            continue;
        if (const Fact *look = answeredHello(visit, fact)) {
            Finding other = findingAt("server.tls-on-plain-port", fact, 0.95);
            because(other, *look);
            found.append(other);
            continue;
        }
        // Hellos of our own may know why the line was cut, or that it was no plain text: rule encryption says
        // it.
        if (const auto better = explainedByHellos(visit, fact); better && better->id != QLatin1String(id))
            continue;
        Finding one = findingAt(id, fact, 0.9);
        addSeen(one, fact);
        found.append(one);
    }
    return found;
}

} // namespace rules
