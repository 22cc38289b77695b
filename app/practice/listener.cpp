#include "practice/listener.h"

#include "practice/imap_session.h"
#include "practice/pop3_session.h"
#include "practice/smtp_session.h"

namespace practice {

namespace {

constexpr qsizetype mostConnections = 64;

Session *sessionFor(Office &office, Door door, QSslSocket *socket, QObject *parent)
{
    switch (door) {
    case Door::Smtp:
    case Door::Submission:
    case Door::Submissions:
        return new SmtpSession(office, door, socket, parent);
    case Door::Imap:
    case Door::Imaps:
        return new ImapSession(office, door, socket, parent);
    case Door::Pop3:
    case Door::Pop3s:
        return new Pop3Session(office, door, socket, parent);
    }
    return nullptr;
}

} // namespace

Listener::Listener(Office &office, Door door, QObject *parent)
    : QTcpServer(parent), m_office(office), m_door(door)
{
}

void Listener::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket;
    const bool full
        = findChildren<Session *>(QString(), Qt::FindDirectChildrenOnly).size() >= mostConnections;
    if (!socket->setSocketDescriptor(descriptor) || full) {
        delete socket;
        return;
    }
    sessionFor(m_office, m_door, socket, this)->begin();
}

} // namespace practice
