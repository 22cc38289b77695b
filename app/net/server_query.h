// One question to a row of name servers, on the Qt event loop: time limits, sockets, and who is asked next.
// Its heirs say what is asked and read the answer.
#pragma once

#include "model/failure.h"
#include "net/environment.h"

#include <QElapsedTimer>
#include <QHash>
#include <QHostAddress>
#include <QObject>
#include <QPair>
#include <QSocketNotifier>
#include <QTimer>

struct ares_channeldata;

namespace net {

/// With the interface as its scope where it is link-local.
using NameServerAddress = QPair<QHostAddress, quint16>;
/// Those of the environment, else the system's; empty if there is none.
QList<NameServerAddress> nameServers(const Environment &environment);

class ServerQuery : public QObject
{
    Q_OBJECT
public:
    enum class Lookup
    {
        HostsFileFirst,
        ServersOnly,
    };
    ServerQuery(const Environment &environment, Lookup lookup, QObject *parent);
    ~ServerQuery() override;
    void start();
    bool isDone() const { return m_done; }
    model::Failure failure() const { return m_failure; }
    qint64 milliseconds() const { return m_milliseconds; }
    /// The total bound is over: what is known counts.
    void giveUp();

signals:
    void done(); ///< once, from the event loop

protected:
    /// Hands the question to the channel; its answer comes through heard().
    virtual void ask(ares_channeldata *channel) = 0;
    /// What c-ares says. `nothingFound`: it succeeded, yet there is no record of the kind. To be called from
    /// inside c-ares.
    void heard(int status, bool nothingFound);
    /// The object or its channel is being torn down: the answer must be thrown away.
    bool isTooLate(int status) const;
    /// Every heir's destructor calls it: tearing the channel down calls back into the heir.
    void shut();

private:
    struct Watch
    {
        QSocketNotifier *read = nullptr;
        QSocketNotifier *write = nullptr;
    };
    void askServer();
    void close();
    void watch(qintptr socket, bool readable, bool writable);
    void unwatch(qintptr socket);
    void process(qintptr readable, qintptr writable);
    void schedule();
    void nextServer(model::Failure failure);
    void report(model::Failure failure);

    Lookup m_lookup;
    int m_queryMs;
    QList<NameServerAddress> m_servers; ///< a single null address stands for the library's default
    qsizetype m_server = 0;
    ares_channeldata *m_channel = nullptr;
    QByteArray m_interface; ///< the channel's, where the address needs one; outlives it
    QHash<qintptr, Watch> m_watches;
    QTimer m_timer, m_bound;
    QElapsedTimer m_clock;
    model::Failure m_failure = model::Failure::None;
    qint64 m_milliseconds = 0;
    bool m_done = false;
};

} // namespace net
