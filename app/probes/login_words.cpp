#include "probes/login_words.h"

namespace probes {

using model::Failure;

namespace {

struct CodeMeaning
{
    const char *code;
    Failure failure;
};

constexpr CodeMeaning imapCodes[] = {{"AUTHENTICATIONFAILED", Failure::LoginRefused},
                                     {"AUTHORIZATIONFAILED", Failure::LoginForbidden},
                                     {"EXPIRED", Failure::LoginForbidden},
                                     {"CONTACTADMIN", Failure::LoginForbidden},
                                     {"NOPERM", Failure::LoginForbidden},
                                     {"PRIVACYREQUIRED", Failure::LoginNeedsEncryption},
                                     {"UNAVAILABLE", Failure::LoginTemporary},
                                     {"LIMIT", Failure::LoginTemporary},
                                     {"SERVERBUG", Failure::LoginTemporary},
                                     {"OVERQUOTA", Failure::LoginTemporary},
                                     {"INUSE", Failure::MailboxInUse}};

constexpr CodeMeaning pop3Codes[] = {{"AUTH", Failure::LoginRefused},
                                     {"IN-USE", Failure::MailboxInUse},
                                     {"LOGIN-DELAY", Failure::LoginTemporary},
                                     {"SYS/TEMP", Failure::LoginTemporary},
                                     {"SYS/PERM", Failure::LoginForbidden}};

} // namespace

Failure loginFailure(const net::SmtpReply &reply)
{
    switch (reply.code) {
    case 534: // mechanism too weak for this account: in practice "make an app password"
    case 432: // the password must be changed first
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
    if (reply.code == 535)
        return reply.enhanced == "5.7.9" ? Failure::LoginForbidden : Failure::LoginRefused;
    return reply.code >= 500 ? Failure::LoginForbidden : Failure::ProtocolError;
}

Failure loginFailure(const net::ImapReply &reply)
{
    if (reply.bye)
        return Failure::LoginTemporary;
    for (const CodeMeaning &one : imapCodes)
        if (reply.code == one.code)
            return one.failure;
    // BAD: the server did not understand us, which says nothing about the password.
    return reply.status == "NO" ? Failure::LoginRefused : Failure::LoginNotOffered;
}

Failure loginFailure(const net::Pop3Reply &reply)
{
    for (const CodeMeaning &one : pop3Codes)
        if (reply.code == one.code)
            return one.failure;
    return Failure::LoginRefused;
}

} // namespace probes
