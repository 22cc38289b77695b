#include "probes/login_words.h"

#include "probes/refusal_words.h"

#include <algorithm>

namespace probes {

using model::Failure;

namespace {

struct CodeMeaning
{
    const char *code;
    Failure failure;
};

// Codes that refuse the credentials themselves are LoginRefused here; the words beside them may still say
// that it was something else.
constexpr CodeMeaning imapCodes[] = {{"AUTHENTICATIONFAILED", Failure::LoginRefused},
                                     {"AUTHORIZATIONFAILED", Failure::LoginForbidden},
                                     {"EXPIRED", Failure::LoginForbidden},
                                     {"CONTACTADMIN", Failure::LoginForbidden},
                                     {"NOPERM", Failure::LoginForbidden},
                                     {"PRIVACYREQUIRED", Failure::LoginNeedsEncryption},
                                     {"UNAVAILABLE", Failure::LoginTemporary},
                                     {"LIMIT", Failure::LoginTemporary},
                                     {"SERVERBUG", Failure::LoginTemporary},
                                     {"OVERQUOTA", Failure::LoginForbidden},
                                     {"INUSE", Failure::MailboxInUse}};

constexpr CodeMeaning pop3Codes[] = {{"AUTH", Failure::LoginRefused},
                                     {"IN-USE", Failure::MailboxInUse},
                                     {"LOGIN-DELAY", Failure::LoginTemporary},
                                     {"SYS/TEMP", Failure::LoginTemporary},
                                     {"SYS/PERM", Failure::LoginForbidden}};

// RFC 5248 and RFC 4954 section 6; 5.7.14 and 5.7.139 are large providers' own.
constexpr CodeMeaning enhancedCodes[]
    = {{"5.7.8", Failure::LoginRefused},          {"5.7.9", Failure::LoginForbidden},
       {"5.7.10", Failure::LoginNeedsEncryption}, {"5.7.11", Failure::LoginNeedsEncryption},
       {"5.7.12", Failure::LoginForbidden},       {"5.7.13", Failure::LoginForbidden},
       {"5.7.14", Failure::LoginForbidden},       {"5.7.139", Failure::LoginForbidden}};

template <std::size_t size>
const CodeMeaning *find(const CodeMeaning (&table)[size], const QByteArray &code)
{
    const auto *const found
        = std::find_if(table, table + size, [&code](const CodeMeaning &one) { return code == one.code; });
    return found == table + size ? nullptr : found;
}

Failure meaning(const CodeMeaning *code, const QByteArray &words)
{
    return code && code->failure != Failure::LoginRefused ? code->failure : refusalIn(words, code != nullptr);
}

/// Without the codes at the head of each line, so that a sentence over two lines stays one.
QByteArray wordsOf(const net::SmtpReply &reply)
{
    QByteArrayList lines = reply.lines;
    for (QByteArray &line : lines)
        if (!reply.enhanced.isEmpty() && line.startsWith(reply.enhanced))
            line.remove(0, reply.enhanced.size());
    return lines.join(' ');
}

} // namespace

Failure loginFailure(const net::SmtpReply &reply)
{
    switch (reply.code) {
    case 534: // mechanism too weak for this account: in practice "make an app password"
    case 432: // the password must be changed first
    case 525: // account disabled
        return Failure::LoginForbidden;
    case 530:
    case 538:
        return Failure::LoginNeedsEncryption;
    case 500:
    case 501:
    case 502:
    case 503:
    case 504:
        return Failure::LoginNotOffered;
    default:
        break;
    }
    if (reply.temporary())
        return Failure::LoginTemporary;
    if (reply.code < 500)
        return Failure::ProtocolError;
    const CodeMeaning *code = find(enhancedCodes, reply.enhanced);
    if (!code && reply.code == 535) // the refusal of the credentials, RFC 4954 section 6
        code = find(enhancedCodes, QByteArrayLiteral("5.7.8"));
    return meaning(code, wordsOf(reply));
}

Failure loginFailure(const net::ImapReply &reply)
{
    if (reply.bye)
        return Failure::LoginTemporary;
    const CodeMeaning *const code = find(imapCodes, reply.code);
    // BAD: the server did not understand us, which says nothing about the password.
    return code || reply.status == "NO" ? meaning(code, reply.text) : Failure::LoginNotOffered;
}

Failure loginFailure(const net::Pop3Reply &reply)
{
    const qsizetype codeBytes = reply.code.isEmpty() ? 0 : reply.code.size() + 2; // and its brackets
    return meaning(find(pop3Codes, reply.code), reply.text.mid(codeBytes));
}

} // namespace probes
