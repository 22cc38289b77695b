// A look into the mailbox over POP3 that changes nothing: number and size of all, headers of a few.
#pragma once

#include "probes/header_sample.h"
#include "probes/pop3_login.h"

#include <QHash>

namespace probes {

class MailboxPop3 : public Pop3Login
{
public:
    MailboxPop3(const net::Environment &environment, const model::Endpoint &endpoint, const QString &address,
                Credential credential, const MailboxWishes &wishes);

private:
    void loggedIn(const net::Pop3Reply &reply) override;
    void counted(const net::Pop3Reply &reply);
    void sized(const net::Pop3Reply &reply);
    void chooseSample();
    void askHeaders();
    void headers(const net::Pop3Reply &reply);
    void leave();
    void unmarked(const net::Pop3Reply &reply);

    HeaderSample m_sample;
    qint64 m_messages = 0;
    QHash<int, qint64> m_sizes; ///< of the messages that are sampled
    QList<int> m_wanted; ///< numbers whose headers are still to be asked for
    QList<int> m_asked; ///< asked for, not answered yet
};

} // namespace probes
