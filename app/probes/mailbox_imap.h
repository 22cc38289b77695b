// A look at the inbox over IMAP that changes nothing (EXAMINE, BODY.PEEK), and at the folder for unwanted
// mail.
#pragma once

#include "probes/junk_imap.h"

namespace probes {

class MailboxImap : public JunkImap
{
public:
    MailboxImap(const net::Environment &environment, const model::Endpoint &endpoint, const QString &address,
                Credential credential, const MailboxWishes &wishes);

private:
    // Two rounds, each said at once: what the folders hold, then sizes and headers of some messages.
    void loggedIn(const net::ImapReply &reply) override;
    void atHome() override;
    void summed(const net::ImapReply &reply);
    void quotaTold(const net::ImapReply &reply);
    void foldersTold(const net::ImapReply &reply);
    void examined(const net::ImapReply &reply);
    void askMessages();
    void sized(const net::ImapReply &reply);
    void headersTold(const net::ImapReply &reply);
    void junkTold(const net::ImapReply &reply);
    using Hearer = void (MailboxImap::*)(const net::ImapReply &);
    void ask(const QByteArray &text, Hearer hearer, int lines = net::Bounds::linesPerReply);
    void hearNext();
    void heard(const net::ImapReply &reply);
    void answer(const net::ImapReply &reply);

    struct Asked
    {
        QByteArray tag;
        Hearer hearer;
        int lines;
    };
    QList<Asked> m_asked; ///< and whose answer was not looked at yet, in order
    std::vector<net::ImapReply> m_early; ///< answers that came out of turn
    QByteArrayList m_data; ///< of the whole round: it need not stand before the answer that it belongs to
    HeaderSample m_sample;
    QJsonObject m_mailbox;
    qint64 m_messages = 0;
};

} // namespace probes
