// Builds a Case fact by fact, so that a test reads as what was seen.
#pragma once

#include "model/case.h"
#include "model/seen.h"
#include "rules/rule.h"

#include <QJsonArray>

namespace support {

using namespace model;

inline const Endpoint pop{QStringLiteral("pop.example.ne.jp"), 995, Protocol::Pop3, Security::Tls};
inline const Endpoint imap{QStringLiteral("imap.example.ne.jp"), 993, Protocol::Imap, Security::Tls};
inline const Endpoint smtp{QStringLiteral("smtp.example.ne.jp"), 587, Protocol::Smtp, Security::StartTls};
inline const Endpoint smtp25{QStringLiteral("smtp.example.ne.jp"), 25, Protocol::Smtp, Security::Plain};

struct Visit : Case
{
    Visit()
    {
        address = QStringLiteral("hanako@example.ne.jp");
        startedAt = QDateTime::fromString(QStringLiteral("2026-11-22T10:00:00Z"), Qt::ISODate);
        Provider pack;
        pack.id = QStringLiteral("example");
        pack.name.insert(QStringLiteral("en"), QStringLiteral("Example Net"));
        pack.domains = QStringList{QStringLiteral("example.ne.jp")};
        pack.incoming = {{imap, {QStringLiteral("address"), QStringLiteral("local")}, true}};
        pack.outgoing = {{smtp, {QStringLiteral("address")}, true}};
        provider = pack;
    }
    Visit &fact(Step step, const Endpoint &endpoint, Failure failure = Failure::None,
                const QJsonObject &seen = {}, qint64 ms = 20, const QString &ip = QStringLiteral("192.0.2.1"))
    {
        add({0, step, endpoint, step == Step::Resolve ? QString() : ip, failure, ms, seen, {}});
        return *this;
    }
    /// As far as the capabilities, all well.
    Visit &works(const Endpoint &door)
    {
        for (const Step step : {Step::Connect, Step::Greeting, Step::Secure, Step::Capabilities})
            fact(step, door);
        return *this;
    }
    Visit &sent(qint64 dotMs, qint64 bytes = 1'000'000)
    {
        return fact(Step::Submit, smtp, Failure::None,
                    {{seen::dotToReplyMs, dotMs}, {seen::bytes, bytes}, {seen::uploadMs, 900}});
    }
    MailApp &app(const char *id, std::optional<int> timeout = std::nullopt)
    {
        MailApp found;
        found.id = QString::fromLatin1(id);
        AppProfile profile;
        profile.path = QStringLiteral("/home/hanako/profile");
        profile.timeoutSeconds = timeout;
        Account account;
        account.address = address;
        account.incoming = ServerSettings{imap, address, QStringLiteral("password")};
        account.outgoing = ServerSettings{smtp, address, QStringLiteral("password")};
        profile.accounts.append(account);
        found.profiles.append(profile);
        apps.append(found);
        appsRead = true;
        return apps.last();
    }
};

inline rules::Context usual()
{
    return {{{QStringLiteral("outlook"), 60, false}, {QStringLiteral("thunderbird"), 100, false}}};
}

inline const Finding *find(const Verdict &verdict, const char *id)
{
    for (const Finding &finding : verdict.findings)
        if (finding.id == QLatin1String(id))
            return &finding;
    return nullptr;
}

/// Every finding carries the values that its kind promises: advice texts rely on it. Empty: all well.
inline QString brokenPromise(const Verdict &verdict)
{
    for (const Finding &finding : verdict.findings) {
        for (const rules::FindingKind &kind : rules::findingKinds()) {
            if (finding.id != QLatin1String(kind.id))
                continue;
            for (const QString &value : QString::fromLatin1(kind.values).split(u' ', Qt::SkipEmptyParts))
                if (!finding.values.contains(value))
                    return finding.id + QStringLiteral(" lacks ") + value;
        }
    }
    return {};
}

} // namespace support
