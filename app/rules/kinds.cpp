// All findings, in the order of the chain: a program or a line that cannot reach the server comes before what
// the server then says; what piles up at the end of the chain (an outbox) comes after its causes. judge()
// sorts by this order. The last column names the values that every finding of the kind carries: advice texts
// may use these and no others.
#include "rules/rule.h"

namespace rules {

using model::Severity;
using model::Side;

const QList<FindingKind> &findingKinds()
{
    static const QList<FindingKind> kinds{
        {"line.no-link", Side::ThisPc, Severity::Blocks, ""},
        {"line.gateway-dead", Side::Line, Severity::Blocks, ""},
        {"line.captive-portal", Side::Line, Severity::Blocks, ""},
        {"line.proxy-only", Side::Line, Severity::Blocks, "proxy"},
        {"line.no-internet", Side::Line, Severity::Blocks, ""},
        {"line.mail-ports-blocked", Side::Line, Severity::Blocks, "host ports"},
        {"line.mail-proxy", Side::Line, Severity::Hurts, "host port"},
        {"line.outside-network", Side::Line, Severity::Blocks, "address host"},
        {"line.mtu-blackhole", Side::Line, Severity::Hurts, "host"},
        {"line.lossy", Side::Line, Severity::Hurts, "tries lost"},
        {"line.ipv6-broken", Side::Line, Severity::Hurts, "host"},
        {"line.smtp-inspection", Side::Line, Severity::Blocks, "host port"},
        {"line.port25-blocked", Side::Line, Severity::Blocks, "host other_port"},
        {"line.own-address-listed", Side::Line, Severity::Blocks, "host port"},
        {"line.slow-upload", Side::Line, Severity::Hurts, "seconds bytes program program_seconds"},
        {"pc.clock-wrong", Side::ThisPc, Severity::Blocks, "pc_date"},
        {"pc.mail-intercepted", Side::ThisPc, Severity::Blocks, "host product"},
        {"app.rewritten-by-antivirus", Side::ThisPc, Severity::Blocks, "program host"},
        {"app.wrong-host", Side::ThisPc, Severity::Blocks, "program host right_host"},
        {"app.wrong-port", Side::ThisPc, Severity::Blocks, "program host port right_port"},
        {"app.no-encryption", Side::ThisPc, Severity::Blocks, "program host right_port right_security"},
        {"app.auth-off", Side::ThisPc, Severity::Blocks, "program host"},
        {"app.user-form", Side::ThisPc, Severity::Blocks, "program host user right_user"},
        {"app.spa-on", Side::ThisPc, Severity::Blocks, "program host"},
        {"dns.resolver-silent", Side::Line, Severity::Blocks, "host"},
        {"dns.resolver-failing", Side::Line, Severity::Blocks, "host"},
        {"dns.resolver-refuses", Side::Line, Severity::Blocks, "host"},
        {"dns.resolver-partly-dead", Side::Line, Severity::Hurts, "resolver"},
        {"dns.resolver-lies", Side::Line, Severity::Hurts, "address"},
        {"dns.name-unknown", Side::ThisPc, Severity::Blocks, "host nearest"},
        {"dns.name-without-address", Side::Provider, Severity::Blocks, "host"},
        {"dns.misconfigured", Side::Provider, Severity::Blocks, "host"},
        {"dns.hosts-override", Side::ThisPc, Severity::Blocks, "host address"},
        {"server.down", Side::Provider, Severity::Blocks, "host ports"},
        {"server.port-closed", Side::Provider, Severity::Blocks, "host port protocol"},
        {"server.port-filtered", Side::Path, Severity::Blocks, "host port protocol"},
        {"server.one-of-several-bad", Side::Provider, Severity::Hurts, "host port bad good"},
        {"server.connection-limit", Side::Provider, Severity::Hurts, "host port protocol"},
        {"server.silent", Side::Provider, Severity::Blocks, "host port protocol seconds"},
        {"server.slow-greeting", Side::Provider, Severity::Hurts, "host port protocol seconds"},
        {"server.drips", Side::Provider, Severity::Blocks, "host port protocol"},
        {"server.closed-early", Side::Provider, Severity::Blocks, "host port protocol"},
        {"server.reset-early", Side::Path, Severity::Blocks, "host port protocol"},
        {"server.wrong-service", Side::Provider, Severity::Blocks, "host port protocol service"},
        {"server.not-mail", Side::Provider, Severity::Blocks, "host port protocol"},
        {"server.tls-on-plain-port", Side::ThisPc, Severity::Blocks, "host port protocol"},
        {"server.plain-on-tls-port", Side::ThisPc, Severity::Blocks, "host port protocol"},
        {"server.busy", Side::Provider, Severity::Blocks, "host port protocol"},
        {"server.refuses-us", Side::Provider, Severity::Blocks, "host port protocol"},
        {"server.protocol-error", Side::Provider, Severity::Blocks, "host port protocol"},
        {"server.endless-reply", Side::Provider, Severity::Blocks, "host port protocol"},
        {"tls.not-offered", Side::Provider, Severity::Blocks, "host port"},
        {"tls.refused", Side::Provider, Severity::Blocks, "host port"},
        {"tls.injected", Side::Path, Severity::Blocks, "host port"},
        {"tls.preauth", Side::Path, Severity::Blocks, "host port"},
        {"tls.handshake-timeout", Side::Provider, Severity::Blocks, "host port"},
        {"tls.too-old", Side::Provider, Severity::Blocks, "host port version"},
        {"tls.handshake-failed", Side::Path, Severity::Blocks, "host port cause"},
        {"tls.certificate-expired", Side::Provider, Severity::Blocks, "host until"},
        {"tls.certificate-not-yet-valid", Side::Provider, Severity::Blocks, "host from"},
        {"tls.certificate-name", Side::ThisPc, Severity::Blocks, "host names"},
        {"tls.certificate-self-signed", Side::Provider, Severity::Blocks, "host"},
        {"tls.certificate-chain", Side::Provider, Severity::Blocks, "host"},
        {"tls.certificate-unknown-authority", Side::Path, Severity::Blocks, "host issuer"},
        {"tls.certificate-weak", Side::Provider, Severity::Blocks, "host weakness"},
        {"tls.certificate-expires-soon", Side::Provider, Severity::Note, "host until"},
        {"login.user-form", Side::ThisPc, Severity::Blocks, "host user right_user"},
        {"login.oauth-needed", Side::ThisPc, Severity::Blocks, "host"},
        {"login.app-password-needed", Side::ThisPc, Severity::Blocks, "host"},
        {"login.needs-encryption", Side::ThisPc, Severity::Blocks, "host port"},
        {"login.contract-ended", Side::Provider, Severity::Blocks, "host"},
        {"login.quota-restricted", Side::Provider, Severity::Blocks, "host"},
        {"login.account-stopped", Side::Provider, Severity::Blocks, "host"},
        {"login.temporary-failure", Side::Provider, Severity::Blocks, "host"},
        {"login.in-use", Side::ThisPc, Severity::Blocks, "host"},
        {"login.too-often", Side::ThisPc, Severity::Hurts, "host"},
        {"login.too-many-connections", Side::ThisPc, Severity::Hurts, "host"},
        {"login.not-offered", Side::Provider, Severity::Blocks, "host"},
        {"login.wrong-password", Side::ThisPc, Severity::Blocks, "host"},
        {"login.silent", Side::Provider, Severity::Blocks, "host seconds"},
        {"login.slow", Side::Provider, Severity::Hurts, "host seconds"},
        {"login.pop-before-smtp", Side::ThisPc, Severity::Hurts, "host"},
        {"line.cut-at-step", Side::Path, Severity::Blocks, "host port step"},
        {"mailbox.full", Side::Provider, Severity::Blocks, "percent bytes limit_bytes"},
        {"mailbox.nearly-full", Side::Provider, Severity::Hurts, "percent bytes limit_bytes"},
        {"mailbox.poison-message", Side::Provider, Severity::Blocks, "number bytes from subject date defect"},
        {"mailbox.giant-message", Side::ThisPc, Severity::Hurts,
         "number bytes from subject date seconds program program_seconds"},
        {"mailbox.too-many-messages", Side::ThisPc, Severity::Hurts, "messages limit"},
        {"mailbox.left-on-server", Side::ThisPc, Severity::Hurts, "messages oldest"},
        {"mailbox.duplicates", Side::ThisPc, Severity::Hurts, "copies"},
        {"mailbox.mail-in-junk", Side::Provider, Severity::Note, "count folder"},
        {"mailbox.tagged-spam", Side::Provider, Severity::Note, "count tag"},
        {"submit.sender-domain-unknown", Side::ThisPc, Severity::Blocks, "host domain"},
        {"submit.sender-refused", Side::ThisPc, Severity::Blocks, "host address"},
        {"submit.relay-denied", Side::ThisPc, Severity::Blocks, "host"},
        {"submit.recipient-refused", Side::Partner, Severity::Blocks, "host"},
        {"submit.too-big", Side::ThisPc, Severity::Blocks, "bytes limit_bytes"},
        {"submit.listed", Side::Provider, Severity::Blocks, "host"},
        {"submit.rate-limited", Side::ThisPc, Severity::Hurts, "host"},
        {"submit.greylisted", Side::Provider, Severity::Note, "host"},
        {"submit.reply-slower-than-program", Side::Provider, Severity::Blocks,
         "seconds program program_seconds bytes programs needed_timeout"},
        {"submit.reply-slow", Side::Provider, Severity::Hurts, "seconds bytes needed_timeout"},
        {"app.store-full", Side::ThisPc, Severity::Blocks, "program path bytes limit_bytes"},
        {"app.timeout-too-short", Side::ThisPc, Severity::Hurts, "program program_seconds needed_timeout"},
        {"app.offline", Side::ThisPc, Severity::Blocks, "program"},
        {"app.outbox-stuck", Side::ThisPc, Severity::Blocks, "program count bytes"},
        {"app.leave-on-server", Side::ThisPc, Severity::Hurts, "program"},
        {"app.unsupported", Side::ThisPc, Severity::Hurts, "program"},
        {"app.new-outlook", Side::ThisPc, Severity::Note, "program"},
        {"app.running", Side::ThisPc, Severity::Note, "program"},
        {"address.full-width", Side::ThisPc, Severity::Note, "given corrected"},
        {"address.syntax", Side::ThisPc, Severity::Blocks, "given"},
        {"address.typo-domain", Side::ThisPc, Severity::Hurts, "given corrected"},
        {"address.carrier-nonstandard", Side::Partner, Severity::Note, "given"},
    };
    return kinds;
}

model::Finding finding(const char *id)
{
    const QString wanted = QString::fromLatin1(id);
    for (const FindingKind &kind : findingKinds()) {
        if (wanted != QLatin1String(kind.id))
            continue;
        model::Finding found;
        found.id = wanted;
        found.side = kind.side;
        found.severity = kind.severity;
        return found;
    }
    Q_UNREACHABLE(); // a rule named a kind that the table does not have: the test over all rules finds it
}

} // namespace rules
