// Starts whatever can be asked, adds the answers to the Case, and asks again, until nothing is left: no order
// is written down anywhere, each kind of probe says itself what it needs (design.md section 3).
#pragma once

#include "probes/probe.h"

#include <QList>
#include <QObject>
#include <QSet>

#include <memory>
#include <vector>

namespace session {

/// One question that was started: for the live list.
struct Asked
{
    QString kind; ///< name in the probes' catalogue
    model::Endpoint endpoint;
    bool finished = false;
};

class Runner : public QObject
{
    Q_OBJECT
public:
    /// `visit`, `environment` and `password` are the session's and outlive the Runner. An empty password is
    /// none.
    Runner(const QList<probes::Kind> &kinds, model::Case *visit, const net::Environment *environment,
           const model::Secret *password, QObject *parent = nullptr);
    ~Runner() override;

    /// Asks whatever is due and was not asked yet; afterwards by itself whenever something was learnt.
    void run();
    /// Destroys every probe: sockets and timers die with them at once (called from inside a fact: in the next
    /// turn of the loop). Questions under way count as not asked.
    void cancel();
    /// Lets the questions of log-in kinds be asked once more: there is another password.
    void forgetLogins();
    /// Lets everything be asked once more.
    void forgetAll();

    bool isBusy() const { return m_active; }
    const QList<Asked> &asked() const { return m_asked; }
    /// Due, but not started yet: log-ins that wait for their turn.
    int waiting(const QString &kind) const;

    /// True for kinds that send credentials: one at a time, within the budget (security.md T44).
    static bool logsIn(const QString &kind);

signals:
    void noted(const model::Fact &fact); ///< after it was added to the Case
    void stage(const QString &kind, const QString &name); ///< what a long probe is doing: Probe::stage
    void changed(); ///< a question was started or ended
    void quiet(); ///< nothing under way and nothing left to ask; from the event loop

private:
    struct Running
    {
        std::unique_ptr<probes::Probe> probe;
        QString key;
        qsizetype asked = 0; ///< index into m_asked
        bool logsIn = false;
    };

    void schedule();
    void ask();
    bool mayStart(const QString &kind) const;
    void start(const probes::Kind &kind, const probes::Job &job);
    void heard(const model::Fact &fact);
    void letGo(std::unique_ptr<probes::Probe> probe);
    void ended(const probes::Probe *probe);

    QList<probes::Kind> m_kinds;
    model::Case *m_visit;
    const net::Environment *m_environment;
    const model::Secret *m_password;
    std::vector<Running> m_running;
    QList<Asked> m_asked;
    QHash<QString, QString> m_started; ///< key -> kind
    bool m_active = false;
    bool m_scheduled = false;
    int m_inside = 0; ///< how deep we stand in a probe's own signal
};

} // namespace session
