// Makes and takes back changes away from the main thread, one after the other, and owns the journal of them.
#pragma once

#include "model/case.h"
#include "model/change.h"
#include "remedies/journal.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace session {

class Changes : public QObject
{
    Q_OBJECT
public:
    /// `folder` of the journal; empty: the person's own. Nothing is created before it is needed.
    explicit Changes(const QString &folder, QObject *parent = nullptr);
    /// Waits for a change under way: half a change would be worse than a moment's delay.
    ~Changes() override;

    void apply(const QString &remedy, const model::Case &visit);
    void undo(const QString &entry);
    QList<model::JournalEntry> entries();

signals:
    void applied(const QString &remedy, const model::Outcome &outcome);
    void undone(const QString &entry, const model::Outcome &outcome);

private:
    remedies::Journal &journal();
    void work(std::function<model::Outcome()> change, std::function<void(const model::Outcome &)> report);

    QString m_folder;
    std::unique_ptr<remedies::Journal> m_journal;
    QThreadPool m_pool; ///< one thread: changes never overlap
    int m_underWay = 0;
    QList<model::JournalEntry> m_known; ///< as of the last moment when nothing was under way
};

} // namespace session
