// The addresses of one name in one family. Part of Resolver.
#pragma once

#include "net/resolver.h"
#include "net/server_query.h"

struct ares_addrinfo;

namespace net {

class NameQuery : public ServerQuery
{
    Q_OBJECT
public:
    enum class Family
    {
        V4,
        V6
    };
    NameQuery(const QString &host, Family family, const Environment &environment, QObject *parent,
              Lookup lookup = Lookup::HostsFileFirst);
    ~NameQuery() override { shut(); }
    FamilyAnswer answer() const { return {failure(), m_addresses, milliseconds()}; }

private:
    void ask(ares_channeldata *channel) override;
    void heardAddresses(int status, ares_addrinfo *result);

    QString m_host;
    Family m_family;
    QStringList m_addresses;
};

} // namespace net
