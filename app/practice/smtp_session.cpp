#include "practice/smtp_session.h"

#include "practice/split.h"

namespace practice {

namespace {

/// The address between angle brackets, and what follows: "<a@b> SIZE=5". No value if the syntax is wrong.
struct Path
{
    bool valid = false;
    QByteArray address;
    QList<QByteArray> parameters;
};

Path readPath(const QByteArray &argument, const QByteArray &keyword)
{
    Path path;
    if (!argument.toUpper().startsWith(keyword + ':'))
        return path;
    const QByteArray rest = argument.mid(keyword.size() + 1).trimmed();
    const qsizetype end = rest.indexOf('>');
    if (!rest.startsWith('<') || end < 0)
        return path;
    path.address = rest.mid(1, end - 1);
    path.parameters = rest.mid(end + 1).simplified().toUpper().split(' ');
    path.valid = path.address.size() <= 320 && !path.address.contains('<') && !path.address.contains(' ');
    return path;
}

} // namespace

void SmtpSession::greet()
{
    say("220 " + Office::serverName() + " ESMTP practice");
}

void SmtpSession::forget()
{
    m_greeted = false;
    m_loggedIn = false;
    reset();
}

void SmtpSession::reset()
{
    m_hasSender = false;
    m_sender.clear();
    m_recipients.clear();
    m_message.clear();
    m_tooBig = false;
}

void SmtpSession::line(const QByteArray &text)
{
    if (m_expects == Expects::Data)
        return dataLine(text);
    if (m_expects != Expects::Command)
        return authAnswer(text);
    command(before(text, ' ').toUpper(), after(text, ' ').trimmed());
}

void SmtpSession::command(const QByteArray &verb, const QByteArray &argument)
{
    if (verb == "EHLO" || verb == "HELO")
        return verb == "EHLO" ? ehlo(argument) : (m_greeted = true, say("250 " + Office::serverName()));
    if (verb == "STARTTLS")
        return startTls();
    if (verb == "AUTH")
        return auth(argument);
    if (verb == "MAIL")
        return mail(argument);
    if (verb == "RCPT")
        return recipient(argument);
    if (verb == "DATA")
        return data();
    if (verb == "RSET") {
        reset();
        return say("250 2.0.0 Forgotten");
    }
    if (verb == "NOOP")
        return say("250 2.0.0 Still here");
    if (verb == "VRFY")
        return say("252 2.5.2 Send some mail, it will be tried");
    if (verb == "QUIT") {
        say("221 2.0.0 Goodbye");
        return close();
    }
    say("500 5.5.2 Command not known");
}

bool SmtpSession::offersAuth() const
{
    return isEncrypted() || behaviour().startTls == StartTls::NotOffered;
}

void SmtpSession::ehlo(const QByteArray &argument)
{
    if (argument.isEmpty())
        return say("501 5.5.4 EHLO needs a name");
    m_greeted = true;
    reset();
    QList<QByteArray> lines{Office::serverName(), "PIPELINING", "8BITMIME",
                            "SIZE " + QByteArray::number(behaviour().sizeLimit)};
    if (offersTls())
        lines << "STARTTLS";
    if (offersAuth())
        lines << "AUTH PLAIN LOGIN";
    lines << "ENHANCEDSTATUSCODES";
    for (qsizetype i = 0; i < lines.size(); ++i)
        say((i + 1 < lines.size() ? "250-" : "250 ") + lines[i]);
}

void SmtpSession::startTls()
{
    if (isEncrypted())
        return say("503 5.5.1 Encrypted already");
    if (!offersTls())
        return say("502 5.5.1 Not offered");
    if (behaviour().startTls == StartTls::Refused)
        return say("454 4.7.0 TLS not available at the moment");
    secure("220 2.0.0 Go ahead", "250-" + Office::serverName() + "\r\n250 AUTH PLAIN LOGIN");
}

void SmtpSession::auth(const QByteArray &argument)
{
    if (m_loggedIn || m_hasSender)
        return say("503 5.5.1 Not now");
    if (!offersAuth())
        return say("538 5.7.11 Encryption required for authentication");
    const QByteArray mechanism = before(argument, ' ').toUpper();
    const QByteArray initial = after(argument, ' ').trimmed();
    if (mechanism != "PLAIN" && mechanism != "LOGIN")
        return say("504 5.5.4 Mechanism not known");
    m_expects = mechanism == "PLAIN" ? Expects::PlainAnswer : Expects::LoginUser;
    if (!initial.isEmpty())
        return authAnswer(initial);
    say(mechanism == "PLAIN" ? "334 " : "334 VXNlcm5hbWU6");
}

void SmtpSession::authAnswer(const QByteArray &answer)
{
    const Expects now = m_expects;
    m_expects = Expects::Command;
    if (answer == "*")
        return say("501 5.7.0 Authentication cancelled");
    if (now == Expects::PlainAnswer) {
        const auto [user, password] = Office::plainCredentials(answer);
        return user.isEmpty() ? say("501 5.5.2 Not base64 of a PLAIN answer") : logIn(user, password);
    }
    const auto decoded = QByteArray::fromBase64Encoding(answer, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return say("501 5.5.2 Not base64");
    if (now == Expects::LoginPassword)
        return logIn(m_loginUser, decoded.decoded);
    m_loginUser = decoded.decoded;
    m_expects = Expects::LoginPassword;
    say("334 UGFzc3dvcmQ6");
}

void SmtpSession::logIn(const QByteArray &user, const QByteArray &password)
{
    switch (office().judge(user, password, isEncrypted(), false)) {
    case Judgement::Welcome:
        m_loggedIn = true;
        return say("235 2.7.0 Welcome");
    case Judgement::Silence:
        return hangForEver();
    case Judgement::TemporaryFailure:
        return say("454 4.7.0 Temporary authentication failure");
    case Judgement::Expired:
        say("535 5.7.8 Authentication failed: account expired");
        break;
    case Judgement::InUse:
    case Judgement::WrongPassword:
        say("535 5.7.8 Authentication failed: user name or password wrong");
        break;
    }
    if (tooManyFailures()) {
        say("421 4.7.0 Too many attempts");
        close();
    }
}

void SmtpSession::mail(const QByteArray &argument)
{
    if (!m_greeted)
        return say("503 5.5.1 Say EHLO first");
    if (isSubmission() && !m_loggedIn)
        return say(offersTls() ? "530 5.7.0 Say STARTTLS first" : "530 5.7.0 Authentication required");
    if (m_hasSender)
        return say("503 5.5.1 One sender at a time");
    const Path path = readPath(argument, "FROM");
    if (!path.valid)
        return say("501 5.5.4 MAIL FROM:<address>");
    for (const QByteArray &parameter : path.parameters) {
        if (parameter.startsWith("SIZE=") && parameter.mid(5).toLongLong() > behaviour().sizeLimit)
            return say("552 5.3.4 Message too big, at most " + QByteArray::number(behaviour().sizeLimit)
                       + " bytes");
    }
    if (!behaviour().senderAnswer.isEmpty())
        return say(behaviour().senderAnswer);
    m_hasSender = true;
    m_sender = path.address;
    say("250 2.1.0 Sender accepted");
}

QByteArray SmtpSession::judgeRecipient(const QByteArray &address)
{
    constexpr qsizetype mostRecipients = 100;
    if (m_recipients.size() >= mostRecipients)
        return "452 4.5.3 Too many recipients";
    if (!behaviour().recipientAnswer.isEmpty())
        return behaviour().recipientAnswer;
    if (behaviour().greylists && office().greylists(m_sender, address))
        return "451 4.7.1 Greylisted, try again later";
    const QByteArray domain = address.mid(address.lastIndexOf('@') + 1).toLower();
    if (domain != Office::domain())
        return m_loggedIn ? "" : "554 5.7.1 Relay access denied";
    if (address.compare(Office::address(), Qt::CaseInsensitive) != 0)
        return "550 5.1.1 Recipient address rejected: user unknown";
    return office().mailbox.hasRoomFor(1) ? "" : "552 5.2.2 Mailbox full";
}

void SmtpSession::recipient(const QByteArray &argument)
{
    if (!m_hasSender)
        return say("503 5.5.1 MAIL first");
    const Path path = readPath(argument, "TO");
    if (!path.valid || !path.address.contains('@'))
        return say("501 5.1.3 RCPT TO:<address>");
    const QByteArray refusal = judgeRecipient(path.address);
    if (!refusal.isEmpty())
        return say(refusal);
    m_recipients << path.address;
    say("250 2.1.5 Recipient accepted");
}

void SmtpSession::data()
{
    if (m_recipients.isEmpty())
        return say("503 5.5.1 RCPT first");
    m_expects = Expects::Data;
    say("354 End with a dot on a line of its own");
}

void SmtpSession::dataLine(const QByteArray &text)
{
    if (text == ".")
        return finalDot();
    // Too much is read to its end all the same: the client learns why only after its dot (RFC 1870
    // section 6.4).
    m_tooBig = m_tooBig || m_message.size() + text.size() + 2 > behaviour().sizeLimit;
    if (m_tooBig)
        m_message.clear();
    else
        m_message += (text.startsWith('.') ? text.mid(1) : text) + "\r\n";
}

void SmtpSession::finalDot()
{
    m_expects = Expects::Command;
    const qint64 bytes = m_message.size();
    if (m_tooBig) {
        reset();
        return say("552 5.3.4 Message too big, at most " + QByteArray::number(behaviour().sizeLimit)
                   + " bytes");
    }
    // Taken before the scan has ended: a client that does not wait for the answer sends it a second time, and
    // the other side gets it twice.
    office().deliver(m_sender, m_recipients, m_message);
    reset();
    const QByteArray answer = "250 2.0.0 Accepted as " + QByteArray::number(office().deliveries.size());
    const double scan = behaviour().scanTime(bytes);
    if (scan > 0)
        return pause(scan, [this, answer] { say(answer); });
    say(answer);
}

} // namespace practice
