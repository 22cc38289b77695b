#include "session/runner.h"

#include <QMetaObject>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace session {

Runner::Runner(const QList<probes::Kind> &kinds, model::Case *visit, const net::Environment *environment,
               const model::Secret *password, QObject *parent)
    : QObject(parent), m_kinds(kinds), m_visit(visit), m_environment(environment), m_password(password)
{
}

Runner::~Runner() = default;

bool Runner::logsIn(const QString &kind)
{
    return kind == u"login" || kind == u"mailbox" || kind == u"junk" || kind == u"fetch" || kind == u"submit"
        || kind == u"arrive";
}

void Runner::run()
{
    m_active = true;
    schedule();
}

// Facts come in bursts, and often from deep inside a socket: one look at the whole table per turn of the loop
// is enough, and nothing is started from within a probe's own call.
void Runner::schedule()
{
    if (!m_active || std::exchange(m_scheduled, true))
        return;
    QMetaObject::invokeMethod(this, &Runner::ask, Qt::QueuedConnection);
}

void Runner::ask()
{
    m_scheduled = false;
    if (!m_active)
        return;
    // From the end of the table: where only one may log in at a time, a message that is on its way is looked
    // for before the next one is sent, or its arrival would be measured late.
    for (auto kind = m_kinds.crbegin(); kind != m_kinds.crend(); ++kind) {
        const QList<probes::Job> due = kind->due(*m_visit, *m_environment);
        for (const probes::Job &job : due)
            if (!m_started.contains(job.key) && mayStart(QString::fromLatin1(kind->name)))
                start(*kind, job);
    }
    if (!m_running.empty())
        return;
    m_active = false;
    emit quiet();
}

bool Runner::mayStart(const QString &kind) const
{
    if (!logsIn(kind))
        return true;
    const bool another = std::any_of(m_running.begin(), m_running.end(),
                                     [](const Running &running) { return running.logsIn; });
    return !another && m_visit->failedLogins() < net::Bounds::failedLoginsPerVisit;
}

void Runner::start(const probes::Kind &kind, const probes::Job &job)
{
    const probes::Context context{m_environment, m_visit,
                                  m_password && !m_password->isEmpty() ? m_password : nullptr};
    const QString name = QString::fromLatin1(kind.name);
    m_started.insert(job.key, name);
    std::unique_ptr<probes::Probe> probe = kind.make(job, context);
    if (!probe)
        return; // nothing to be asked after all
    probes::Probe *started = probe.get();
    connect(started, &probes::Probe::noted, this, &Runner::heard);
    connect(started, &probes::Probe::stage, this,
            [this, name](const QString &stageName) { emit stage(name, stageName); });
    connect(started, &probes::Probe::finished, this, [this, started] { ended(started); });
    m_running.push_back({std::move(probe), job.key, m_asked.size(), logsIn(name)});
    m_asked.append({name, job.endpoint, false});
    started->start();
    emit changed();
}

void Runner::heard(const model::Fact &fact)
{
    m_visit->add(fact);
    schedule();
    // Whoever hears this may even delete us: nothing of ours is touched afterwards without asking
    const QPointer<Runner> alive(this);
    ++m_inside;
    emit noted(m_visit->facts.constLast());
    if (alive)
        --m_inside;
}

// Never `delete` from inside the probe's own signal: it stops reporting now, and dies with all that it owns
// when the loop turns.
void Runner::letGo(std::unique_ptr<probes::Probe> probe)
{
    disconnect(probe.get(), nullptr, this, nullptr);
    if (m_inside > 0)
        probe.release()->deleteLater();
}

void Runner::ended(const probes::Probe *probe)
{
    const auto found = std::find_if(m_running.begin(), m_running.end(),
                                    [probe](const Running &running) { return running.probe.get() == probe; });
    if (found == m_running.end())
        return;
    m_asked[found->asked].finished = true;
    ++m_inside;
    letGo(std::move(found->probe));
    --m_inside;
    m_running.erase(found);
    schedule();
    emit changed();
}

void Runner::cancel()
{
    m_active = false;
    QList<qsizetype> unfinished;
    for (Running &running : m_running) {
        m_started.remove(running.key);
        unfinished.append(running.asked);
        letGo(std::move(running.probe));
    }
    m_running.clear();
    std::sort(unfinished.rbegin(), unfinished.rend());
    for (const qsizetype index : std::as_const(unfinished))
        m_asked.removeAt(index);
    emit changed();
}

void Runner::forgetLogins()
{
    m_started.removeIf(
        [](const std::pair<const QString &, QString &> &entry) { return logsIn(entry.second); });
}

void Runner::forgetAll()
{
    cancel();
    m_started.clear();
    m_asked.clear();
}

int Runner::waiting(const QString &kind) const
{
    int count = 0;
    for (const probes::Kind &line : m_kinds) {
        if (QString::fromLatin1(line.name) != kind)
            continue;
        const QList<probes::Job> due = line.due(*m_visit, *m_environment);
        count += int(std::count_if(due.begin(), due.end(),
                                   [this](const probes::Job &job) { return !m_started.contains(job.key); }));
    }
    return count;
}

} // namespace session
