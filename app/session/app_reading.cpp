#include "session/app_reading.h"

#include <QtConcurrentRun>

namespace session {

// A watcher, and not QFuture::then: before Qt 6.7 a continuation may still run for a context that is gone.
AppReading::AppReading(QObject *parent) : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &AppReading::heard);
}

void AppReading::start(const mailapps::Places &places)
{
    m_places = places;
    if (m_running) {
        m_again = true;
        return;
    }
    m_running = true;
    m_watcher.setFuture(QtConcurrent::run([places] { return mailapps::readAll(places); }));
}

void AppReading::cancel()
{
    m_running = false;
    m_again = false;
    m_watcher.setFuture({}); // the thread ends by itself; it holds copies only
}

void AppReading::heard()
{
    if (!m_running || !m_watcher.isFinished() || m_watcher.future().resultCount() == 0)
        return;
    const QList<model::MailApp> apps = m_watcher.result();
    m_running = false;
    if (m_again) {
        m_again = false;
        start(m_places);
        return;
    }
    emit done(apps);
}

} // namespace session
