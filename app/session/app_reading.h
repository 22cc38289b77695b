// Reads the mail programs of this PC without holding up the screen: files can be large, disks slow.
#pragma once

#include "mailapps/reader.h"

#include <QFutureWatcher>
#include <QObject>

namespace session {

class AppReading : public QObject
{
    Q_OBJECT
public:
    explicit AppReading(QObject *parent = nullptr);

    /// A second start while one is under way is heard afterwards, with the newest state of the disk.
    void start(const mailapps::Places &places);
    /// The result of what is under way will not be heard.
    void cancel();
    bool isRunning() const { return m_running; }

signals:
    void done(const QList<model::MailApp> &apps);

private:
    void heard();

    QFutureWatcher<QList<model::MailApp>> m_watcher;
    mailapps::Places m_places;
    bool m_running = false;
    bool m_again = false;
};

} // namespace session
