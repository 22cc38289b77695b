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
    void hearNext();

    HeaderSample m_sample;
    QJsonObject m_mailbox;
    qint64 m_messages = 0;
    int m_sizesAsked = 0;
    struct
    {
        QByteArray sum, quota, folders, inbox, sizes, headers, junk;
    } m_tags; ///< of commands not answered yet
};

} // namespace probes
