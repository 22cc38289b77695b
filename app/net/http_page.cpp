#include "net/http_page.h"

#include "net/http_try.h"

namespace net {

using model::Failure;

HttpPage::HttpPage(const Environment &environment, const QString &host, const QString &path, QObject *parent)
    : QObject(parent), m_environment(environment), m_host(host), m_path(path), m_peer(host)
{
    m_bound.setSingleShot(true);
    connect(&m_bound, &QTimer::timeout, this, [this] {
        HttpAnswer late = m_worst;
        if (m_waiting > 0 || late.failure == Failure::None)
            late.failure = m_tries.empty() ? Failure::ResolverSilent : Failure::ConnectTimeout;
        for (const auto &one : m_tries)
            if (one->isConnected()) // somebody is there, and holds the line without a word
                late.failure = Failure::Silent;
        report(late);
    });
}

HttpPage::~HttpPage() = default;

void HttpPage::through(const QString &proxyHost, quint16 port)
{
    m_peer = proxyHost;
    m_port = port;
    m_proxied = true;
}

void HttpPage::start()
{
    m_clock.start();
    m_bound.start(m_environment.bounds.pageMs);
    m_resolver = std::make_unique<Resolver>(m_environment, m_peer);
    connect(m_resolver.get(), &Resolver::answered, this, &HttpPage::heardAddresses);
    m_resolver->start();
}

void HttpPage::heardAddresses(const NameAnswer &answer)
{
    if (m_reported)
        return;
    if (answer.failure() != Failure::None) {
        HttpAnswer nobody;
        nobody.failure = answer.failure();
        return report(nobody);
    }
    // As a URL may stand in front of a proxy, and alone before the page's own server (RFC 9112 section 3.2).
    const QString target = m_proxied ? QStringLiteral("http://") + m_host + m_path : m_path;
    const QByteArray request = "GET " + target.toLatin1() + " HTTP/1.1\r\nHost: " + m_host.toLatin1()
        + "\r\nAccept: */*\r\nConnection: close\r\n\r\n";
    for (const QStringList &family : {answer.v4.addresses, answer.v6.addresses}) {
        if (family.isEmpty())
            continue;
        QString address = family.first();
        quint16 port = m_port;
        if (const auto detour = m_environment.route.of(m_peer, m_port)) {
            address = detour->address;
            port = detour->port;
        }
        auto one = std::make_unique<HttpTry>(QHostAddress(address), port, request);
        connect(one.get(), &HttpTry::answered, this, &HttpPage::heard);
        m_tries.push_back(std::move(one));
        if (m_environment.route.knows(m_peer))
            break; // one way for both families
    }
    m_waiting = qsizetype(m_tries.size());
    for (const auto &one : m_tries)
        one->start();
}

void HttpPage::heard(const HttpAnswer &answer)
{
    if (m_reported)
        return;
    --m_waiting;
    if (answer.failure == Failure::None || m_waiting == 0)
        return report(answer.failure == Failure::None || m_worst.failure == Failure::None ? answer : m_worst);
    m_worst = answer;
}

void HttpPage::report(HttpAnswer answer)
{
    if (std::exchange(m_reported, true))
        return;
    m_bound.stop();
    answer.milliseconds = m_clock.elapsed();
    QMetaObject::invokeMethod(
        this, [this, answer] { emit answered(answer); }, Qt::QueuedConnection);
}

} // namespace net
