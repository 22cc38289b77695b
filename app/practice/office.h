// What all practice servers share: the mailbox, the behaviour, the judge of log-ins, the log of deliveries.
#pragma once

#include "practice/behaviour.h"
#include "practice/delivery.h"
#include "practice/mailbox.h"

#include <QHash>
#include <QPair>
#include <QSslConfiguration>

namespace practice {

enum class Judgement
{
    Welcome,
    WrongPassword,
    Expired,
    TemporaryFailure,
    InUse,
    Silence
};

class Office
{
public:
    Office();

    static QByteArray domain() { return QByteArrayLiteral("practice.example"); }
    static QByteArray serverName() { return QByteArrayLiteral("mail.practice.example"); }
    static QByteArray user() { return QByteArrayLiteral("hanako"); }
    static QByteArray address() { return user() + '@' + domain(); }
    static QByteArray password() { return QByteArrayLiteral("renshu"); }

    /// `encrypted`: whether the password came over TLS. Each call counts as one attempt.
    Judgement judge(const QByteArray &userName, const QByteArray &given, bool encrypted, bool isPop3);
    /// The user name and password in a SASL PLAIN answer (RFC 4616), still in base64. Empty if it cannot be
    /// read.
    static QPair<QByteArray, QByteArray> plainCredentials(const QByteArray &base64);

    /// Logs the message once and puts a copy into the inbox if one of the recipients lives here.
    void deliver(const QByteArray &sender, const QList<QByteArray> &recipients, const QByteArray &raw);
    /// True the first time this pair is seen.
    bool greylists(const QByteArray &sender, const QByteArray &recipient);

    Behaviour behaviour;
    Mailbox mailbox;
    QSslConfiguration tls;
    QList<Delivery> deliveries;
    int logIns = 0;
    int passwordsInClear = 0;

private:
    QSet<QPair<QByteArray, QByteArray>> m_greylist;
};

} // namespace practice
