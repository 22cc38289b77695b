#include "rules/nearest_hosts.h"

#include <algorithm>

namespace rules {

using namespace model;

namespace {

/// Insertions, deletions and changes that lead from one name to the other.
int distance(const QString &one, const QString &other)
{
    QList<int> row(other.size() + 1);
    for (int i = 0; i < int(row.size()); ++i)
        row[i] = i;
    for (int i = 1; i <= int(one.size()); ++i) {
        int diagonal = row[0];
        row[0] = i;
        for (int k = 1; k <= int(other.size()); ++k) {
            const int changed = diagonal + (one[i - 1] == other[k - 1] ? 0 : 1);
            diagonal = row[k];
            row[k] = std::min({row[k] + 1, row[k - 1] + 1, changed});
        }
    }
    return row.last();
}

} // namespace

QJsonArray nearestHosts(const Case &visit, const QString &host)
{
    QStringList names;
    if (visit.provider && host.size() <= 253) {
        for (const auto &list : {visit.provider->incoming, visit.provider->outgoing})
            for (const ProviderServer &server : list)
                if (server.endpoint.host != host && !names.contains(server.endpoint.host))
                    names.append(server.endpoint.host);
        std::stable_sort(names.begin(), names.end(), [&](const QString &a, const QString &b) {
            return distance(host, a) < distance(host, b);
        });
    }
    return QJsonArray::fromStringList(names.mid(0, 3));
}

} // namespace rules
