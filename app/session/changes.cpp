#include "session/changes.h"

#include "remedies/remedy.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace session {

Changes::Changes(const QString &folder, QObject *parent) : QObject(parent), m_folder(folder)
{
    m_pool.setMaxThreadCount(1);
}

Changes::~Changes()
{
    m_pool.waitForDone();
}

remedies::Journal &Changes::journal()
{
    if (m_journal)
        return *m_journal;
    m_journal = std::make_unique<remedies::Journal>(m_folder);
    if (m_journal->writable())
        m_journal->recover();
    return *m_journal;
}

void Changes::work(std::function<model::Outcome()> change, std::function<void(const model::Outcome &)> report)
{
    entries(); // what the screen may show while the journal is in the worker's hands
    ++m_underWay;
    auto *watcher = new QFutureWatcher<model::Outcome>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, report = std::move(report)] {
        --m_underWay;
        watcher->deleteLater();
        report(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(&m_pool, std::move(change)));
}

void Changes::apply(const QString &remedy, const model::Case &visit)
{
    remedies::Journal *book = &journal();
    work(
        [remedy, visit, book] {
            const remedies::Remedy *found = remedies::remedyNamed(remedy);
            if (!found || !found->applies(visit))
                return model::Outcome{
                    found ? model::Refusal::NotApplicable : model::Refusal::NotFound, {}, remedy, {}, 0};
            return found->apply(visit, *book);
        },
        [this, remedy](const model::Outcome &outcome) { emit applied(remedy, outcome); });
}

void Changes::undo(const QString &entry)
{
    remedies::Journal *book = &journal();
    work([entry, book] { return book->undo(entry); },
         [this, entry](const model::Outcome &outcome) { emit undone(entry, outcome); });
}

QList<model::JournalEntry> Changes::entries()
{
    if (m_underWay == 0)
        m_known = journal().entries();
    return m_known;
}

} // namespace session
