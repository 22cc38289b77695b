// Where encryption failed: hellos of our own, to see what the other side can do and what it stumbles over.
#pragma once

#include "net/dialogue_base.h"
#include "probes/probe.h"

#include <vector>

namespace probes {

/// One door and address. First the hellos that should work, side by side; only where none of them is
/// answered, the ones that tell why. Says nothing but hellos (and what must be said before STARTTLS), and
/// never logs in.
class TlsLook : public Probe
{
    Q_OBJECT
public:
    TlsLook(const Job &job, const net::Environment &environment, bool configured);
    void start() override;

    /// Doors of this person where the handshake failed, or the certificate is weak in a way the library
    /// cannot name; and silent ports that should have greeted in clear, asked with one hello.
    static QList<Job> due(const model::Case &visit, const net::Environment &environment);
    static std::unique_ptr<Probe> make(const Job &job, const Context &context);

private:
    void ask(const QStringList &hellos);
    void heard(const model::Fact &fact);
    void closed();

    Job m_job;
    net::Environment m_environment;
    bool m_configured;
    bool m_askedAll; ///< nothing is left for a second round
    std::vector<std::unique_ptr<net::DialogueBase>> m_dialogues;
    int m_open = 0;
    bool m_telling = false; ///< a hello was answered in a way that explains enough
    bool m_reachable = false; ///< any connection stood
};

} // namespace probes
