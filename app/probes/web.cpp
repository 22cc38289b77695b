#include "probes/web.h"

#include "model/seen.h"
#include "probes/plan.h"
#include "probes/trouble.h"

#include <QFutureWatcher>
#include <QNetworkProxyFactory>
#include <QPromise>
#include <QTimer>
#include <QUrl>
#include <algorithm>
#include <thread>

namespace probes {

using model::Fact;
using model::Failure;
using model::Step;
using model::WebCheck;

namespace {

constexpr quint16 webPort = 80;
constexpr int mostServers = 2; // of the person's own that are asked for a page

Job jobFor(const QString &kind, const QString &host)
{
    model::Endpoint endpoint;
    endpoint.host = host;
    endpoint.port = webPort;
    return {QStringLiteral("web %1 %2").arg(kind, host), endpoint, {}, kind};
}

const Fact *answerFrom(const model::Case &visit, const QString &host)
{
    for (const Fact &fact : visit.facts)
        if (fact.step == Step::Web && fact.endpoint.host == host && !fact.seen.contains(model::seen::proxy))
            return &fact;
    return nullptr;
}

/// Every known page was asked for, and none came as it should.
bool directFailed(const model::Case &visit, const QList<Job> &pages)
{
    return !pages.isEmpty() && std::all_of(pages.begin(), pages.end(), [&](const Job &job) {
        const Fact *const answer = answerFrom(visit, job.endpoint.host);
        return answer && !answer->seen.value(model::seen::asExpected).toBool();
    });
}

bool isWebProxy(const QNetworkProxy &proxy)
{
    return (proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::HttpCachingProxy)
        && !proxy.hostName().isEmpty() && proxy.port() != 0;
}

} // namespace

QList<Job> Web::due(const model::Case &visit, const net::Environment &environment)
{
    if (visit.practice || !worthAPage(visit, environment))
        return {};
    QList<Job> jobs, pages;
    for (const WebCheck &check : environment.webChecks) {
        if (!mayAsk(environment, check.host, webPort))
            continue;
        jobs.append(jobFor(QStringLiteral("page"), check.host));
        if (check.contentKnown())
            pages.append(jobs.last());
    }
    if (directFailed(visit, pages) && !anythingReached(visit))
        jobs.append(jobFor(QStringLiteral("proxy"), pages.first().endpoint.host));
    for (const QString &host : neededHosts(visit, environment).mid(0, mostServers))
        if (mayAsk(environment, host, webPort))
            jobs.append(jobFor(QStringLiteral("server"), host));
    return jobs;
}

std::unique_ptr<Probe> Web::make(const Job &job, const Context &context)
{
    return std::make_unique<Web>(job, context);
}

Web::Web(const Job &job, const Context &context) : m_job(job), m_environment(*context.environment)
{
    m_check.host = job.endpoint.host;
    m_check.path = QStringLiteral("/");
    for (const WebCheck &check : std::as_const(m_environment.webChecks))
        if (check.host == job.endpoint.host && job.detail != u"server")
            m_check = check;
}

void Web::start()
{
    if (m_job.detail == u"proxy")
        return askSystemForProxy();
    ask({});
}

void Web::askSystemForProxy()
{
    // A script of the company's may have to be fetched and run for the answer: never on the thread of the
    // window.
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(m_check.host);
    url.setPath(m_check.path);
    auto promise = std::make_shared<QPromise<QList<QNetworkProxy>>>();
    auto *const watcher = new QFutureWatcher<QList<QNetworkProxy>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        if (std::exchange(m_heardOfProxy, true))
            return;
        const QList<QNetworkProxy> proxies = watcher->result();
        QList<QNetworkProxy> usable;
        std::copy_if(proxies.begin(), proxies.end(), std::back_inserter(usable), isWebProxy);
        if (usable.isEmpty())
            return end();
        ask(usable);
    });
    watcher->setFuture(promise->future());
    // Windows may look for a script for half a minute just where nothing can be reached: neither the visit
    // nor the end of the program waits for that.
    QTimer::singleShot(m_environment.bounds.pageMs, this, [this] {
        if (!std::exchange(m_heardOfProxy, true))
            end();
    });
    std::thread([promise, url] {
        promise->start();
        promise->addResult(QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url)));
        promise->finish();
    }).detach();
}

void Web::ask(const QList<QNetworkProxy> &proxies)
{
    m_page = std::make_unique<net::HttpPage>(m_environment, m_check.host, m_check.path);
    if (!proxies.isEmpty()) {
        const QNetworkProxy &proxy = proxies.first();
        if (!mayAsk(m_environment, proxy.hostName(), proxy.port()))
            return end();
        m_proxy = proxy.hostName() + u':' + QString::number(proxy.port());
        m_page->through(proxy.hostName(), proxy.port());
    }
    connect(m_page.get(), &net::HttpPage::answered, this, &Web::heard);
    m_page->start();
}

void Web::heard(const net::HttpAnswer &answer)
{
    Fact fact;
    fact.step = Step::Web;
    fact.endpoint = m_job.endpoint;
    fact.address = answer.address;
    fact.failure = answer.failure;
    fact.milliseconds = answer.milliseconds;
    if (!m_proxy.isEmpty())
        fact.seen.insert(model::seen::proxy, m_proxy);
    if (answer.failure == Failure::None) {
        fact.seen.insert(model::seen::httpStatus, answer.status);
        if (m_check.contentKnown())
            fact.seen.insert(model::seen::asExpected,
                             answer.status == m_check.status && answer.body == m_check.body);
        if (!answer.redirectHost.isEmpty())
            fact.seen.insert(model::seen::redirectHost, answer.redirectHost);
        if (answer.sentAt.isValid())
            fact.seen.insert(model::seen::clockAhead, answer.sentAt.secsTo(QDateTime::currentDateTimeUtc()));
    }
    emit noted(fact);
    emit finished();
}

void Web::end()
{
    QMetaObject::invokeMethod(this, &Probe::finished, Qt::QueuedConnection);
}

} // namespace probes
