#include "net/route.h"

#include <QHostAddress>

namespace net {

namespace {

struct Place
{
    QString host;
    quint16 port = 0;
};

QString canonical(const QString &host)
{
    QString name = host.toLower();
    while (name.endsWith(u'.'))
        name.chop(1);
    return name;
}

/// "host:port" or "[v6]:port".
std::optional<Place> placeIn(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 1)
        return std::nullopt;
    bool number = false;
    const ushort port = text.mid(colon + 1).toUShort(&number);
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    else if (host.contains(u':'))
        return std::nullopt; // an IPv6 literal without brackets: where does the port begin?
    if (!number || port == 0 || host.isEmpty())
        return std::nullopt;
    return Place{canonical(host), port};
}

QString keyOf(const QString &host, quint16 port)
{
    return canonical(host) + u' ' + QString::number(port);
}

} // namespace

bool Route::add(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 0)
        return false;
    const auto from = placeIn(text.left(equals));
    const auto to = placeIn(text.mid(equals + 1));
    if (!from || !to || QHostAddress(to->host).isNull())
        return false;
    add(from->host, from->port, {to->host, to->port});
    return true;
}

void Route::add(const QString &host, quint16 port, const Detour &detour)
{
    m_detours.insert(keyOf(host, port), detour);
}

std::optional<Detour> Route::of(const QString &host, quint16 port) const
{
    const auto found = m_detours.constFind(keyOf(host, port));
    return found == m_detours.constEnd() ? std::nullopt : std::optional(*found);
}

bool Route::knows(const QString &host) const
{
    return !addressesOf(host).isEmpty();
}

QStringList Route::addressesOf(const QString &host) const
{
    QStringList found;
    const QString prefix = canonical(host) + u' ';
    for (auto it = m_detours.constBegin(); it != m_detours.constEnd(); ++it)
        if (it.key().startsWith(prefix) && !found.contains(it->address))
            found.append(it->address);
    found.sort(); // a hash has no order, a visit needs one
    return found;
}

} // namespace net
