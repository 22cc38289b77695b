#include "practice/office.h"

namespace practice {

Office::Office() = default;

Judgement Office::judge(const QByteArray &userName, const QByteArray &given, bool encrypted, bool isPop3)
{
    ++logIns;
    if (!encrypted)
        ++passwordsInClear;
    switch (behaviour.logIn) {
    case LogIn::WrongPassword:
        return Judgement::WrongPassword;
    case LogIn::Expired:
        return Judgement::Expired;
    case LogIn::TemporaryFailure:
        return Judgement::TemporaryFailure;
    case LogIn::Silent:
        return Judgement::Silence;
    case LogIn::InUse:
    case LogIn::LocalPartOnly:
    case LogIn::Normal:
        break;
    }
    const bool whole = userName.compare(address(), Qt::CaseInsensitive) == 0;
    const bool local = userName.compare(user(), Qt::CaseInsensitive) == 0;
    const bool known = local || (whole && behaviour.logIn != LogIn::LocalPartOnly);
    if (!known || given != password())
        return Judgement::WrongPassword;
    return isPop3 && behaviour.logIn == LogIn::InUse ? Judgement::InUse : Judgement::Welcome;
}

QPair<QByteArray, QByteArray> Office::plainCredentials(const QByteArray &base64)
{
    const auto decoded = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    const QList<QByteArray> parts = decoded ? decoded.decoded.split('\0') : QList<QByteArray>();
    if (parts.size() != 3)
        return {};
    return {parts[1], parts[2]};
}

void Office::deliver(const QByteArray &sender, const QList<QByteArray> &recipients, const QByteArray &raw)
{
    Message letter;
    letter.raw = raw;
    Delivery delivery;
    delivery.messageId = QString::fromUtf8(letter.field("Message-ID"));
    delivery.from = QString::fromUtf8(sender);
    delivery.at = QDateTime::currentDateTime();
    delivery.bytes = raw.size();
    bool here = false;
    for (const QByteArray &recipient : recipients) {
        delivery.recipients << QString::fromUtf8(recipient);
        here = here || recipient.compare(address(), Qt::CaseInsensitive) == 0;
    }
    deliveries << delivery;
    // Mail for anybody else is swallowed: nothing ever leaves this computer.
    if (here) {
        const QByteArray stamp = delivery.at.toString(Qt::RFC2822Date).toLatin1();
        mailbox.add("INBOX",
                    "Return-Path: <" + sender
                        + ">\r\nReceived: from localhost (localhost [127.0.0.1])\r\n\tby " + serverName()
                        + " with ESMTP; " + stamp + "\r\n" + raw);
    }
}

bool Office::greylists(const QByteArray &sender, const QByteArray &recipient)
{
    const QPair<QByteArray, QByteArray> pair(sender.toLower(), recipient.toLower());
    if (m_greylist.contains(pair))
        return false;
    m_greylist << pair;
    return true;
}

} // namespace practice
