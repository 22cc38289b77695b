// One page over plain HTTP, bounded in bytes and time: nobody's cookies, nothing that tells who asks. Tells a
// line that works from one that somebody else answers on.
#pragma once

#include "model/failure.h"
#include "net/environment.h"
#include "net/resolver.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QObject>
#include <QTimer>
#include <memory>
#include <vector>

namespace net {

struct HttpAnswer
{
    model::Failure failure = model::Failure::None; ///< None: somebody answered in HTTP, whatever the status
    int status = 0;
    QByteArray body; ///< at most Bounds::pageBytes with the head, without white space at its ends
    QString redirectHost; ///< of Location, lower case
    QDateTime
        sentAt; ///< Date with Age added (RFC 9110 section 6.6.1, RFC 9111 section 5.1), UTC; may be invalid
    QString address; ///< who was spoken to
    qint64 milliseconds = 0;
};

/// Reads an answer as far as it has come. `atEnd`: nothing more will. Empty: more is needed; NotMail: no
/// HTTP.
std::optional<HttpAnswer> httpAnswerIn(const QByteArray &bytes, bool atEnd);

class HttpTry;

/// Asks the first address of each family at once and takes the first answer, within Bounds::pageMs.
class HttpPage : public QObject
{
    Q_OBJECT
public:
    HttpPage(const Environment &environment, const QString &host, const QString &path,
             QObject *parent = nullptr);
    ~HttpPage() override;
    /// Ask an HTTP proxy for the page instead. Before start().
    void through(const QString &proxyHost, quint16 port);
    void start();

signals:
    /// Once, from the event loop.
    void answered(const net::HttpAnswer &answer);

private:
    void heardAddresses(const NameAnswer &answer);
    void heard(const HttpAnswer &answer);
    void report(HttpAnswer answer);

    Environment m_environment;
    QString m_host, m_path;
    QString m_peer; ///< the host itself, or the proxy
    quint16 m_port = 80;
    bool m_proxied = false;
    std::unique_ptr<Resolver> m_resolver;
    std::vector<std::unique_ptr<HttpTry>> m_tries;
    qsizetype m_waiting = 0;
    HttpAnswer m_worst;
    QTimer m_bound;
    QElapsedTimer m_clock;
    bool m_reported = false;
};

} // namespace net
