// One question (one name, one family) to a row of name servers, on the Qt event loop. Part of Resolver.
#pragma once

#include "net/resolver.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

struct ares_channeldata;
struct ares_addrinfo;

namespace net {

class NameQuery : public QObject
{
    Q_OBJECT
public:
    enum class Family
    {
        V4,
        V6
    };
    NameQuery(const QString &host, Family family, const Environment &environment, QObject *parent);
    ~NameQuery() override;
    void start();
    const FamilyAnswer &answer() const { return m_answer; }
    bool isDone() const { return m_done; }
    /// The total bound is over: what is known counts.
    void giveUp();

signals:
    void done(); ///< from the event loop

private:
    struct Watch
    {
        QSocketNotifier *read = nullptr;
        QSocketNotifier *write = nullptr;
    };
    void ask();
    void close();
    void watch(qintptr socket, bool readable, bool writable);
    void unwatch(qintptr socket);
    void process(qintptr readable, qintptr writable);
    void schedule();
    void heard(int status, ares_addrinfo *result);
    void nextServer(model::Failure failure);
    void report(model::Failure failure);

    QString m_host;
    Family m_family;
    int m_queryMs;
    QStringList m_servers; ///< "192.0.2.1:53"; a single empty entry stands for the system's default
    qsizetype m_server = 0;
    ares_channeldata *m_channel = nullptr;
    QHash<qintptr, Watch> m_watches;
    QTimer m_timer, m_bound;
    QElapsedTimer m_clock;
    FamilyAnswer m_answer;
    bool m_done = false;
};

} // namespace net
