#include "rules/ip_address.h"

#include <QStringList>
#include <algorithm>
#include <array>

namespace rules {

namespace {

std::optional<QByteArray> fourBytes(const QString &text)
{
    const QStringList parts = text.split(u'.');
    QByteArray bytes;
    for (const QString &part : parts) {
        bool number = false;
        const uint value = part.toUInt(&number);
        if (!number || value > 255 || part.size() > 3 || !part.at(0).isDigit())
            return std::nullopt;
        bytes.append(char(value));
    }
    return bytes.size() == 4 ? std::optional(bytes) : std::nullopt;
}

/// The groups on one side of "::"; the last may be dotted.
std::optional<QByteArray> groups(const QString &side)
{
    QByteArray bytes;
    if (side.isEmpty())
        return bytes;
    for (const QString &group : side.split(u':')) {
        if (const auto dotted = group.contains(u'.') ? fourBytes(group) : std::nullopt) {
            bytes += *dotted;
            continue;
        }
        bool number = false;
        const uint value = group.toUInt(&number, 16);
        if (!number || group.size() > 4 || value > 0xffff)
            return std::nullopt;
        bytes.append(char(value >> 8)).append(char(value & 0xff));
    }
    return bytes;
}

std::optional<QByteArray> sixteenBytes(const QString &text)
{
    const qsizetype gap = text.indexOf(u"::");
    const auto head = groups(gap < 0 ? text : text.left(gap));
    const auto tail = groups(gap < 0 ? QString() : text.mid(gap + 2));
    if (!head || !tail || (gap < 0 ? head->size() != 16 : head->size() + tail->size() > 14))
        return std::nullopt;
    return *head + QByteArray(16 - head->size() - tail->size(), '\0') + *tail;
}

} // namespace

std::optional<IpAddress> ipAddress(const QString &literal)
{
    const QString text = literal.left(literal.indexOf(u'%'));
    const auto bytes = text.contains(u':') ? sixteenBytes(text) : fourBytes(text);
    return bytes ? std::optional(IpAddress{*bytes}) : std::nullopt;
}

bool IpAddress::isNowhere() const
{
    return bytes == QByteArray(bytes.size(), '\0');
}

bool IpAddress::isLoopback() const
{
    return isIpv6() ? bytes == QByteArray(15, '\0') + '\1' : bytes.at(0) == 127;
}

bool IpAddress::isPrivate() const
{
    static const std::array networks{"10.0.0.0/8",     "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10",
                                     "169.254.0.0/16", "fc00::/7",      "fe80::/10"};
    return std::any_of(networks.begin(), networks.end(),
                       [this](const char *network) { return isIn(QString::fromLatin1(network)); });
}

bool IpAddress::isIn(const QString &network) const
{
    const qsizetype slash = network.indexOf(u'/');
    const auto base = ipAddress(network.left(slash));
    bool number = slash < 0;
    const int bits = slash < 0 ? int(bytes.size()) * 8 : network.mid(slash + 1).toInt(&number);
    if (!base || !number || base->bytes.size() != bytes.size() || bits < 0 || bits > int(bytes.size()) * 8)
        return false;
    for (int bit = 0; bit < bits; ++bit)
        if (((bytes.at(bit / 8) ^ base->bytes.at(bit / 8)) >> (7 - bit % 8)) & 1)
            return false;
    return true;
}

} // namespace rules
