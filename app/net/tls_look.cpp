// The part of DialogueBase that says a hello of its own where a handshake would begin.
#include "net/dialogue_base.h"

namespace net {

using model::Step;

void DialogueBase::lookWith(const QByteArray &helloRecord)
{
    m_lookHello = helloRecord;
    m_distrusted = true; // no log-in, whatever comes back
    m_reportFrom = Step::TlsLook;
}

void DialogueBase::startLook()
{
    enter(Step::TlsLook);
    emit stage(QStringLiteral("tls"), 0);
    m_heardAny = true; // what comes now is no greeting, and is not taken for one
    m_look = std::make_unique<TlsAnswerReader>();
    write(m_lookHello);
    listen(m_environment.bounds.handshakeMs);
}

ReplyReader *DialogueBase::listener()
{
    return m_look ? m_look.get() : reader();
}

} // namespace net
