#include "support/hello_server.h"

#include <QTcpSocket>

namespace support {

namespace {

int number(const QByteArray &bytes, qsizetype at, int count)
{
    int value = 0;
    for (int i = 0; i < count && at + i < bytes.size(); ++i)
        value = value * 256 + static_cast<unsigned char>(bytes.at(at + i));
    return value;
}

HeardHello read(const QByteArray &record)
{
    HeardHello hello;
    hello.bytes = record.size();
    hello.version = number(record, 9, 2);
    qsizetype at = 43;
    at += 1 + number(record, at, 1);
    const int suites = number(record, at, 2);
    for (int i = 0; i < suites; i += 2) {
        const int suite = number(record, at + 2 + i, 2);
        hello.offersOld = hello.offersOld || suite == 0x0005 || suite == 0x000a;
    }
    at += 2 + suites;
    at += 1 + number(record, at, 1) + 2;
    while (at + 4 <= record.size()) {
        hello.saysName = hello.saysName || number(record, at, 2) == 0;
        hello.offers13 = hello.offers13 || number(record, at, 2) == 43;
        at += 4 + number(record, at + 2, 2);
    }
    return hello;
}

} // namespace

HelloServer::HelloServer(const Rule &rule, const QByteArrayList &before) : m_rule(rule), m_before(before)
{
    listen(QHostAddress::LocalHost);
}

void HelloServer::incomingConnection(qintptr descriptor)
{
    auto *socket = new QTcpSocket(this);
    socket->setSocketDescriptor(descriptor);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    auto said = std::make_shared<int>(0);
    auto buffer = std::make_shared<QByteArray>();
    const auto sayNext = [this, socket, said] {
        if (*said < m_before.size())
            socket->write(m_before.at((*said)++));
    };
    sayNext();
    connect(socket, &QTcpSocket::readyRead, socket, [this, socket, said, buffer, sayNext] {
        const QByteArray bytes = socket->readAll();
        m_heard += bytes;
        *buffer += bytes;
        for (qsizetype end = 0; *said < m_before.size() && (end = buffer->indexOf('\n')) >= 0; sayNext())
            buffer->remove(0, end + 1);
        if (!buffer->startsWith('\x16') || buffer->size() < 5 || buffer->size() < 5 + number(*buffer, 3, 2))
            return;
        ++m_hellos;
        const HelloAnswer answer = m_rule(read(*buffer));
        buffer->clear();
        socket->write(answer.bytes);
        if (answer.hangsUp)
            socket->disconnectFromHost();
    });
}

net::Environment HelloServer::environment(const model::Endpoint &endpoint, double boundsFactor) const
{
    net::Environment world;
    world.bounds = world.bounds.scaled(boundsFactor);
    world.route.add(endpoint.host, endpoint.port, {QStringLiteral("127.0.0.1"), serverPort()});
    return world;
}

} // namespace support
