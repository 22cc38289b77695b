// What a mail or web server in good health answers to each line, and under which verb a world may change it.
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

namespace scenario {

enum class Tongue
{
    Smtp,
    Imap,
    Pop3,
    Http,
    None, ///< says nothing by itself
};

Tongue tongueOfPort(quint16 port);

class Voice
{
public:
    Voice(Tongue tongue, const QString &host);

    QByteArrayList greeting() const;
    struct Reply
    {
        QString verb; ///< "EHLO", "LOGIN", "GET", …; empty: nothing to say yet
        QByteArrayList lines;
    };
    Reply hear(const QByteArray &line, bool encrypted);
    /// IMAP: "OK done" with the tag of the command that is being answered.
    QByteArray tagged(const QByteArray &line) const;

private:
    Reply smtp(const QByteArray &line, bool encrypted);
    Reply imap(const QByteArray &line, bool encrypted);
    Reply imapCommand(const QString &verb, bool encrypted) const;
    Reply pop3(const QByteArray &line, bool encrypted);
    Reply http(const QByteArray &line);

    Tongue m_tongue;
    QByteArray m_host;
    QByteArray m_tag, m_pending;
    QString m_waiting; ///< verb whose continuation is due
    bool m_data = false;
};

} // namespace scenario
