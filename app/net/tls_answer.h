// What came back to a hello of our own, as far as it is in clear text: version, alert, certificates. Pure and
// bounded.
#pragma once

#include "net/reply_reader.h"

#include <QByteArrayList>
#include <QJsonObject>
#include <QString>
#include <optional>

namespace net {

struct TlsAnswer
{
    bool hello = false; ///< a ServerHello came: the two sides would have agreed
    QString version; ///< "3" (SSL 3.0), "1.0", "1.1", "1.2", "1.3"
    quint16 cipher = 0; ///< IANA number of the suite chosen
    std::optional<int> alertLevel; ///< 1 warning, 2 fatal
    std::optional<int> alert; ///< RFC 8446 section 6; of several the last
    QByteArrayList certificates; ///< DER, up to TLS 1.2; at most Bounds::tlsCertificates
    int certificateCount = 0; ///< how many there were
    qint64 certificateBytes = 0; ///< of all of them, as announced
    bool tooLarge = false; ///< more or larger certificates than the bounds allow
    bool asksCertificate = false; ///< CertificateRequest: a certificate of the client is wanted
    int dhBits = 0; ///< size of the group of a DHE suite; 0: no such suite
    bool plain = false; ///< words instead of records
    bool garbled = false; ///< neither words nor TLS
};

class TlsAnswerReader : public ReplyReader
{
public:
    qsizetype lineCap() const override { return 0; }
    qsizetype wantedBytes() const override;
    model::Failure line(const QByteArray &) override { return model::Failure::ProtocolError; }
    model::Failure bytes(const QByteArray &part) override;
    bool complete() const override { return m_complete; }

    const TlsAnswer &answer() const { return m_answer; }
    /// What the look found, where the connection ended with `ended` (None: this reader was content).
    model::Failure meaning(model::Failure ended) const;
    /// tls_version, cipher, alert, alert_level, certificate_count, certificate_bytes, weakness, …
    QJsonObject facts() const;

private:
    void record();
    void alert(const QByteArray &content);
    void messages();
    void message(int type, const QByteArray &content);
    void serverHello(const QByteArray &content);
    void certificates(const QByteArray &content);
    void keyExchange(const QByteArray &content);
    void unreadable();

    TlsAnswer m_answer;
    QByteArray m_buffer; ///< records not yet taken apart
    QByteArray m_handshake; ///< messages not yet taken apart; one may span many records
    qint64 m_received = 0;
    int m_records = 0;
    bool m_complete = false;
};

} // namespace net
