#include "practice/faults.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace practice {

namespace {

constexpr quint16 port(Door door)
{
    return quint16(door);
}

const QSet<quint16> smtpDoors{port(Door::Smtp), port(Door::Submission), port(Door::Submissions)};
const QSet<quint16> imapDoors{port(Door::Imap), port(Door::Imaps)};
const QSet<quint16> pop3Doors{port(Door::Pop3), port(Door::Pop3s)};

/// Edits that make one word the other (Levenshtein).
qsizetype distance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (size_t j = 1; j < row.size(); ++j) {
            const qsizetype substituted = diagonal + (a[i] == b[qsizetype(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

const QList<FaultRow> &faultTable()
{
    using B = Behaviour;
    static const QList<FaultRow> table{
        {"healthy", "healthy", [](B &) {}},
        {"slow-scan", "submit.reply-slower-than-program", [](B &b) { b.scans = true; }},

        {"silent-smtp", "server.silent", [](B &b) { b.silent |= smtpDoors; }},
        {"silent-imap", "server.silent", [](B &b) { b.silent |= imapDoors; }},
        {"silent-pop3", "server.silent", [](B &b) { b.silent |= pop3Doors; }},
        {"slow-greeting", "server.slow-greeting", [](B &b) { b.greetingSeconds = 6; }},
        {"busy", "server.busy", [](B &b) { b.greeting = Greeting::Busy; }},
        {"closed-early", "server.closed-early", [](B &b) { b.greeting = Greeting::ClosedEarly; }},
        {"endless-greeting", "server.endless-reply", [](B &b) { b.greeting = Greeting::Endless; }},
        {"drip", "server.drips", [](B &b) { b.greeting = Greeting::Drip; }},
        {"web-server", "server.wrong-service", [](B &b) { b.greeting = Greeting::Web; }},
        {"port25-blocked", "line.port25-blocked", [](B &b) { b.closed << port(Door::Smtp); }},
        {"smtp-closed", "server.port-closed", [](B &b) { b.closed |= smtpDoors; }},

        {"no-starttls", "tls.not-offered", [](B &b) { b.startTls = StartTls::NotOffered; }},
        {"starttls-refused", "tls.refused", [](B &b) { b.startTls = StartTls::Refused; }},
        {"starttls-injected", "tls.injected", [](B &b) { b.startTls = StartTls::Injected; }},
        {"preauth", "tls.preauth", [](B &b) { b.greeting = Greeting::Preauth; }},
        {"plain-on-tls-port", "server.plain-on-tls-port", [](B &b) { b.plainOnTlsDoors = true; }},
        {"tls-on-plain-port", "server.tls-on-plain-port", [](B &b) { b.tlsOnPlainDoors = true; }},
        {"tls-too-old", "tls.too-old", [](B &b) { b.onlyOldTls = true; }},
        {"certificate-expired", "tls.certificate-expired",
         [](B &b) { b.certificate = QStringLiteral("expired"); }},
        {"certificate-not-yet-valid", "tls.certificate-not-yet-valid",
         [](B &b) { b.certificate = QStringLiteral("not-yet-valid"); }},
        {"certificate-name", "tls.certificate-name",
         [](B &b) { b.certificate = QStringLiteral("other-name"); }},
        {"certificate-self-signed", "tls.certificate-self-signed",
         [](B &b) { b.certificate = QStringLiteral("self-signed"); }},
        {"certificate-unknown-authority", "tls.certificate-unknown-authority",
         [](B &b) { b.certificate = QStringLiteral("unknown-authority"); }},
        {"certificate-chain", "tls.certificate-chain",
         [](B &b) { b.certificate = QStringLiteral("chain-missing"); }},

        {"wrong-password", "login.wrong-password", [](B &b) { b.logIn = LogIn::WrongPassword; }},
        {"contract-ended", "login.contract-ended", [](B &b) { b.logIn = LogIn::Expired; }},
        {"temporary-failure", "login.temporary-failure", [](B &b) { b.logIn = LogIn::TemporaryFailure; }},
        {"in-use", "login.in-use", [](B &b) { b.logIn = LogIn::InUse; }},
        {"user-form", "login.user-form", [](B &b) { b.logIn = LogIn::LocalPartOnly; }},
        {"silent-login", "login.silent", [](B &b) { b.logIn = LogIn::Silent; }},

        {"mailbox-full", "mailbox.full", [](B &b) { b.quotaPercent = 100; }},
        {"mailbox-nearly-full", "mailbox.nearly-full", [](B &b) { b.quotaPercent = 95; }},
        {"duplicates-in-mailbox", "mailbox.duplicates", [](B &b) { b.extraDuplicates = 4; }},
        {"left-on-server", "mailbox.left-on-server", [](B &b) { b.oldMessages = 1500; }},
        {"mail-in-junk", "mailbox.mail-in-junk", [](B &b) { b.unseenJunk = 3; }},
        {"tagged-spam", "mailbox.tagged-spam", [](B &b) { b.taggedSpam = 3; }},
        {"too-many-messages", "mailbox.too-many-messages",
         [](B &b) {
             b.oldMessages = 1500;
             b.messageLimit = 1000;
         }},
        {"poison-message", "mailbox.poison-message", [](B &b) { b.breaksAtLetter = true; }},
        {"zero-octet", "mailbox.poison-message", [](B &b) { b.zeroOctet = true; }},
        {"giant-message", "mailbox.giant-message", [](B &b) { b.giantBytes = 6 * 1024 * 1024; }},

        {"too-big", "submit.too-big", [](B &b) { b.sizeLimit = 1'000'000; }},
        {"sender-refused", "submit.sender-refused",
         [](B &b) {
             b.senderAnswer = "553 5.7.1 Sender address rejected: not owned by the user who logged in";
         }},
        {"recipient-refused", "submit.recipient-refused",
         [](B &b) { b.recipientAnswer = "550 5.1.1 Recipient address rejected: user unknown"; }},
        {"greylisted", "submit.greylisted", [](B &b) { b.greylists = true; }},
        {"listed", "submit.listed",
         [](B &b) {
             b.recipientAnswer
                 = "554 5.7.1 Service unavailable; client host [192.0.2.1] blocked using zen.spamhaus.org";
         }},
        {"rate-limited", "submit.rate-limited",
         [](B &b) {
             b.senderAnswer = "450 4.7.1 Too many messages from this account, try again in an hour";
         }},
    };
    return table;
}

const FaultRow *faultNamed(const QString &id)
{
    for (const FaultRow &row : faultTable()) {
        if (id == QLatin1String(row.id))
            return &row;
    }
    return nullptr;
}

QString nearestFault(const QString &id)
{
    const QList<FaultRow> &table = faultTable();
    const auto nearer = [&id](const FaultRow &a, const FaultRow &b) {
        return distance(id, QString::fromLatin1(a.id)) < distance(id, QString::fromLatin1(b.id));
    };
    return QString::fromLatin1(std::min_element(table.begin(), table.end(), nearer)->id);
}

} // namespace practice
