// The servers and name servers of a net world, up and listening in its own street, and the arguments for
// them.
#pragma once

#include "certificates.h"
#include "dns_server.h"
#include "network.h"
#include "service.h"

#include <QJsonObject>
#include <QStringList>
#include <memory>
#include <vector>

namespace scenario {

class NetWorld
{
public:
    /// `folder`: for what must be written; `heard`: gets what clients say.
    NetWorld(const QJsonObject &net, const QString &folder, Network &network, HeardList *heard);

    QString error() const { return m_error; }
    QStringList arguments() const { return m_arguments; }

private:
    void fail(const QString &what);

    Certificates m_certificates;
    HeardList *m_heard;
    std::vector<std::unique_ptr<Service>> m_services;
    std::vector<std::unique_ptr<NameServer>> m_resolvers;
    QStringList m_arguments;
    QString m_error;
};

} // namespace scenario
