// A name server with a temper: answers A, AAAA, CNAME, MX, SRV, TXT over UDP and TCP in real wire format (RFC
// 1035), or in one of the ways in which name servers go wrong.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QTcpServer>
#include <QUdpSocket>

namespace scenario {

/// name -> {"A": "203.0.113.1" or [...], "CNAME": …} or one word for all types; "*" answers for what is not
/// listed.
using Zone = QJsonObject;

/// The address that "many" gives, over and over.
inline constexpr const char *manyTimes = "203.0.113.11";

class NameServer
{
public:
    /// Words that stand in the place of records, or of a server's whole temper.
    static QStringList tempers();

    /// `temper`: empty, or what it does to every question.
    NameServer(const Zone &zone, const QString &temper);
    bool listen(const QHostAddress &address, quint16 port = 53);
    QString error() const { return m_udp.errorString(); }

private:
    QByteArray answer(const QByteArray &question, bool tcp) const;
    void hearTcp();

    Zone m_zone;
    QString m_temper;
    QUdpSocket m_udp;
    QTcpServer m_tcp;
};

} // namespace scenario
