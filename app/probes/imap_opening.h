// IMAP up to what the server offers on the connection that is going to be used (RFC 9051, RFC 8314).
#pragma once

#include "net/dialogue.h"
#include "net/imap_reply.h"

namespace probes {

class ImapOpening : public net::Dialogue<net::ImapReply>
{
public:
    using Dialogue::Dialogue;

protected:
    /// Capabilities after encryption (unless Security::Plain); upper case. The step is Capabilities.
    virtual void offered(const QByteArrayList &capabilities) = 0;
    void logout();

    QByteArray nextTag();
    Expect untilTag() const { return {Expect::Kind::Tagged, m_tag}; }
    Expect continuation() const { return {Expect::Kind::Continuation, m_tag}; }
    template <typename Heir>
    void command(const QByteArray &text, void (Heir::*member)(const net::ImapReply &))
    {
        say(nextTag() + ' ' + text);
        hear(member, untilTag());
    }
    /// A command behind others that are not answered yet; its tag, with which its answer is heard in turn.
    QByteArray commandAhead(const QByteArray &text)
    {
        const QByteArray tag = nextTag();
        sayAhead({tag + ' ' + text});
        return tag;
    }
    template <typename Heir>
    void hearTag(const QByteArray &tag, void (Heir::*member)(const net::ImapReply &), int lines,
                 const QByteArrayList &behind)
    {
        hear(member, {Expect::Kind::Tagged, tag, lines, behind});
    }

private:
    void begin() final;
    void greeting(const net::ImapReply &reply);
    void plainOffers(const net::ImapReply &reply);
    void agreed(const net::ImapReply &reply);
    void askOffers();
    void offers(const net::ImapReply &reply);

    QByteArray m_tag;
    int m_commands = 0;
};

} // namespace probes
