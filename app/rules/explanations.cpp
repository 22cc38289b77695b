#include "rules/explanations.h"

#include <algorithm>

namespace rules {

using namespace model;

const QList<Explanation> &explanations()
{
    using Reach = Explanation::Reach;
    static const QList<Explanation> table{
        // The line: nothing behind it can be blamed for what does not pass.
        {"line.no-link", {"dns.", "server.", "tls.", "line.", "pc.mail-intercepted"}},
        {"line.gateway-dead", {"dns.", "server.", "tls.", "line."}},
        {"line.captive-portal",
         {"dns.", "server.", "tls.", "line.", "app.wrong-host", "pc.mail-intercepted"}},
        {"line.proxy-only", {"dns.", "server.", "tls.", "line."}},
        {"line.no-internet", {"dns.", "server.", "tls.", "line."}},
        {"line.mail-ports-blocked", {"server.port-filtered", "line.port25-blocked", "line.ipv6-broken"}},
        {"line.mail-ports-blocked", {"server.down"}, Reach::Everything, 0.8},
        {"line.mail-proxy",
         {"tls.", "server.", "line.smtp-inspection", "pc.mail-intercepted"},
         Reach::Sending},
        {"line.smtp-inspection", {"tls.not-offered", "tls.refused"}, Reach::SameHost},
        {"line.outside-network",
         {"server.port-filtered", "server.port-closed", "server.refuses-us", "server.closed-early",
          "server.reset-early", "submit.relay-denied", "submit.sender-refused", "line.own-address-listed"},
         Reach::Sending},
        {"line.mtu-blackhole",
         {"tls.handshake-timeout", "tls.handshake-failed", "server.silent", "server.drips",
          "line.cut-at-step"},
         Reach::SameHost},
        {"line.lossy",
         {"server.port-filtered", "server.silent", "server.drips", "server.one-of-several-bad",
          "server.slow-greeting", "tls.handshake-timeout", "line.ipv6-broken"}},
        {"line.cut-at-step", {"server.closed-early", "server.reset-early"}, Reach::SameHost, 0.7},
        // This PC
        {"pc.clock-wrong",
         {"tls.certificate-expired", "tls.certificate-not-yet-valid", "tls.certificate-expires-soon"},
         Reach::Everything,
         0.8},
        // The name service
        {"dns.resolver-silent", {"server.", "tls."}},
        {"dns.hosts-override", {"server.", "tls.", "pc.mail-intercepted"}, Reach::SameHost, 0.7},
        {"dns.name-unknown", {"server.", "tls.", "dns.hosts-override"}, Reach::SameHost, 0.7},
        {"dns.misconfigured",
         {"dns.name-without-address", "dns.resolver-failing", "server."},
         Reach::SameHost,
         0.7},
        {"submit.reply-slower-than-program", {"submit.reply-slow"}},
        // A server that tells why it keeps the person out, or that cannot look the password up, is asked
        // through several doors; one of them may say no more than "refused".
        {"login.account-stopped", {"login.wrong-password"}},
        {"login.contract-ended", {"login.wrong-password", "login.account-stopped"}},
        {"login.temporary-failure", {"login.wrong-password"}},
        {"login.oauth-needed", {"login.wrong-password", "login.not-offered"}},
        {"login.app-password-needed", {"login.wrong-password"}},
    };
    return table;
}

namespace {

bool covers(const char *pattern, const QString &id)
{
    const QLatin1String text(pattern);
    return text.endsWith(u'.') ? id.startsWith(text) : id == text;
}

bool isWithin(const Explanation &one, const Finding &cause, const Finding &finding)
{
    switch (one.reach) {
    case Explanation::Reach::Everything:
        return true;
    case Explanation::Reach::SameHost:
        return cause.about && finding.about && cause.about->host == finding.about->host;
    case Explanation::Reach::Sending:
        return finding.about && finding.about->protocol == Protocol::Smtp;
    }
    Q_UNREACHABLE();
}

bool follows(const Explanation &one, const Finding &cause, const Finding &finding)
{
    return finding.id != cause.id && isWithin(one, cause, finding)
        && std::any_of(one.follows.begin(), one.follows.end(),
                       [&](const char *pattern) { return covers(pattern, finding.id); });
}

} // namespace

void dropWhatIsExplained(QList<Finding> &findings)
{
    // In the order of the table: who was explained himself explains nothing any more.
    for (const Explanation &one : explanations()) {
        const QList<Finding> given = findings;
        for (const Finding &cause : given)
            if (cause.id == QLatin1String(one.cause) && cause.confidence >= one.sureness)
                findings.removeIf([&](const Finding &finding) { return follows(one, cause, finding); });
    }
}

} // namespace rules
