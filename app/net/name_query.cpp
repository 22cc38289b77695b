#include "net/name_query.h"

#include <QHostAddress>

#include <ares.h>

namespace net {

NameQuery::NameQuery(const QString &host, Family family, const Environment &environment, QObject *parent,
                     Lookup lookup)
    : ServerQuery(environment, lookup, parent), m_host(host), m_family(family)
{
}

void NameQuery::ask(ares_channeldata *channel)
{
    ares_addrinfo_hints hints{};
    hints.ai_family = m_family == Family::V4 ? AF_INET : AF_INET6;
    hints.ai_flags = ARES_AI_NOSORT;
    ares_getaddrinfo(
        channel, m_host.toLatin1().constData(), nullptr, &hints,
        [](void *self, int status, int, ares_addrinfo *result) {
            static_cast<NameQuery *>(self)->heardAddresses(status, result);
        },
        this);
}

void NameQuery::heardAddresses(int status, ares_addrinfo *result)
{
    if (!isTooLate(status)) {
        for (const ares_addrinfo_node *node = result ? result->nodes : nullptr; node; node = node->ai_next) {
            const QString text = QHostAddress(node->ai_addr).toString();
            if (!text.isEmpty() && !m_addresses.contains(text)
                && m_addresses.size() < Bounds::addressesPerName)
                m_addresses.append(text);
        }
        heard(status, m_addresses.isEmpty());
    }
    if (result)
        ares_freeaddrinfo(result);
}

} // namespace net
