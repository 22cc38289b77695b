// A page whose content is known, over plain HTTP: does the internet answer, or somebody in front of it? Only
// asked when something is wrong that the answer can explain.
#pragma once

#include "net/http_page.h"
#include "probes/probe.h"

#include <QNetworkProxy>

namespace probes {

/// Job::detail: "page" (of environment.webChecks), "server" (the person's own mail host, on port 80), or
/// "proxy" (a known page through the proxy that the system has for the web; no fact where it has none).
class Web : public Probe
{
    Q_OBJECT
public:
    Web(const Job &job, const Context &context);
    void start() override;

    static QList<Job> due(const model::Case &visit, const net::Environment &environment);
    static std::unique_ptr<Probe> make(const Job &job, const Context &context);

private:
    void askSystemForProxy();
    void ask(const QList<QNetworkProxy> &proxies);
    void heard(const net::HttpAnswer &answer);
    void end();

    Job m_job;
    net::Environment m_environment;
    model::WebCheck m_check;
    QString m_proxy; ///< "host:port"
    bool m_heardOfProxy = false; ///< or waited long enough
    std::unique_ptr<net::HttpPage> m_page;
};

} // namespace probes
