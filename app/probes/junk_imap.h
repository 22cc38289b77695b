// A look at the folder for unwanted mail: where it is, how much is in it, how much nobody has seen. Only
// counts.
#pragma once

#include "probes/header_sample.h"
#include "probes/imap_login.h"

namespace probes {

class JunkImap : public ImapLogin
{
public:
    JunkImap(const net::Environment &environment, const model::Endpoint &endpoint, const QString &address,
             Credential credential, const MailboxWishes &wishes);

protected:
    void loggedIn(const net::ImapReply &reply) override;
    void atHome() override;
    /// The folder in the answer to LIST: by its use (RFC 6154), else by one of the known names.
    void chooseFolder(const net::ImapReply &listed);
    /// Notes Junk from the answer to askStatus().
    void noteFolder(const net::ImapReply &status);
    QByteArray listCommand() const;
    QByteArray statusCommand() const; ///< empty if there is no such folder
    const MailboxWishes &wishes() const { return m_wishes; }

private:
    void listed(const net::ImapReply &reply);
    void told(const net::ImapReply &reply);

    MailboxWishes m_wishes;
    QByteArray m_folder; ///< as on the wire
    QString m_shownFolder;
};

} // namespace probes
