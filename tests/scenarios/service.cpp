#include "service.h"

namespace scenario {

Service::Service(const QString &host, quint16 port, const QList<Behaviour> &behaviours, int atOnce,
                 Certificates &certificates, HeardList *heard, std::shared_ptr<int> open)
    : m_host(host), m_at(host + u':' + QString::number(port)), m_behaviours(behaviours), m_atOnce(atOnce),
      m_certificates(certificates), m_heard(heard), m_open(std::move(open))
{
}

void Service::incomingConnection(qintptr descriptor)
{
    Behaviour behaviour = m_behaviours.value(qMin<qsizetype>(m_connections++, m_behaviours.size() - 1));
    if (m_atOnce > 0 && *m_open >= m_atOnce) {
        behaviour.tlsFirst = false;
        behaviour.hasGreeting = true;
        behaviour.greeting = {"!close"};
    }
    auto heard = std::make_shared<Heard>();
    heard->at = m_at;
    m_heard->append(heard);
    ++*m_open;
    const auto *conversation = new Conversation(descriptor, m_host, behaviour, m_certificates, heard, this);
    connect(conversation, &Conversation::over, this, [this] { --*m_open; });
}

} // namespace scenario
