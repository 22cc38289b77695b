#include "probes/name_server.h"

#include "model/seen.h"
#include "net/name_query.h"
#include "net/record_query.h"
#include "probes/plan.h"
#include "probes/trouble.h"

#include <QHostAddress>
#include <QJsonArray>
#include <algorithm>

namespace probes {

using model::Fact;
using model::Failure;
using model::Protocol;
using model::Security;
using model::Step;
using net::DnsRecord;

namespace {

Job jobFor(const char *kind, const QString &name, const model::Endpoint &like = {})
{
    model::Endpoint endpoint = like;
    endpoint.host = name;
    endpoint.port = 0;
    return {QStringLiteral("name-server %1 %2").arg(QString::fromLatin1(kind), name),
            endpoint,
            {},
            QString::fromLatin1(kind)};
}

bool isUnanswered(const Fact &fact)
{
    return fact.step == Step::Resolve
        && (fact.failure == Failure::NameWithoutAddress || fact.failure == Failure::ResolverFailed
            || fact.failure == Failure::NameMalformed);
}

/// RFC 6186 and RFC 8314 section 5.1: the name under which a domain declares this kind of door.
QString serviceOf(const model::Endpoint &door)
{
    const bool tls = door.security == Security::Tls;
    switch (door.protocol) {
    case Protocol::Pop3:
        return tls ? QStringLiteral("_pop3s._tcp.") : QStringLiteral("_pop3._tcp.");
    case Protocol::Imap:
        return tls ? QStringLiteral("_imaps._tcp.") : QStringLiteral("_imap._tcp.");
    case Protocol::Smtp:
        return tls ? QStringLiteral("_submissions._tcp.") : QStringLiteral("_submission._tcp.");
    }
    Q_UNREACHABLE();
}

bool isShut(const Fact &fact)
{
    return fact.step == Step::Connect
        && (fact.failure == Failure::ConnectTimeout || fact.failure == Failure::Refused
            || fact.failure == Failure::Unreachable);
}

QString madeUpName()
{
    QString name;
    for (int i = 0; i < 20; ++i)
        name += QChar(u'a' + QRandomGenerator::global()->bounded(26));
    return name + QStringLiteral(".com"); // where servers that lie are most eager to
}

} // namespace

QList<Job> NameServer::due(const model::Case &visit, const net::Environment &environment)
{
    if (visit.practice || (!environment.route.isEmpty() && environment.resolvers.isEmpty()))
        return {};
    QList<Job> jobs;
    const QStringList needed = neededHosts(visit, environment);
    const auto named = std::find_if(needed.begin(), needed.end(),
                                    [](const QString &host) { return QHostAddress(host).isNull(); });
    if (named != needed.end())
        jobs.append(jobFor("each", *named));
    const QString domain = net::hostNameFor(visit.address.mid(visit.address.lastIndexOf(u'@') + 1));
    if (!domain.isEmpty() && visit.address.contains(u'@'))
        jobs.append(jobFor("mx", domain));
    for (const Fact &fact : visit.facts) {
        if (isUnanswered(fact) && needed.contains(fact.endpoint.host))
            jobs.append(jobFor("cname", fact.endpoint.host));
        if (isShut(fact) && isConfigured(visit, fact.endpoint) && !domain.isEmpty())
            jobs.append(jobFor("srv", serviceOf(fact.endpoint) + domain, fact.endpoint));
    }
    return jobs;
}

std::unique_ptr<Probe> NameServer::make(const Job &job, const Context &context)
{
    return std::make_unique<NameServer>(job, context);
}

NameServer::NameServer(const Job &job, const Context &context)
    : m_job(job), m_environment(*context.environment)
{
}

NameServer::~NameServer() = default;

void NameServer::start()
{
    const QString host = net::hostNameFor(m_job.endpoint.host);
    if (m_job.detail != u"each")
        return askRecords(m_job.endpoint.host);
    askEach(host, false);
    askEach(madeUpName(), true);
    if (m_open == 0)
        QMetaObject::invokeMethod(this, &Probe::finished, Qt::QueuedConnection);
}

void NameServer::askEach(const QString &host, bool madeUp)
{
    for (const net::NameServerAddress &server : net::nameServers(m_environment)) {
        net::Environment alone = m_environment;
        alone.resolvers = {server};
        auto query = std::make_unique<net::NameQuery>(host, net::NameQuery::Family::V4, alone, nullptr,
                                                      net::ServerQuery::Lookup::ServersOnly);
        const net::NameQuery *const asked = query.get();
        connect(asked, &net::ServerQuery::done, this, [this, asked, server, host, madeUp] {
            const net::FamilyAnswer answer = asked->answer();
            Fact fact;
            fact.endpoint = m_job.endpoint;
            fact.endpoint.host = host;
            fact.address = server.first.toString();
            // Two servers may share an address; the usual port needs no word.
            if (server.second != 53)
                fact.endpoint.port = server.second;
            // Whoever says that there is no such name, or no such address, has answered.
            const bool answered
                = answer.failure == Failure::NameUnknown || answer.failure == Failure::NameWithoutAddress;
            fact.failure = answered ? Failure::None : answer.failure;
            fact.milliseconds = answer.milliseconds;
            fact.seen.insert(model::seen::addresses, QJsonArray::fromStringList(answer.addresses));
            if (madeUp)
                fact.seen.insert(model::seen::madeUp, true);
            tell(fact);
            over();
        });
        ++m_open;
        m_queries.push_back(std::move(query));
        m_queries.back()->start();
    }
}

void NameServer::askRecords(const QString &name)
{
    const DnsRecord::Type type = m_job.detail == u"mx" ? DnsRecord::Type::Mx
        : m_job.detail == u"srv"                       ? DnsRecord::Type::Srv
                                                       : DnsRecord::Type::Cname;
    ++m_open;
    m_queries.push_back(std::make_unique<net::RecordQuery>(name, type, m_environment, nullptr));
    connect(m_queries.back().get(), &net::ServerQuery::done, this, &NameServer::heardRecords);
    m_queries.back()->start();
}

void NameServer::heardRecords()
{
    const auto *const query = static_cast<const net::RecordQuery *>(m_queries.back().get());
    const QList<DnsRecord> records = query->records();
    if (m_job.detail == u"cname" && !records.isEmpty())
        return followed(records.first().target);
    QJsonArray targets = QJsonArray::fromStringList(m_followed);
    for (const DnsRecord &record : records)
        // RFC 6186 says ".", others say port 0: both mean that there is no such service.
        targets.append(m_job.detail == u"srv" && record.port == 0 ? QStringLiteral(".") : record.target);
    Fact fact;
    fact.endpoint = m_job.endpoint;
    fact.milliseconds = query->milliseconds();
    fact.seen = {{model::seen::record, m_job.detail}, {model::seen::targets, targets}};
    tell(fact);
    over();
}

void NameServer::followed(const QString &target)
{
    const bool again = target == m_job.endpoint.host || m_followed.contains(target);
    m_followed.append(target);
    if (!again && m_followed.size() <= net::Bounds::aliasesPerName) {
        askRecords(target);
        return over();
    }
    Fact fact;
    fact.endpoint = m_job.endpoint;
    fact.seen = {{model::seen::record, m_job.detail},
                 {model::seen::targets, QJsonArray::fromStringList(m_followed)},
                 {model::seen::loops, true}};
    tell(fact);
    over();
}

void NameServer::tell(const Fact &fact)
{
    Fact told = fact;
    told.step = Step::NameServer;
    emit noted(told);
}

void NameServer::over()
{
    if (--m_open == 0)
        emit finished();
}

} // namespace probes
