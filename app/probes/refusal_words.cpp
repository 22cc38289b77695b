#include "probes/refusal_words.h"

#include <QByteArrayList>
#include <algorithm>
#include <optional>

namespace probes {

using model::Failure;

namespace {

constexpr qsizetype readBytes = 2'048; // more than is ever shown to a person
constexpr qsizetype nearby = 2; // "invalid POP3 password", but not "unknown error during login"

struct Phrase
{
    const char *words; ///< lower case, as tidied() leaves them; matched from the beginning of a word
    Failure failure;
};

// The first that is found decides, so the order is the meaning: "temporary authentication failure" is
// temporary, and a stopped account is stopped also where the same sentence says "authentication failed".
constexpr Phrase plainlySaid[] = {
    {"plaintext", Failure::LoginNeedsEncryption},
    {"plain text", Failure::LoginNeedsEncryption},
    {"cleartext", Failure::LoginNeedsEncryption},
    {"clear text", Failure::LoginNeedsEncryption},
    {"ssl required", Failure::LoginNeedsEncryption},
    {"tls required", Failure::LoginNeedsEncryption},
    {"ssl is required", Failure::LoginNeedsEncryption},
    {"tls is required", Failure::LoginNeedsEncryption},
    {"ssl tls required", Failure::LoginNeedsEncryption},
    {"requires ssl", Failure::LoginNeedsEncryption},
    {"requires tls", Failure::LoginNeedsEncryption},
    {"requires a secure", Failure::LoginNeedsEncryption},
    {"use ssl", Failure::LoginNeedsEncryption},
    {"use tls", Failure::LoginNeedsEncryption},
    {"encryption required", Failure::LoginNeedsEncryption},
    {"encryption is required", Failure::LoginNeedsEncryption},
    {"encryption needed", Failure::LoginNeedsEncryption},
    {"encrypted connection", Failure::LoginNeedsEncryption},
    {"secure connection", Failure::LoginNeedsEncryption},
    {"must issue", Failure::LoginNeedsEncryption}, // "… a STARTTLS command first"
    {"starttls", Failure::LoginNeedsEncryption},
    {"stls", Failure::LoginNeedsEncryption},

    {"mechanism", Failure::LoginNotOffered},
    {"not implemented", Failure::LoginNotOffered},
    {"unimplemented", Failure::LoginNotOffered},
    {"unknown command", Failure::LoginNotOffered},
    {"invalid command", Failure::LoginNotOffered},
    {"bad command", Failure::LoginNotOffered},
    {"unrecognized command", Failure::LoginNotOffered},
    {"command not", Failure::LoginNotOffered},
    {"syntax error", Failure::LoginNotOffered},

    {"in use ", Failure::MailboxInUse},
    {"lock busy", Failure::MailboxInUse},
    {"another session", Failure::MailboxInUse},
    {"another client", Failure::MailboxInUse},
    {"another process", Failure::MailboxInUse},
    {"another pop", Failure::MailboxInUse},
    {"already open", Failure::MailboxInUse},
    {"already locked", Failure::MailboxInUse},
    {"already logged", Failure::MailboxInUse},
    {"unable to lock", Failure::MailboxInUse},
    {"could not lock", Failure::MailboxInUse},
    {"cannot lock", Failure::MailboxInUse},
    {"can t lock", Failure::MailboxInUse},
    {"get lock", Failure::MailboxInUse},
    {"mailbox locked", Failure::MailboxInUse},
    {"mailbox is locked", Failure::MailboxInUse},
    {"maildrop locked", Failure::MailboxInUse},
    {"maildrop is locked", Failure::MailboxInUse},
    {"使用中", Failure::MailboxInUse},

    {"temporar", Failure::LoginTemporary},
    {"too many", Failure::LoginTemporary},
    {"maximum number", Failure::LoginTemporary},
    {"connection limit", Failure::LoginTemporary},
    {"rate limit", Failure::LoginTemporary},
    {"again later", Failure::LoginTemporary},
    {"try later", Failure::LoginTemporary},
    {"again in", Failure::LoginTemporary},
    {"internal error", Failure::LoginTemporary},
    {"internal server", Failure::LoginTemporary},
    {"internal authentication", Failure::LoginTemporary},
    {"server error", Failure::LoginTemporary},
    {"system error", Failure::LoginTemporary},
    {"system failure", Failure::LoginTemporary},
    {"timeout", Failure::LoginTemporary},
    {"timed out", Failure::LoginTemporary},
    {"time out", Failure::LoginTemporary},
    {"backend", Failure::LoginTemporary},
    {"database", Failure::LoginTemporary},
    {"ldap", Failure::LoginTemporary},
    {"authentication server", Failure::LoginTemporary},
    {"auth server", Failure::LoginTemporary},
    {"service unavailable", Failure::LoginTemporary},
    {"service is unavailable", Failure::LoginTemporary},
    {"service not available", Failure::LoginTemporary},
    {"currently unavailable", Failure::LoginTemporary},
    {"maintenance", Failure::LoginTemporary},
    {"overload", Failure::LoginTemporary},
    {"child crashed", Failure::LoginTemporary},
    {"out of memory", Failure::LoginTemporary},
    {"一時的", Failure::LoginTemporary},
    {"しばらく", Failure::LoginTemporary},
    {"混み合", Failure::LoginTemporary},
    {"混雑", Failure::LoginTemporary},

    {"disabled", Failure::LoginForbidden},
    {"deactivated", Failure::LoginForbidden},
    {"inactive", Failure::LoginForbidden},
    {"not active", Failure::LoginForbidden},
    {"expired", Failure::LoginForbidden},
    {"suspended", Failure::LoginForbidden},
    {"suspension", Failure::LoginForbidden},
    {"terminated", Failure::LoginForbidden},
    {"revoked", Failure::LoginForbidden},
    {"frozen", Failure::LoginForbidden},
    {"account closed", Failure::LoginForbidden},
    {"account is closed", Failure::LoginForbidden},
    {"account blocked", Failure::LoginForbidden},
    {"account is blocked", Failure::LoginForbidden},
    {"account locked", Failure::LoginForbidden},
    {"account is locked", Failure::LoginForbidden},
    {"account has been", Failure::LoginForbidden},
    {"locked out", Failure::LoginForbidden},
    {"not enabled", Failure::LoginForbidden},
    {"not allowed", Failure::LoginForbidden},
    {"not permitted", Failure::LoginForbidden},
    {"prohibited", Failure::LoginForbidden},
    {"quota", Failure::LoginForbidden},
    {"over capacity", Failure::LoginForbidden},
    {"mailbox full", Failure::LoginForbidden},
    {"mailbox is full", Failure::LoginForbidden},
    {"application specific password", Failure::LoginForbidden},
    {"app password", Failure::LoginForbidden},
    {"app specific password", Failure::LoginForbidden},
    {"must change", Failure::LoginForbidden},
    {"must be changed", Failure::LoginForbidden},
    {"web browser", Failure::LoginForbidden},
    {"web login", Failure::LoginForbidden},
    {"two factor", Failure::LoginForbidden},
    {"two step", Failure::LoginForbidden},
    {"2 step", Failure::LoginForbidden},
    {"oauth", Failure::LoginForbidden},
    {"contract", Failure::LoginForbidden},
    {"unpaid", Failure::LoginForbidden},
    {"専用パスワード", Failure::LoginForbidden},
    {"停止", Failure::LoginForbidden},
    {"解約", Failure::LoginForbidden},
    {"契約", Failure::LoginForbidden},
    {"期限", Failure::LoginForbidden},
    {"容量", Failure::LoginForbidden},
};

constexpr const char *credentialsRefused[] = {
    "authentication failed",
    "authentication failure",
    "authentication unsuccessful",
    "authenticate failed",
    "auth failed",
    "auth failure",
    "authorization failed",
    "authorization failure",
    "authorisation failed",
    "login failed",
    "login failure",
    "login incorrect",
    "login invalid",
    "logon failed",
    "logon failure",
    "sign in failed",
    "password incorrect",
    "password invalid",
    "password wrong",
    "password mismatch",
    "password does not match",
    "no such user",
    "user unknown",
    "user not found",
    "user does not exist",
    "no such account",
    "incorrect authentication",
    "invalid authentication data",
    "credentials rejected",
    "認証に失敗",
    "パスワードが違",
    "パスワードが正し",
    "パスワードが誤",
    "パスワードに誤",
};

constexpr const char *blaming[] = {"invalid", "incorrect", "wrong", "bad", "unknown", "illegal"};
constexpr const char *blamed[] = {"user", "password", "passwd", "login", "logon", "credential"};
constexpr const char *blamedBefore[]
    = {"incorrect ",    "is invalid",  "is wrong",     "is not correct", "is not valid",
       "are incorrect", "are invalid", "not accepted", "are wrong",      "not recognized"};

// What may also stand beside a real refusal: "authentication failed (reason unavailable)".
constexpr Phrase vaguelySaid[] = {
    {"try again", Failure::LoginTemporary},     {"unavailable", Failure::LoginTemporary},
    {"not available", Failure::LoginTemporary}, {"busy", Failure::LoginTemporary},
    {"retry", Failure::LoginTemporary},         {"locked", Failure::MailboxInUse},
    {"contact", Failure::LoginForbidden},       {"お問い合わせ", Failure::LoginForbidden},
};

/// Lower case, words parted by one blank and with one at both ends. Without what looks like an address or a
/// link: a person may be called "busy@database.example", and that says nothing about the server.
QByteArray tidied(const QByteArray &text)
{
    QByteArray result(" ");
    const QByteArrayList pieces = text.left(readBytes).simplified().toLower().split(' ');
    for (const QByteArray &piece : pieces) {
        if (piece.contains('@') || piece.contains("://"))
            continue;
        for (const char c : piece) {
            const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80);
            if (word || !result.endsWith(' '))
                result += word ? c : ' ';
        }
        if (!result.endsWith(' '))
            result += ' ';
    }
    return result;
}

qsizetype placeOf(const QByteArray &text, const char *words)
{
    // Japanese has no blanks between words.
    return (*words & 0x80) ? text.indexOf(words) : text.indexOf(QByteArray(" ") + words);
}

template <std::size_t size>
std::optional<Failure> firstOf(const Phrase (&table)[size], const QByteArray &text)
{
    const auto *const found = std::find_if(
        table, table + size, [&text](const Phrase &one) { return placeOf(text, one.words) >= 0; });
    return found == table + size ? std::nullopt : std::optional(found->failure);
}

bool beginsBlamed(const QByteArray &word)
{
    return std::any_of(std::begin(blamed), std::end(blamed),
                       [&word](const char *noun) { return word.startsWith(noun); });
}

/// "invalid user name", "bad POP3 password"
bool blamesNext(const QByteArray &text)
{
    const QByteArrayList words = text.trimmed().split(' ');
    for (qsizetype at = 0; at < words.size(); ++at) {
        const bool adjective = std::any_of(std::begin(blaming), std::end(blaming),
                                           [&](const char *one) { return words.at(at) == one; });
        for (qsizetype next = at + 1; adjective && next < words.size() && next <= at + nearby; ++next)
            if (beginsBlamed(words.at(next)))
                return true;
    }
    return false;
}

/// "the password supplied for taro is incorrect", "username and password not accepted"
bool blamesBefore(const QByteArray &text)
{
    return std::any_of(std::begin(blamedBefore), std::end(blamedBefore), [&text](const char *predicate) {
        const qsizetype at = placeOf(text, predicate);
        const QByteArrayList before = text.left(qMax<qsizetype>(0, at)).split(' ');
        return std::any_of(before.begin(), before.end(), beginsBlamed);
    });
}

bool refusesCredentials(const QByteArray &text)
{
    return std::any_of(std::begin(credentialsRefused), std::end(credentialsRefused),
                       [&text](const char *words) { return placeOf(text, words) >= 0; })
        || blamesNext(text) || blamesBefore(text);
}

} // namespace

Failure refusalIn(const QByteArray &text, bool withCode)
{
    const QByteArray said = tidied(text);
    if (const auto plain = firstOf(plainlySaid, said))
        return *plain;
    if (withCode || refusesCredentials(said))
        return Failure::LoginRefused;
    return firstOf(vaguelySaid, said).value_or(Failure::Unwelcome);
}

} // namespace probes
