#include "practice/pop3_session.h"

#include "practice/samples.h"
#include "practice/split.h"

#include <climits>

namespace practice {

void Pop3Session::greet()
{
    say("+OK " + Office::serverName() + " POP3 practice");
}

void Pop3Session::forget()
{
    m_user.clear();
}

bool Pop3Session::offersLogIn() const
{
    return isEncrypted() || behaviour().startTls == StartTls::NotOffered;
}

void Pop3Session::line(const QByteArray &text)
{
    if (m_awaitsPlain) {
        m_awaitsPlain = false;
        if (text == "*")
            return say("-ERR Cancelled");
        const auto [user, password] = Office::plainCredentials(text);
        return user.isEmpty() ? say("-ERR Not base64 of a PLAIN answer") : logIn(user, password);
    }
    const QByteArray verb = before(text, ' ').toUpper();
    const QByteArray argument = after(text, ' ');
    if (verb == "CAPA")
        return capabilities();
    if (verb == "QUIT")
        return quit();
    if (m_loggedIn)
        transaction(verb, argument);
    else
        authorization(verb, argument);
}

void Pop3Session::capabilities()
{
    QByteArray lines = "+OK\r\nTOP\r\nUIDL\r\nRESP-CODES\r\nAUTH-RESP-CODE\r\nPIPELINING\r\n";
    if (offersTls())
        lines += "STLS\r\n";
    if (offersLogIn())
        lines += "USER\r\nSASL PLAIN\r\n";
    say(lines + '.');
}

void Pop3Session::authorization(const QByteArray &verb, const QByteArray &argument)
{
    if (verb == "STLS")
        return startTls();
    if (verb != "USER" && verb != "PASS" && verb != "AUTH")
        return say("-ERR Log in first");
    if (!offersLogIn())
        return say("-ERR [AUTH] Encryption required, say STLS first");
    if (verb == "AUTH")
        return auth(argument);
    if (verb == "USER") {
        m_user = argument;
        return say("+OK Password?");
    }
    if (m_user.isEmpty())
        return say("-ERR USER first");
    logIn(m_user, argument);
}

void Pop3Session::startTls()
{
    if (isEncrypted() || !offersTls())
        return say("-ERR Not now");
    if (behaviour().startTls == StartTls::Refused)
        return say("-ERR [SYS/TEMP] TLS not available at the moment");
    secure("+OK Go ahead", "+OK Logged in");
}

void Pop3Session::auth(const QByteArray &argument)
{
    const QList<QByteArray> words = argument.simplified().split(' ');
    if (words.first().isEmpty())
        return say("+OK\r\nPLAIN\r\n.");
    if (words.first().toUpper() != "PLAIN")
        return say("-ERR Mechanism not known");
    if (words.size() < 2) {
        m_awaitsPlain = true;
        return say("+ ");
    }
    const auto [user, password] = Office::plainCredentials(words[1]);
    if (user.isEmpty())
        return say("-ERR Not base64 of a PLAIN answer");
    logIn(user, password);
}

void Pop3Session::logIn(const QByteArray &user, const QByteArray &password)
{
    switch (office().judge(user, password, isEncrypted(), true)) {
    case Judgement::Welcome:
        m_loggedIn = true;
        openInbox();
        return say("+OK " + QByteArray::number(m_messages.size()) + " messages");
    case Judgement::Silence:
        return hangForEver();
    case Judgement::TemporaryFailure:
        return say("-ERR [SYS/TEMP] Temporary authentication failure");
    case Judgement::InUse:
        return say("-ERR [IN-USE] Mailbox is locked by another session");
    case Judgement::Expired:
        say("-ERR [AUTH] Account expired");
        break;
    case Judgement::WrongPassword:
        say("-ERR [AUTH] User name or password wrong");
        break;
    }
    if (tooManyFailures())
        close();
}

void Pop3Session::openInbox()
{
    const Folder *inbox = office().mailbox.folder("INBOX");
    m_messages = inbox->messages;
    // A unique id must not come back with another message after a restart (RFC 1939 section 7).
    m_uidlStart = "practice-" + QByteArray::number(inbox->uidValidity) + '-';
}

void Pop3Session::quit()
{
    if (m_loggedIn)
        office().mailbox.expunge("INBOX", m_deleted);
    say("+OK Goodbye");
    close();
}

qsizetype Pop3Session::messageAt(const QByteArray &number) const
{
    bool isNumber = false;
    const qsizetype n = number.toLongLong(&isNumber);
    if (!isNumber || n < 1 || n > m_messages.size() || m_deleted.contains(m_messages[n - 1].uid))
        return -1;
    return n - 1;
}

QByteArray Pop3Session::listing(qsizetype index, bool uidl) const
{
    const Message &message = m_messages[index];
    const QByteArray value
        = uidl ? m_uidlStart + QByteArray::number(message.uid) : QByteArray::number(message.raw.size());
    return QByteArray::number(index + 1) + ' ' + value;
}

void Pop3Session::stat()
{
    qint64 count = 0;
    qint64 bytes = 0;
    for (const Message &message : std::as_const(m_messages)) {
        if (m_deleted.contains(message.uid))
            continue;
        ++count;
        bytes += message.raw.size();
    }
    say("+OK " + QByteArray::number(count) + ' ' + QByteArray::number(bytes));
}

void Pop3Session::list(const QByteArray &argument, bool uidl)
{
    if (!argument.isEmpty()) {
        const qsizetype index = messageAt(argument);
        return say(index < 0 ? "-ERR No such message" : "+OK " + listing(index, uidl));
    }
    QByteArray lines = "+OK\r\n";
    for (qsizetype i = 0; i < m_messages.size(); ++i) {
        if (!m_deleted.contains(m_messages[i].uid))
            lines += listing(i, uidl) + "\r\n";
    }
    say(lines + '.');
}

void Pop3Session::retrieve(const Message &message, int bodyLines)
{
    QByteArray out = "+OK " + QByteArray::number(message.raw.size()) + " octets\r\n";
    bool inBody = false;
    qsizetype from = 0;
    while (from < message.raw.size() && (!inBody || bodyLines-- > 0)) {
        const qsizetype end = message.raw.indexOf("\r\n", from);
        const QByteArray text = message.raw.mid(from, end < 0 ? -1 : end - from);
        out += (text.startsWith('.') ? "." : "") + text + "\r\n";
        inBody = inBody || text.isEmpty();
        from = end < 0 ? message.raw.size() : end + 2;
    }
    send(message, out + ".\r\n", bodyLines);
}

void Pop3Session::send(const Message &message, const QByteArray &answer, int bodyLinesLeft)
{
    const bool whole = bodyLinesLeft > 0; // TOP n 0 has used none, and wants none
    const QByteArray id = message.field("Message-ID");
    if (whole && behaviour().breaksAtLetter && id.contains(breakingLetter())) {
        sayBytes(answer.left(answer.size() / 2));
        return close();
    }
    if (whole && behaviour().giantBytes > 0 && id.contains(giantLetter()))
        return trickle(answer, 0);
    sayBytes(answer);
}

/// At the pace of a thin line: a tenth of a second's worth at a time.
void Pop3Session::trickle(const QByteArray &answer, qsizetype from)
{
    const qsizetype piece = qMax<qsizetype>(1, behaviour().giantBytesPerSecond / 10);
    sayBytes(answer.mid(from, piece));
    if (from + piece < answer.size())
        pause(0.1, [this, answer, from, piece] { trickle(answer, from + piece); });
}

void Pop3Session::transaction(const QByteArray &verb, const QByteArray &argument)
{
    const QList<QByteArray> words = argument.simplified().split(' ');
    if (verb == "NOOP")
        return say("+OK");
    if (verb == "STAT")
        return stat();
    if (verb == "LIST" || verb == "UIDL")
        return list(words.first(), verb == "UIDL");
    if (verb == "RSET") {
        m_deleted.clear();
        return say("+OK");
    }
    if (verb != "RETR" && verb != "TOP" && verb != "DELE")
        return say("-ERR Command not known");
    const qsizetype index = messageAt(words.first());
    if (index < 0)
        return say("-ERR No such message");
    if (verb == "RETR")
        return retrieve(m_messages[index], INT_MAX);
    if (verb == "TOP") {
        bool isNumber = false;
        const int lines = words.value(1).toInt(&isNumber);
        return isNumber && lines >= 0 ? retrieve(m_messages[index], lines) : say("-ERR TOP message lines");
    }
    m_deleted << m_messages[index].uid;
    say("+OK Will go at QUIT");
}

} // namespace practice
