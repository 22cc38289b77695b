#include "net/tls_answer.h"

#include "model/seen.h"
#include "net/bounds.h"
#include "net/tls_certificate.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace net {

using model::Failure;

namespace {

constexpr qsizetype recordHead = 5;
constexpr qsizetype messageHead = 4;
constexpr qsizetype largestRecord = 16 * 1024 + 2048; // RFC 5246 section 6.2.3
constexpr qsizetype largestMessage = 64 * 1024; // certificates excepted
constexpr qsizetype largestChain = Bounds::tlsCertificates * (Bounds::tlsCertificateBytes + 3) + 3;
constexpr int mostRecords = 4096;
constexpr qint64 mostBytes = 1024 * 1024;

enum RecordType
{
    ChangeCipher = 20,
    Alert = 21,
    Handshake = 22,
    Application = 23
};
enum MessageType
{
    ServerHello = 2,
    Certificate = 11,
    KeyExchange = 12,
    CertificateRequest = 13,
    HelloDone = 14
};

/// Big-endian; the caller has made sure that the bytes are there.
qsizetype number(const QByteArray &bytes, qsizetype at, int count)
{
    qsizetype value = 0;
    for (int i = 0; i < count; ++i)
        value = value * 256 + static_cast<unsigned char>(bytes.at(at + i));
    return value;
}

QString versionName(qsizetype version)
{
    switch (version) {
    case 0x0300:
        return QStringLiteral("3");
    case 0x0301:
        return QStringLiteral("1.0");
    case 0x0302:
        return QStringLiteral("1.1");
    case 0x0303:
        return QStringLiteral("1.2");
    case 0x0304:
        return QStringLiteral("1.3");
    default: // every other number is an invention
        return {};
    }
}

bool isWords(const QByteArray &bytes)
{
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 && c != '\t' && c != '\r' && c != '\n')
            return false;
    }
    return !bytes.isEmpty();
}

/// Suites that nobody takes any more, by the part that makes them so; else empty.
QString weakCipher(quint16 suite)
{
    switch (suite) {
    case 0x0004:
    case 0x0005:
    case 0xc007:
    case 0xc011:
        return QStringLiteral("RC4");
    case 0x000a:
    case 0x0013:
    case 0x0016:
    case 0xc008:
    case 0xc012:
        return QStringLiteral("3DES");
    case 0x0009:
    case 0x0015:
        return QStringLiteral("DES");
    case 0x0003:
    case 0x0008:
        return QStringLiteral("EXPORT");
    default: // the registry is longer than this list, and grows
        return {};
    }
}

bool isDhe(quint16 suite)
{
    constexpr quint16 suites[]
        = {0x0013, 0x0015, 0x0016, 0x0032, 0x0033, 0x0038, 0x0039, 0x0045, 0x0088, 0x009e, 0x009f};
    return std::find(std::begin(suites), std::end(suites), suite) != std::end(suites);
}

} // namespace

qsizetype TlsAnswerReader::wantedBytes() const
{
    return m_complete ? 0 : largestRecord;
}

Failure TlsAnswerReader::bytes(const QByteArray &part)
{
    m_received += part.size();
    m_buffer += part;
    while (!m_complete && !m_buffer.isEmpty()) {
        const auto type = static_cast<unsigned char>(m_buffer.at(0));
        const bool isRecord
            = type >= ChangeCipher && type <= Application && (m_buffer.size() < 2 || m_buffer.at(1) == 3);
        if (!isRecord) {
            m_answer.plain = m_records == 0 && isWords(m_buffer.left(64));
            if (!m_answer.plain)
                m_answer.garbled = true;
            m_complete = true;
            break;
        }
        if (m_buffer.size() < recordHead)
            break;
        const qsizetype length = number(m_buffer, 3, 2);
        if (length > largestRecord) {
            unreadable();
            break;
        }
        if (m_buffer.size() < recordHead + length)
            break;
        record();
    }
    if (!m_complete && (m_received > mostBytes || m_records > mostRecords))
        return Failure::Endless;
    return Failure::None;
}

void TlsAnswerReader::record()
{
    const int type = m_buffer.at(0);
    const qsizetype length = number(m_buffer, 3, 2);
    const QByteArray content = m_buffer.mid(recordHead, length);
    m_buffer.remove(0, recordHead + length);
    ++m_records;
    switch (type) {
    case Alert:
        return alert(content);
    case Handshake:
        m_handshake += content;
        return messages();
    default: // encrypted from here on: nothing more for us to read
        if (m_answer.hello)
            m_complete = true;
        else
            unreadable();
    }
}

void TlsAnswerReader::alert(const QByteArray &content)
{
    if (content.size() != 2)
        return unreadable();
    m_answer.alertLevel = int(number(content, 0, 1));
    m_answer.alert = int(number(content, 1, 1));
    // A warning may stand before a ServerHello (RFC 6066 section 3, unrecognized_name); close_notify ends
    // all.
    m_complete = *m_answer.alertLevel != 1 || *m_answer.alert == 0;
}

