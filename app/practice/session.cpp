#include "practice/session.h"

namespace practice {

namespace {

constexpr qsizetype longestLine = 64 * 1024;
constexpr qint64 readAhead = 256 * 1024;
constexpr qint64 mostBabble = 64 * 1024 * 1024;
constexpr int idleMs = 30 * 60 * 1000; // RFC 3501 section 5.4

bool isTlsDoor(Door door)
{
    return door == Door::Submissions || door == Door::Imaps || door == Door::Pop3s;
}

} // namespace

Session::Session(Office &office, Door door, QSslSocket *socket, QObject *parent)
    : QObject(parent), m_office(office), m_door(door), m_socket(socket)
{
    m_socket->setParent(this);
    m_socket->setSslConfiguration(m_office.tls);
    m_socket->setReadBufferSize(readAhead);
    connect(m_socket, &QSslSocket::disconnected, this, &QObject::deleteLater);
    connect(m_socket, &QSslSocket::errorOccurred, this, &QObject::deleteLater);
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &Session::close);
    m_idle.start(idleMs);
}

void Session::begin()
{
    if (behaviour().greeting == Greeting::ClosedEarly)
        return close();
    const bool silent = behaviour().isSilent(m_door);
    if (isTlsDoor(m_door) ? behaviour().plainOnTlsDoors : !behaviour().tlsOnPlainDoors)
        return accepted();
    connect(m_socket, &QSslSocket::encrypted, this, &Session::accepted);
    if (isTlsDoor(m_door) || silent)
        encrypt();
    else
        waitForClientHello();
}

void Session::waitForClientHello()
{
    // A server that expects TLS waits for the client, which waits for a greeting. Ours breaks the silence
    // with the alert that others send when the first bytes are no handshake.
    const auto alert = [this] {
        if (m_socket->mode() != QSslSocket::UnencryptedMode)
            return;
        sayBytes(
            QByteArray("\x15\x03\x03\x00\x02\x02\x46", 7)); // fatal, protocol_version: RFC 8446 section 6
        close();
    };
    QTimer::singleShot(behaviour().milliseconds(3), this, alert);
    connect(m_socket, &QSslSocket::readyRead, this, [this, alert] {
        if (m_socket->mode() != QSslSocket::UnencryptedMode)
            return;
        if (m_socket->peek(1) != QByteArray(1, 0x16))
            return alert();
        encrypt();
    });
}

void Session::encrypt()
{
    if (!behaviour().onlyOldTls)
        return m_socket->startServerEncryption();
    // Byte by byte: no library of today makes such a server. It agrees to TLS 1.0, whatever is offered, and
    // to nothing older (RFC 2246 section 7.4.1.3).
    m_paused = true;
    const auto answer = [this] {
        const QByteArray hello = m_socket->peek(11);
        if (hello.size() < 11)
            return;
        m_socket->readAll();
        if (hello.at(9) != 3 || hello.at(10) < 1)
            sayBytes(QByteArray("\x15\x03\x00\x00\x02\x02\x46", 7)); // fatal, protocol_version
        else
            sayBytes(QByteArray("\x16\x03\x01\x00\x2a\x02\x00\x00\x26\x03\x01", 11) + QByteArray(32, 'p')
                     + QByteArray("\x00\x00\x2f\x00", 4));
        close(); // there is nothing that it could go on with
    };
    connect(m_socket, &QSslSocket::readyRead, this, answer);
    answer();
}

void Session::accepted()
{
    connect(m_socket, &QSslSocket::readyRead, this, &Session::read, Qt::UniqueConnection);
    if (behaviour().isSilent(m_door))
        return;
    switch (behaviour().greeting) {
    case Greeting::Busy:
        say(busyWords());
        return close();
    case Greeting::Endless:
        connect(m_socket, &QSslSocket::bytesWritten, this, &Session::babble);
        connect(m_socket, &QSslSocket::encryptedBytesWritten, this, &Session::babble);
        return babble();
    case Greeting::Drip: {
        auto *drops = new QTimer(this);
        connect(drops, &QTimer::timeout, this, [this] { sayBytes("2"); });
        return drops->start(behaviour().milliseconds(1));
    }
    case Greeting::Web:
        if (m_door == Door::Submission)
            return answerAsWebServer();
        break;
    case Greeting::Normal:
    case Greeting::ClosedEarly:
    case Greeting::Preauth:
        break;
    }
    if (behaviour().greetingSeconds > 0)
        return pause(behaviour().greetingSeconds, [this] { welcome(); });
    welcome();
}

