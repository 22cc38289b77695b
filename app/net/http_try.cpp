#include "net/http_try.h"

#include <QLocale>
#include <QNetworkProxy>
#include <QTimeZone>
#include <QUrl>

namespace net {

using model::Failure;

namespace {

QByteArray headerIn(const QByteArrayList &lines, const QByteArray &name)
{
    for (const QByteArray &line : lines)
        if (line.size() > name.size() && line.at(name.size()) == ':'
            && line.left(name.size()).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(name.size() + 1).trimmed();
    return {};
}

/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110 section 5.6.7); the two old forms are not sent any more.
QDateTime httpDate(const QByteArray &text)
{
    const QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text.left(64)),
                                                   QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    return QDateTime(date.date(), date.time(), QTimeZone::utc()).toUTC();
}

/// The chunks without their sizes (RFC 9112 section 7.1); what cannot be read ends it.
QByteArray joined(QByteArray chunks)
{
    QByteArray body;
    for (;;) {
        const qsizetype end = chunks.indexOf("\r\n");
        bool number = false;
        const int size = end < 0 ? 0 : chunks.left(end).split(';').first().trimmed().toInt(&number, 16);
        if (!number || size <= 0)
            return body;
        body += chunks.mid(end + 2, size);
        chunks.remove(0, qMin<qsizetype>(chunks.size(), end + 2 + qsizetype(size) + 2));
    }
}

} // namespace

std::optional<HttpAnswer> httpAnswerIn(const QByteArray &bytes, bool atEnd)
{
    HttpAnswer answer;
    if (!QByteArray("HTTP/1.").startsWith(bytes.left(7))) {
        answer.failure = Failure::NotMail;
        return answer;
    }
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0) {
        if (!atEnd && bytes.size() < Bounds::pageBytes)
            return std::nullopt;
        answer.failure = bytes.isEmpty() ? Failure::ClosedEarly : Failure::NotMail;
        return answer;
    }
    const QByteArrayList lines = bytes.left(headEnd).split('\n');
    answer.status = lines.first().mid(9, 3).toInt();
    QByteArrayList headers;
    for (const QByteArray &line : lines.mid(1))
        headers.append(line.trimmed());
    const bool inChunks = headerIn(headers, "Transfer-Encoding").toLower().contains("chunked");
    const QByteArray rest = bytes.mid(headEnd + 4);
    bool sized = false;
    const qint64 size = headerIn(headers, "Content-Length").toLongLong(&sized);
    const bool bodyless = answer.status == 204 || answer.status == 304 || answer.status / 100 == 3;
    const bool whole = bodyless || (sized && rest.size() >= size) || (inChunks && rest.endsWith("0\r\n\r\n"));
    if (!whole && !atEnd && bytes.size() < Bounds::pageBytes)
        return std::nullopt;
    answer.body = (inChunks ? joined(rest) : rest).trimmed();
    answer.redirectHost = QUrl(QString::fromLatin1(headerIn(headers, "Location"))).host().toLower().left(253);
    answer.sentAt = httpDate(headerIn(headers, "Date"));
    // A page out of somebody's store carries the date of its making, and says how old it is.
    if (answer.sentAt.isValid())
        answer.sentAt = answer.sentAt.addSecs(qBound(0, headerIn(headers, "Age").toInt(), 365 * 24 * 3600));
    return answer;
}

HttpTry::HttpTry(const QHostAddress &address, quint16 port, const QByteArray &request)
    : m_address(address), m_port(port), m_request(request)
{
    // A system-wide proxy would answer instead of the page.
    m_socket.setProxy(QNetworkProxy::NoProxy);
    connect(&m_socket, &QTcpSocket::connected, this, [this] { m_socket.write(m_request); });
    connect(&m_socket, &QTcpSocket::readyRead, this, [this] { read(false); });
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &HttpTry::broke);
}

HttpTry::~HttpTry()
{
    m_socket.disconnect(this); // closing it must not call into an object that is half gone
}

void HttpTry::start()
{
    m_socket.connectToHost(m_address, m_port);
}

bool HttpTry::isConnected() const
{
    return m_socket.state() == QAbstractSocket::ConnectedState;
}

void HttpTry::read(bool atEnd)
{
    m_bytes += m_socket.read(Bounds::pageBytes - m_bytes.size());
    if (const auto answer = httpAnswerIn(m_bytes, atEnd))
        report(*answer);
}

void HttpTry::broke(QAbstractSocket::SocketError error)
{
    if (error == QAbstractSocket::RemoteHostClosedError)
        return read(true);
    HttpAnswer answer;
    answer.failure = error == QAbstractSocket::ConnectionRefusedError ? Failure::Refused
        : error == QAbstractSocket::SocketTimeoutError                ? Failure::ConnectTimeout
        : error == QAbstractSocket::SocketResourceError               ? Failure::LocalResource
                                                                      : Failure::Unreachable;
    report(answer);
}

void HttpTry::report(HttpAnswer answer)
{
    if (std::exchange(m_reported, true))
        return;
    m_socket.disconnect(this);
    answer.address = m_address.toString();
    QMetaObject::invokeMethod(
        this,
        [this, answer] {
            m_socket.abort();
            emit answered(answer);
        },
        Qt::QueuedConnection);
}

} // namespace net
