#include "probes/mailbox_pop3.h"

#include "model/seen.h"
#include "net/pop3_streams.h"
#include "probes/reply_seen.h"

#include <algorithm>

namespace probes {

using model::Failure;
using net::Pop3Reply;

namespace {

// The newest show what is happening now, the first are usually the oldest. A server that answers only one
// question at a time is asked for a handful.
constexpr int newestSampled = 100, oldestSampled = 5;
constexpr int sampledOneByOne = 6;
constexpr qint64 mostBytes = 48 * 1024 * 1024; ///< a list of a million entries fits

} // namespace

MailboxPop3::MailboxPop3(const net::Environment &environment, const model::Endpoint &endpoint,
                         const QString &address, Credential credential, const MailboxWishes &wishes)
    : Pop3Login(environment, endpoint, address, std::move(credential)), m_sample(wishes)
{
    limitBytes(mostBytes);
}

void MailboxPop3::loggedIn(const Pop3Reply &reply)
{
    note(seenOf(reply));
    enter(model::Step::Mailbox);
    say("STAT");
    hear(&MailboxPop3::counted);
}

void MailboxPop3::counted(const Pop3Reply &reply)
{
    // "+OK count bytes", RFC 1939 section 5
    const QByteArrayList words = reply.text.simplified().split(' ');
    bool countValid = false, bytesValid = false;
    const bool readable
        = reply.ok && words.size() >= 2 && words.at(0).size() <= 18 && words.at(1).size() <= 18;
    m_messages = readable ? words.at(0).toLongLong(&countValid) : 0;
    const qint64 bytes = readable ? words.at(1).toLongLong(&bytesValid) : 0;
    if (!countValid || !bytesValid || m_messages < 0 || bytes < 0)
        return end(Failure::ProtocolError, seenOf(reply));
    note({{model::seen::messages, m_messages}, {model::seen::bytes, bytes}});
    // More than the reader counts: number and sum say it all (faults.md S43).
    if (m_messages == 0 || m_messages > Pop3Reply::Reader::mostListed)
        return leave();
    say("LIST");
    hearWith(std::make_unique<net::Pop3ListReader>([this](int number, const QByteArray &value) {
                 bool valid = false;
                 const qint64 size = value.size() <= 18 ? value.toLongLong(&valid) : 0;
                 if (!valid || size < 0)
                     return;
                 m_sample.addSize(number, size);
                 if (number > m_messages - newestSampled || number <= oldestSampled)
                     m_sizes.insert(number, size);
             }),
             &MailboxPop3::sized);
}

void MailboxPop3::sized(const Pop3Reply &reply)
{
    keepNothing();
    if (reply.ok)
        chooseSample();
    askHeaders();
}

void MailboxPop3::chooseSample()
{
    QList<int> newest = m_sizes.keys();
    std::sort(newest.begin(), newest.end(), std::greater<>());
    QList<int> oldest = newest.mid(qMax<qsizetype>(0, newest.size() - oldestSampled));
    std::reverse(oldest.begin(), oldest.end());
    QList<int> order = m_sample.largestNumbers().mid(0, 3);
    order += oldest.mid(0, 2);
    order += newest + oldest;
    for (const int number : std::as_const(order))
        if (!m_wanted.contains(number))
            m_wanted.append(number);
    if (!pipelines())
        m_wanted = m_wanted.mid(0, sampledOneByOne);
}

void MailboxPop3::askHeaders()
{
    QByteArrayList lines;
    const qsizetype most = pipelines() ? m_wanted.size() : 1;
    while (!m_wanted.isEmpty() && m_asked.size() < most) {
        m_asked.append(m_wanted.takeFirst());
        lines.append("TOP " + QByteArray::number(m_asked.last()) + " 0");
    }
    if (m_asked.isEmpty())
        return leave();
    sayAhead(lines);
    hear(&MailboxPop3::headers, Expect::List);
}

void MailboxPop3::headers(const Pop3Reply &reply)
{
    const int number = m_asked.takeFirst();
    if (reply.ok)
        m_sample.add(number, m_sizes.value(number), headOf(reply.list));
    else
        m_wanted.clear(); // TOP is optional (RFC 1939 section 7)
    if (!m_asked.isEmpty())
        return hear(&MailboxPop3::headers, Expect::List);
    askHeaders();
}

void MailboxPop3::leave()
{
    if (m_messages > 0)
        note(m_sample.seen());
    say("RSET"); // some servers mark on the way; QUIT would then make it real
    hear(&MailboxPop3::unmarked);
}

void MailboxPop3::unmarked(const Pop3Reply &)
{
    quit();
}

} // namespace probes