void TlsAnswerReader::messages()
{
    while (!m_complete && m_handshake.size() >= messageHead) {
        const int type = int(number(m_handshake, 0, 1));
        const qsizetype length = number(m_handshake, 1, 3);
        if (type == Certificate && length > largestChain) {
            m_answer.tooLarge = true;
            m_answer.certificateBytes = length;
            m_complete = true;
            return;
        }
        if (type != Certificate && length > largestMessage)
            return unreadable();
        if (m_handshake.size() < messageHead + length)
            return;
        const QByteArray content = m_handshake.mid(messageHead, length);
        m_handshake.remove(0, messageHead + length);
        message(type, content);
    }
}

void TlsAnswerReader::message(int type, const QByteArray &content)
{
    if (!m_answer.hello && type != ServerHello)
        return unreadable();
    switch (type) {
    case ServerHello:
        return m_answer.hello ? unreadable() : serverHello(content);
    case Certificate:
        return certificates(content);
    case KeyExchange:
        return keyExchange(content);
    case CertificateRequest:
        m_answer.asksCertificate = true;
        return;
    case HelloDone:
        m_complete = true;
        return;
    default: // CertificateStatus and what may yet be invented
        return;
    }
}

void TlsAnswerReader::serverHello(const QByteArray &content)
{
    if (content.size() < 38)
        return unreadable();
    const qsizetype sessionId = number(content, 34, 1);
    qsizetype at = 35 + sessionId;
    if (sessionId > 32 || content.size() < at + 3)
        return unreadable();
    m_answer.version = versionName(number(content, 0, 2));
    m_answer.cipher = quint16(number(content, at, 2));
    at += 5; // suite, compression, length of the extensions
    while (content.size() >= at + 4) {
        const qsizetype type = number(content, at, 2);
        const qsizetype length = number(content, at + 2, 2);
        at += 4;
        if (content.size() < at + length)
            return unreadable();
        if (type == 43 && length == 2) // supported_versions, RFC 8446 section 4.2.1
            m_answer.version = versionName(number(content, at, 2));
        at += length;
    }
    if (m_answer.version.isEmpty())
        return unreadable();
    m_answer.hello = true;
    m_complete = m_answer.version == u"1.3"; // all else is encrypted
}

void TlsAnswerReader::certificates(const QByteArray &content)
{
    if (content.size() < 3 || number(content, 0, 3) != content.size() - 3)
        return unreadable();
    m_answer.certificateBytes = content.size() - 3;
    for (qsizetype at = 3; at < content.size();) {
        if (content.size() < at + 3)
            return unreadable();
        const qsizetype length = number(content, at, 3);
        at += 3;
        if (content.size() < at + length)
            return unreadable();
        ++m_answer.certificateCount;
        if (length > Bounds::tlsCertificateBytes || m_answer.certificateCount > Bounds::tlsCertificates)
            m_answer.tooLarge = true;
        else
            m_answer.certificates.append(content.mid(at, length));
        at += length;
    }
    if (m_answer.tooLarge)
        m_complete = true; // that is what there was to learn
}

void TlsAnswerReader::keyExchange(const QByteArray &content)
{
    if (!isDhe(m_answer.cipher) || content.size() < 2)
        return; // ServerDHParams begin with the prime: RFC 5246 section 7.4.3
    const qsizetype length = number(content, 0, 2);
    if (length > 0 && content.size() >= 2 + length)
        m_answer.dhBits = bitsOf(content.mid(2, length));
}

void TlsAnswerReader::unreadable()
{
    m_answer.garbled = true;
    m_complete = true;
}

Failure TlsAnswerReader::meaning(Failure ended) const
{
    if (m_answer.hello && (m_answer.tooLarge || ended == Failure::Endless))
        return Failure::Endless;
    if (m_answer.hello && !m_answer.garbled)
        return Failure::None;
    if (m_answer.plain)
        return Failure::PlainOnTlsPort;
    if (m_answer.garbled)
        return Failure::ProtocolError;
    if (m_answer.alert && m_complete)
        return Failure::HandshakeFailed;
    if (ended == Failure::Silent || ended == Failure::Drip)
        return Failure::HandshakeTimeout;
    return ended == Failure::None ? Failure::ClosedEarly : ended;
}

QJsonObject TlsAnswerReader::facts() const
{
    using namespace model;
    QJsonObject facts;
    if (m_answer.hello)
        facts.insert(seen::tlsVersion, m_answer.version);
    if (m_answer.alert)
        facts.insert(seen::alert, *m_answer.alert);
    if (m_answer.alertLevel)
        facts.insert(seen::alertLevel, *m_answer.alertLevel);
    if (const QString weak = weakCipher(m_answer.cipher); m_answer.hello && !weak.isEmpty())
        facts.insert(seen::cipher, weak);
    if (m_answer.dhBits > 0)
        facts.insert(seen::dhBits, m_answer.dhBits);
    if (m_answer.asksCertificate)
        facts.insert(seen::asksCertificate, true);
    if (m_answer.certificateBytes > 0) {
        facts.insert(seen::certificateCount, m_answer.certificateCount);
        facts.insert(seen::certificateBytes, m_answer.certificateBytes);
    }
    if (!m_answer.certificates.isEmpty()) {
        facts.insert(seen::certificatePrint, printOf(m_answer.certificates.first()));
        if (const QStringList weak = weaknessesOf(m_answer.certificates); !weak.isEmpty())
            facts.insert(seen::weakness, QJsonArray::fromStringList(weak));
    }
    return facts;
}

} // namespace net
