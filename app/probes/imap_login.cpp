#include "probes/imap_login.h"

#include "model/seen.h"
#include "probes/login_words.h"
#include "probes/reply_seen.h"

namespace probes {

using model::Failure;
using net::ImapReply;

namespace {

std::optional<qint64> number(const QByteArray &digits)
{
    bool valid = false;
    const qint64 value = digits.size() <= 18 ? digits.toLongLong(&valid) : 0;
    return valid && value >= 0 ? std::optional(value) : std::nullopt;
}

/// QUOTA "" (STORAGE used limit …), in units of 1024 bytes (RFC 9208 section 5.3.1).
QJsonObject quotaIn(const ImapReply &reply)
{
    for (const QByteArray &line : reply.untagged) {
        if (!line.toUpper().startsWith("QUOTA "))
            continue;
        const qsizetype open = line.lastIndexOf('(');
        const qsizetype close = line.lastIndexOf(')');
        if (open < 0 || close < open)
            continue;
        const QByteArrayList words = line.mid(open + 1, close - open - 1).simplified().split(' ');
        for (qsizetype i = 0; i + 2 < words.size(); i += 3) {
            const auto used = number(words.at(i + 1));
            const auto limit = number(words.at(i + 2));
            if (words.at(i).toUpper() == "STORAGE" && used && limit && *used < (1LL << 50)
                && *limit < (1LL << 50))
                return {{model::seen::quotaUsed, *used * 1024}, {model::seen::quotaLimit, *limit * 1024}};
        }
    }
    return {};
}

} // namespace

ImapLogin::ImapLogin(const net::Environment &environment, const model::Endpoint &endpoint,
                     const QString &address, Credential credential)
    : ImapOpening(environment, endpoint, address), m_credential(std::move(credential))
{
}

void ImapLogin::offered(const QByteArrayList &capabilities)
{
    m_capabilities = capabilities;
    enter(model::Step::Login);
    emit stage(QStringLiteral("auth"), 0);
    mark({{model::seen::userForm, m_credential.form}});
    if (!mayAuthenticate())
        return end(Failure::NotTried);
    if (capabilities.contains("AUTH=PLAIN")) {
        mark({{model::seen::mechanism, QStringLiteral("PLAIN")}});
        if (!capabilities.contains("SASL-IR")) {
            say(nextTag() + " AUTHENTICATE PLAIN");
            return hear(&ImapLogin::plainAsked, continuation());
        }
        if (const Failure said = saySecret(SecretForm::Plain, nextTag() + " AUTHENTICATE PLAIN ",
                                           m_credential.secret, m_credential.user);
            said != Failure::None)
            return end(said);
        return hear(&ImapLogin::answered, untilTag());
    }
    if (capabilities.contains("LOGINDISABLED"))
        return end(Failure::LoginNotOffered, offersOf(capabilities));
    mark({{model::seen::mechanism, QStringLiteral("LOGIN")}});
    // Literals: nothing to escape, and any character that a password may hold.
    say(nextTag() + " LOGIN {" + QByteArray::number(m_credential.user.size()) + '}');
    hear(&ImapLogin::userAsked, continuation());
}

void ImapLogin::plainAsked(const ImapReply &reply)
{
    if (!reply.isContinuation())
        return answered(reply);
    if (const Failure said = saySecret(SecretForm::Plain, {}, m_credential.secret, m_credential.user);
        said != Failure::None)
        return end(said);
    hear(&ImapLogin::answered, untilTag());
}

void ImapLogin::userAsked(const ImapReply &reply)
{
    if (!reply.isContinuation())
        return answered(reply);
    say(m_credential.user + " {" + QByteArray::number(m_credential.secret.reveal().size()) + '}');
    hear(&ImapLogin::passwordAsked, continuation());
}

void ImapLogin::passwordAsked(const ImapReply &reply)
{
    if (!reply.isContinuation())
        return answered(reply);
    if (const Failure said = saySecret(SecretForm::Bare, {}, m_credential.secret); said != Failure::None)
        return end(said);
    hear(&ImapLogin::answered, untilTag());
}

void ImapLogin::answered(const ImapReply &reply)
{
    // A referral ([REFERRAL …]) is told in the server's words and never followed.
    if (!reply.ok())
        return end(loginFailure(reply), seenOf(reply));
    loggedIn(reply);
}

void ImapLogin::loggedIn(const ImapReply &reply)
{
    note(seenOf(reply));
    enter(model::Step::Mailbox);
    if (reply.capabilities().isEmpty())
        return command("CAPABILITY", &ImapLogin::offersAgain);
    m_capabilities = reply.capabilities();
    examine();
}

void ImapLogin::offersAgain(const ImapReply &reply)
{
    if (!reply.capabilities().isEmpty())
        m_capabilities = reply.capabilities();
    examine();
}

void ImapLogin::examine()
{
    command("EXAMINE INBOX", &ImapLogin::examined); // read-only: not even \Recent changes
}

void ImapLogin::examined(const ImapReply &reply)
{
    if (!reply.ok())
        return end(reply.code == "INUSE" ? Failure::MailboxInUse : Failure::Busy, seenOf(reply));
    for (const QByteArray &line : reply.untagged) {
        const QByteArrayList words = line.split(' ');
        if (words.size() == 2 && words.at(1).toUpper() == "EXISTS")
            if (const auto count = number(words.at(0)))
                m_mailbox.insert(model::seen::messages, *count);
    }
    if (m_capabilities.contains("QUOTA"))
        return command("GETQUOTAROOT INBOX", &ImapLogin::quotaTold);
    note(m_mailbox);
    logout();
}

void ImapLogin::quotaTold(const ImapReply &reply)
{
    const QJsonObject quota = quotaIn(reply);
    for (auto value = quota.begin(); value != quota.end(); ++value)
        m_mailbox.insert(value.key(), value.value());
    note(m_mailbox);
    logout();
}

} // namespace probes
