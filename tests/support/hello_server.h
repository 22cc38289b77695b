// A server that answers hellos by a rule and nothing else: what it says depends on what the hello offers.
#pragma once

#include "net/environment.h"
#include "support/scripted_server.h"

#include <QTcpServer>
#include <functional>

namespace support {

/// What a server looks at first.
struct HeardHello
{
    int version = 0; ///< of the message: 0x0303 also where TLS 1.3 is offered
    bool offers13 = false;
    bool saysName = false;
    bool offersOld = false; ///< RC4 or 3DES among the suites
    qsizetype bytes = 0;
};

struct HelloAnswer
{
    QByteArray bytes;
    bool hangsUp = false;
};

class HelloServer : public QTcpServer
{
public:
    using Rule = std::function<HelloAnswer(const HeardHello &)>;
    /// `before`: said in plain text before each hello, one line for each line of the client ("220 hi", …).
    explicit HelloServer(const Rule &rule, const QByteArrayList &before = {});

    net::Environment environment(const model::Endpoint &endpoint, double boundsFactor = 0.02) const;
    int hellos() const { return m_hellos; }
    /// Everything that clients said, in clear text.
    QByteArray heard() const { return m_heard; }

private:
    void incomingConnection(qintptr descriptor) override;

    Rule m_rule;
    QByteArrayList m_before;
    QByteArray m_heard;
    int m_hellos = 0;
};

} // namespace support
