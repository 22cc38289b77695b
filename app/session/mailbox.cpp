#include "session/mailbox.h"

#include "model/seen.h"
#include "probes/credential.h"
#include "probes/login.h"
#include "probes/rescue_pop3.h"

#include <QJsonArray>
#include <algorithm>
#include <utility>

namespace session {

namespace {

namespace seen = model::seen;
using model::Fact;
using model::Step;

MailboxMessage messageOf(const QJsonObject &values)
{
    return {values.value(seen::number).toInt(), values.value(seen::bytes).toInteger(),
            values.value(seen::from).toString(), values.value(seen::subject).toString(),
            values.value(seen::date).toString()};
}

/// The protocol that the mail program uses; else the one whose mailbox was looked at first.
std::optional<model::Protocol> shownProtocol(const model::Case &visit)
{
    const auto account = visit.account();
    const auto looked = [&visit](model::Protocol protocol) {
        return std::any_of(visit.facts.begin(), visit.facts.end(), [protocol](const Fact &fact) {
            return fact.step == Step::Mailbox && fact.ok() && fact.endpoint.protocol == protocol;
        });
    };
    if (account && account->incoming && looked(account->incoming->endpoint.protocol))
        return account->incoming->endpoint.protocol;
    for (const Fact &fact : visit.at(Step::Mailbox))
        if (fact.ok())
            return fact.endpoint.protocol;
    return std::nullopt;
}

void takeNumber(const Fact &fact, QLatin1String key, std::optional<qint64> *into)
{
    if (fact.seen.contains(key))
        *into = fact.seen.value(key).toInteger();
}

} // namespace

std::optional<Blocker> blockerOf(const model::Case &visit, const model::Verdict &verdict)
{
    for (const model::Finding &finding : verdict.findings) {
        if ((finding.id != u"mailbox.poison-message" && finding.id != u"mailbox.giant-message")
            || finding.severity == model::Severity::Note || finding.because.isEmpty())
            continue;
        const int number = finding.because.first();
        const auto fact = std::find_if(visit.facts.begin(), visit.facts.end(),
                                       [number](const Fact &one) { return one.number == number; });
        if (fact == visit.facts.end())
            continue;
        return Blocker{messageOf(fact->seen), fact->seen.value(seen::uidl).toString(),
                       fact->seen.value(seen::defect).toString(), fact->endpoint, fact->address};
    }
    return std::nullopt;
}

MailboxSummary mailboxOf(const model::Case &visit, const model::Verdict &verdict)
{
    MailboxSummary summary;
    const auto protocol = shownProtocol(visit);
    for (const Fact &fact : visit.at(Step::Mailbox)) {
        if (!fact.ok())
            continue;
        takeNumber(fact, seen::quotaUsed, &summary.quotaUsed);
        takeNumber(fact, seen::quotaLimit, &summary.quotaLimit);
        if (!summary.bytes)
            takeNumber(fact, seen::bytes, &summary.bytes);
        if (fact.endpoint.protocol != protocol)
            continue;
        takeNumber(fact, seen::messages, &summary.messages);
        takeNumber(fact, seen::bytes, &summary.bytes);
        if (fact.seen.contains(seen::oldest))
            summary.oldest = fact.seen.value(seen::oldest).toString();
        const QJsonArray largest = fact.seen.value(seen::largest).toArray();
        if (!largest.isEmpty())
            summary.largest.clear();
        for (const QJsonValue &one : largest)
            summary.largest.append(messageOf(one.toObject()));
    }
    for (const Fact &fact : visit.at(Step::Junk)) {
        if (!fact.ok() || !fact.seen.contains(seen::folder))
            continue;
        summary.junkFolder = fact.seen.value(seen::folder).toString();
        takeNumber(fact, seen::messages, &summary.junkMessages);
        takeNumber(fact, seen::unseen, &summary.junkUnseen);
        summary.junkHidden = fact.seen.value(seen::hidden).toBool();
    }
    for (const Fact &fact : visit.at(Step::Fetch))
        takeNumber(fact, seen::searched, &summary.searched);
    summary.blocker = blockerOf(visit, verdict);
    return summary;
}

Rescue::Rescue() = default;
Rescue::~Rescue() = default;

QString Rescue::start(const QString &path, const Blocker &blocker, const model::Case &visit,
                      const net::Environment &environment, const model::Secret &password)
{
    const auto login = std::find_if(visit.facts.begin(), visit.facts.end(), [&blocker](const Fact &fact) {
        return fact.step == Step::Login && fact.ok() && fact.endpoint == blocker.endpoint;
    });
    if (isRunning() || login == visit.facts.end() || password.isEmpty()
        || visit.failedLogins() >= net::Bounds::failedLoginsPerVisit)
        return QStringLiteral("not-tried");
    if (QFile::exists(path))
        return QStringLiteral("exists");
    m_file.setFileName(path);
    // NewOnly: somebody may have made it since. For this person's eyes alone.
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        || !m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
        m_file.close();
        return QStringLiteral("not-writable");
    }
    m_writable = true;
    m_last = {};
    m_copy = std::make_unique<probes::RescuePop3>(
        environment, blocker.endpoint, blocker.address,
        probes::login::credentialFor(visit, blocker.endpoint, login->seen.value(seen::userForm).toString(),
                                     &password),
        probes::FetchRun::Message{blocker.message.number, blocker.message.bytes, blocker.uidl.toUtf8()},
        [this](QByteArrayView octets) {
            m_writable = m_file.write(octets.data(), octets.size()) == octets.size();
            return m_writable;
        });
    connect(m_copy.get(), &net::DialogueBase::noted, this, [this](const Fact &fact) { m_last = fact; });
    connect(m_copy.get(), &net::DialogueBase::ended, this, &Rescue::finish);
    m_copy->start();
    return {};
}

void Rescue::finish()
{
    const bool complete = m_copy->isComplete();
    Fact told = m_last;
    told.step = m_copy->loggedInAtAll() ? Step::Fetch : m_last.step;
    if (m_copy->loggedInAtAll())
        told.seen.insert(seen::logins, 1);
    m_copy.reset();
    const bool kept = m_file.flush() && m_writable;
    const bool empty = m_file.size() == 0;
    m_file.close();
    if (empty)
        m_file.remove();
    emit noted(told);
    emit done(m_file.fileName(),
              !kept          ? QStringLiteral("not-writable")
                  : empty    ? QStringLiteral("nothing")
                  : complete ? QString()
                             : QStringLiteral("incomplete"));
}

} // namespace session
