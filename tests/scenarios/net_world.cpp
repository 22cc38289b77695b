#include "net_world.h"

#include "home.h"
#include "street_plan.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace scenario {

using namespace Qt::StringLiterals;

NetWorld::NetWorld(const QJsonObject &net, const QString &folder, Network &network, HeardList *heard)
    : m_certificates(folder, net.value("certificates"_L1).toObject()), m_heard(heard)
{
    StreetPlan plan = planOf(net);
    QStringList hosts{u"127.0.0.1 localhost"_s};
    hosts += net.value("hosts"_L1).toVariant().toStringList();
    QString servers;
    for (const ResolverPlan &resolver : std::as_const(plan.resolvers)) {
        servers += u"nameserver "_s + resolver.address + u'\n';
        const bool six = resolver.address.contains(u':');
        m_arguments += {u"--resolver"_s, six ? u'[' + resolver.address + u']' : resolver.address};
    }
    plan.street.hostsFile = folder + u"/hosts"_s;
    plan.street.resolvFile = folder + u"/resolv.conf"_s;
    fail(writeFile(plan.street.hostsFile, hosts.join(u'\n').toUtf8() + '\n'));
    fail(writeFile(plan.street.resolvFile, servers.toUtf8()));
    fail(writeFile(folder + u"/pack.json"_s, QJsonDocument(plan.pack).toJson()));
    fail(network.build(plan.street));
    QHash<QString, std::shared_ptr<int>> open;
    for (const DoorPlan &door : std::as_const(plan.doors)) {
        if (!open.contains(door.host))
            open.insert(door.host, std::make_shared<int>(0));
        for (const Behaviour &behaviour : door.behaviours)
            m_certificates.named(
                behaviour.certificate); // an authority that it needs is made, and trusted, now
        m_services.push_back(std::make_unique<Service>(door.host, door.port, door.behaviours, door.atOnce,
                                                       m_certificates, m_heard, open.value(door.host)));
        if (!m_services.back()->listen(QHostAddress(door.address), door.port))
            fail(door.address + u": "_s + m_services.back()->errorString());
    }
    for (const ResolverPlan &resolver : std::as_const(plan.resolvers)) {
        if (resolver.temper == "closed"_L1)
            continue;
        m_resolvers.push_back(std::make_unique<NameServer>(resolver.zone, resolver.temper));
        if (!m_resolvers.back()->listen(QHostAddress(resolver.address))
            && plan.street.link != "no-gateway"_L1)
            fail(resolver.address + u": "_s + m_resolvers.back()->error());
    }
    m_arguments += {u"--provider"_s,
                    folder + u"/pack.json"_s,
                    u"--ca"_s,
                    m_certificates.trustFile(),
                    u"--timeout-scale"_s,
                    QString::number(net.value("scale"_L1).toDouble(0.1))};
    fail(m_certificates.error());
}

void NetWorld::fail(const QString &what)
{
    if (m_error.isEmpty())
        m_error = what;
}

} // namespace scenario