void Session::welcome()
{
    m_open = true;
    greet();
    read();
}

void Session::babble()
{
    constexpr qint64 ahead = 64 * 1024;
    while (m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite() < ahead && m_babbled < mostBabble) {
        const QByteArray more = endlessInLines()
            ? QByteArray("220-and another word of welcome\r\n").repeated(100)
            : QByteArray(4096, '=');
        m_babbled += more.size();
        sayBytes(more);
    }
    if (m_babbled >= mostBabble)
        close();
}

void Session::answerAsWebServer()
{
    const auto answer = [this] {
        if (m_closing)
            return;
        const QByteArray page
            = "<html><head><title>Sign in</title></head><body>Sign in to go on</body></html>\n";
        sayBytes(
            "HTTP/1.1 400 Bad Request\r\nServer: nginx\r\nContent-Type: text/html\r\nConnection: close\r\n"
            "Content-Length: "
            + QByteArray::number(page.size()) + "\r\n\r\n" + page);
        close();
    };
    connect(m_socket, &QSslSocket::readyRead, this, answer);
    QTimer::singleShot(behaviour().milliseconds(5), this, answer);
}

bool Session::offersTls() const
{
    return !isEncrypted() && behaviour().startTls != StartTls::NotOffered;
}

void Session::say(const QByteArray &text)
{
    sayBytes(text + "\r\n");
}

void Session::sayBytes(const QByteArray &bytes)
{
    if (!m_closing)
        m_socket->write(bytes);
}

void Session::awaitLiteral(qsizetype bytes)
{
    m_literal = bytes;
}

void Session::literal(const QByteArray &) { }

void Session::pause(double seconds, const std::function<void()> &then)
{
    m_paused = true;
    QTimer::singleShot(behaviour().milliseconds(seconds), this, [this, then] {
        m_paused = false;
        then();
        read();
    });
}

void Session::hangForEver()
{
    m_paused = true;
}

void Session::secure(const QByteArray &agreement, const QByteArray &injected)
{
    const bool inject = behaviour().startTls == StartTls::Injected;
    sayBytes(agreement + "\r\n" + (inject ? injected + "\r\n" : QByteArray()));
    m_socket->flush();
    // What came in clear text behind the command is not the client's (CVE-2011-0411).
    m_socket->readAll();
    m_buffer.clear();
    m_start = 0;
    m_paused = true;
    connect(m_socket, &QSslSocket::encrypted, this, [this] {
        m_paused = false;
        forget();
        read();
    });
    encrypt();
}

void Session::close()
{
    m_closing = true;
    m_socket->disconnectFromHost();
}

void Session::read()
{
    if (!m_open || m_paused || m_closing)
        return;
    m_idle.start(idleMs);
    m_buffer += m_socket->readAll();
    pump();
    m_buffer.remove(0, m_start);
    m_start = 0;
    // A command that paused and was answered within this turn may have left input behind.
    if (!m_paused && !m_closing && m_socket->bytesAvailable() > 0)
        QTimer::singleShot(0, this, &Session::read);
}

void Session::pump()
{
    while (!m_paused && !m_closing) {
        if (m_literal >= 0) {
            if (!takeLiteral())
                return;
            continue;
        }
        const qsizetype end = m_buffer.indexOf('\n', m_start);
        if (end < 0 ? m_buffer.size() - m_start > longestLine : end - m_start > longestLine) {
            say(tooLongWords());
            return close();
        }
        if (end < 0)
            return;
        qsizetype length = end - m_start;
        if (length > 0 && m_buffer[end - 1] == '\r')
            --length;
        const QByteArray text = m_buffer.mid(m_start, length);
        m_start = end + 1;
        line(text);
    }
}

bool Session::takeLiteral()
{
    if (m_buffer.size() - m_start < m_literal)
        return false;
    const QByteArray bytes = m_buffer.mid(m_start, m_literal);
    m_start += m_literal;
    m_literal = -1;
    literal(bytes);
    return true;
}

} // namespace practice
