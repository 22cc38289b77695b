// A copy of one message for its owner, octet by octet as the server hands it out. Takes nothing away.
#pragma once

#include "probes/fetch_run.h"
#include "probes/pop3_login.h"

#include <functional>

namespace probes {

class RescuePop3 : public Pop3Login
{
public:
    /// `write` hears the octets in order; false: they cannot be kept, which ends the copy.
    using Write = std::function<bool(QByteArrayView)>;
    RescuePop3(const net::Environment &environment, const model::Endpoint &endpoint, const QString &address,
               Credential credential, const FetchRun::Message &wanted, Write write);

    bool isComplete() const { return m_complete; }
    bool loggedInAtAll() const { return m_loggedIn; }

    static constexpr qint64 mostOctets = 512LL * 1024 * 1024;

private:
    void loggedIn(const net::Pop3Reply &reply) override;
    void named(const net::Pop3Reply &reply);
    void copied(const net::Pop3Reply &reply);
    void unmarked(const net::Pop3Reply &reply);

    FetchRun::Message m_wanted;
    Write m_write;
    int m_number = 0;
    bool m_loggedIn = false;
    bool m_complete = false;
};

} // namespace probes
