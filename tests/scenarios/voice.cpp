#include "voice.h"

#include <QDateTime>
#include <QHash>
#include <QLocale>
#include <utility>

namespace scenario {

using namespace Qt::StringLiterals;

Tongue tongueOfPort(quint16 port)
{
    switch (port) {
    case 25:
    case 465:
    case 587:
        return Tongue::Smtp;
    case 143:
    case 993:
        return Tongue::Imap;
    case 110:
    case 995:
        return Tongue::Pop3;
    case 80:
        return Tongue::Http;
    default:
        return Tongue::None;
    }
}

Voice::Voice(Tongue tongue, const QString &host) : m_tongue(tongue), m_host(host.toLatin1()) { }

QByteArrayList Voice::greeting() const
{
    switch (m_tongue) {
    case Tongue::Smtp:
        return {"220 " + m_host + " ESMTP"};
    case Tongue::Imap:
        return {"* OK " + m_host + " ready"};
    case Tongue::Pop3:
        return {"+OK " + m_host + " ready"};
    case Tongue::Http:
    case Tongue::None:
        return {};
    }
    Q_UNREACHABLE();
}

QByteArray Voice::tagged(const QByteArray &line) const
{
    if (m_tongue != Tongue::Imap)
        return line;
    for (const char *status : {"OK ", "NO ", "BAD "})
        if (line.startsWith(status))
            return m_tag + ' ' + line;
    return line;
}

Voice::Reply Voice::hear(const QByteArray &line, bool encrypted)
{
    switch (m_tongue) {
    case Tongue::Smtp:
        return smtp(line, encrypted);
    case Tongue::Imap:
        return imap(line, encrypted);
    case Tongue::Pop3:
        return pop3(line, encrypted);
    case Tongue::Http:
        return http(line);
    case Tongue::None:
        return {};
    }
    Q_UNREACHABLE();
}

Voice::Reply Voice::smtp(const QByteArray &line, bool encrypted)
{
    if (m_data) {
        m_data = line != ".";
        return m_data ? Reply() : Reply{u"."_s, {"250 2.0.0 queued"}};
    }
    if (m_waiting == "USER"_L1) {
        m_waiting = u"PASS"_s;
        return {u"USER"_s, {"334 UGFzc3dvcmQ6"}};
    }
    if (m_waiting == "PASS"_L1) {
        m_waiting.clear();
        return {u"PASS"_s, {"235 2.7.0 welcome"}};
    }
    const QString verb = QString::fromLatin1(line.split(' ').value(0).toUpper());
    if (verb == "EHLO"_L1) {
        const QByteArray offer = encrypted ? "250-AUTH PLAIN LOGIN" : "250-STARTTLS";
        return {verb, {"250-" + m_host, "250-8BITMIME", offer, "250 SIZE 52428800"}};
    }
    if (verb == "AUTH"_L1 && line.toUpper().startsWith("AUTH LOGIN")) {
        m_waiting = u"USER"_s;
        return {verb, {"334 VXNlcm5hbWU6"}};
    }
    m_data = verb == "DATA"_L1;
    static const QHash<QString, QByteArrayList> usual{
        {u"HELO"_s, {"250 hello"}},
        {u"STARTTLS"_s, {"220 2.0.0 go ahead", "!tls"}},
        {u"AUTH"_s, {"235 2.7.0 welcome"}},
        {u"MAIL"_s, {"250 2.1.0 sender ok"}},
        {u"RCPT"_s, {"250 2.1.5 ok"}},
        {u"DATA"_s, {"354 go ahead"}},
        {u"RSET"_s, {"250 2.0.0 ok"}},
        {u"NOOP"_s, {"250 2.0.0 ok"}},
        {u"QUIT"_s, {"221 2.0.0 bye", "!close"}},
    };
    return {verb, usual.value(verb, {"502 5.5.1 unknown command"})};
}

Voice::Reply Voice::imap(const QByteArray &line, bool encrypted)
{
    if (!m_waiting.isEmpty()) { // the lines of literals, or the answer to "+"
        if (line.endsWith('}'))
            return {m_waiting + "/more"_L1, {"+ go on"}};
        const QString verb = m_waiting;
        m_waiting.clear();
        return imapCommand(verb, encrypted);
    }
    const QByteArrayList words = line.split(' ');
    m_tag = words.value(0);
    const QString verb = QString::fromLatin1(words.value(1).toUpper());
    const bool asksBack = verb == "AUTHENTICATE"_L1 && words.size() == 3;
    if (line.endsWith('}') || asksBack) {
        m_waiting = verb;
        return {verb + "/more"_L1, {"+ go on"}};
    }
    return imapCommand(verb, encrypted);
}

Voice::Reply Voice::imapCommand(const QString &verb, bool encrypted) const
{
    if (verb == "CAPABILITY"_L1)
        return {verb,
                {encrypted ? "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR QUOTA SPECIAL-USE"
                           : "* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED",
                 "OK listed"}};
    static const QByteArrayList box{"* FLAGS (\\Seen)",        "* 3 EXISTS",          "* 0 RECENT",
                                    "* OK [UIDVALIDITY 7] ok", "* OK [UIDNEXT 9] ok", "OK [READ-ONLY] open"};
    static const QHash<QString, QByteArrayList> usual{
        {u"STARTTLS"_s, {"OK go ahead", "!tls"}},
        {u"EXAMINE"_s, box},
        {u"SELECT"_s, box},
        {u"GETQUOTAROOT"_s, {"* QUOTAROOT INBOX \"\"", "* QUOTA \"\" (STORAGE 2000 1000000)", "OK told"}},
        {u"LIST"_s, {"* LIST () \"/\" INBOX", "OK listed"}},
        {u"STATUS"_s, {"* STATUS INBOX (MESSAGES 3 UNSEEN 0)", "OK told"}},
        {u"SEARCH"_s, {"* SEARCH", "OK searched"}},
        {u"LOGOUT"_s, {"* BYE see you", "OK done", "!close"}},
    };
    return {verb, usual.value(verb, {"OK done"})};
}

Voice::Reply Voice::pop3(const QByteArray &line, bool encrypted)
{
    if (!m_waiting.isEmpty()) {
        m_waiting.clear();
        return {u"AUTH"_s, {"+OK welcome"}};
    }
    const QString verb = QString::fromLatin1(line.split(' ').value(0).toUpper());
    if (verb == "CAPA"_L1)
        return {verb, {"+OK list", encrypted ? "SASL PLAIN" : "STLS", "USER", "TOP", "UIDL", "."}};
    if (verb == "AUTH"_L1) {
        m_waiting = verb;
        return {verb + "/more"_L1, {"+ "}};
    }
    if (verb == "LIST"_L1 || verb == "UIDL"_L1) {
        const bool sizes = verb == "LIST"_L1;
        return {verb,
                {"+OK", sizes ? "1 400" : "1 u1", sizes ? "2 500" : "2 u2", sizes ? "3 600" : "3 u3", "."}};
    }
    static const QByteArrayList letter{"+OK",
                                       "From: ume@made.test",
                                       "To: hanako@made.test",
                                       "Subject: hello",
                                       "Date: Sat, 21 Nov 2026 10:00:00 +0900",
                                       "",
                                       "hello",
                                       "."};
    static const QHash<QString, QByteArrayList> usual{
        {u"STLS"_s, {"+OK go ahead", "!tls"}},
        {u"USER"_s, {"+OK"}},
        {u"PASS"_s, {"+OK welcome"}},
        {u"STAT"_s, {"+OK 3 1500"}},
        {u"TOP"_s, letter},
        {u"RETR"_s, letter},
        {u"RSET"_s, {"+OK"}},
        {u"NOOP"_s, {"+OK"}},
        {u"QUIT"_s, {"+OK bye", "!close"}},
    };
    return {verb, usual.value(verb, {"-ERR unknown"})};
}

Voice::Reply Voice::http(const QByteArray &line)
{
    if (!line.isEmpty()) {
        if (m_pending.isEmpty())
            m_pending = line;
        return {};
    }
    const QByteArrayList asked = std::exchange(m_pending, {}).split(' ');
    const QString verb = QString::fromLatin1(asked.value(0));
    const QByteArray date
        = QLocale::c()
              .toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
              .toLatin1();
    const QByteArray path = asked.value(1);
    if (path.endsWith("/generate_204"))
        return {verb, {"HTTP/1.1 204 No Content", "Date: " + date, "Connection: close", "", "!close"}};
    const QByteArray page = path.endsWith("/success.txt") ? "success"
        : path.endsWith("/connecttest.txt")               ? "Microsoft Connect Test"
                                                          : "a page";
    return {verb,
            {"HTTP/1.1 200 OK", "Date: " + date, "Content-Type: text/plain",
             "Content-Length: " + QByteArray::number(page.size()), "Connection: close", "", "!raw " + page,
             "!close"}};
}

} // namespace scenario
