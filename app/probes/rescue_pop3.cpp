#include "probes/rescue_pop3.h"

#include "net/pop3_streams.h"
#include "probes/reply_seen.h"

namespace probes {

using model::Failure;
using net::Pop3Reply;

RescuePop3::RescuePop3(const net::Environment &environment, const model::Endpoint &endpoint,
                       const QString &address, Credential credential, const FetchRun::Message &wanted,
                       Write write)
    : Pop3Login(environment, endpoint, address, std::move(credential)), m_wanted(wanted),
      m_write(std::move(write))
{
    reportFrom(model::Step::Fetch);
    limitWhole(environment.bounds.fetchMs);
    limitBytes(mostOctets);
}

void RescuePop3::loggedIn(const Pop3Reply &)
{
    m_loggedIn = true;
    enter(model::Step::Fetch);
    keepNothing();
    m_number = m_wanted.uidl.isEmpty() ? m_wanted.number : 0;
    // Numbers move from one visit of the mailbox to the next; the server's own name of the message does not.
    say("UIDL");
    hearWith(std::make_unique<net::Pop3ListReader>([this](int number, const QByteArray &uidl) {
                 if (!m_wanted.uidl.isEmpty() && uidl == m_wanted.uidl)
                     m_number = number;
             }),
             &RescuePop3::named);
}

void RescuePop3::named(const Pop3Reply &)
{
    if (m_number == 0)
        return end(Failure::NotArrived); // it is gone: another program has taken it away
    say("RETR " + QByteArray::number(m_number));
    hearWith(std::make_unique<net::Pop3OctetReader>(m_write), &RescuePop3::copied);
}

void RescuePop3::copied(const Pop3Reply &reply)
{
    if (!reply.ok)
        return end(Failure::Unwelcome);
    m_complete = true;
    say("RSET"); // some servers mark on the way; QUIT would then make it real
    hear(&RescuePop3::unmarked);
}

void RescuePop3::unmarked(const Pop3Reply &)
{
    quit();
}

} // namespace probes
