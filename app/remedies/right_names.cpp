#include "remedies/right_names.h"

#include "model/seen.h"

#include <QRegularExpression>

namespace remedies {

QString acceptedUser(const model::Case &visit, const model::ProviderServer &right)
{
    for (const model::Fact &fact : visit.facts) {
        if (fact.step != model::Step::Login || !fact.ok())
            continue;
        const QString form = fact.seen.value(model::seen::userForm).toString();
        const QString user = model::userName(visit.address, form);
        const bool same
            = fact.endpoint.host == right.endpoint.host && fact.endpoint.port == right.endpoint.port;
        if (same && right.userForms.contains(form) && !user.isEmpty())
            return user;
    }
    return {};
}

bool isServerName(const QString &host)
{
    static const QRegularExpression name(QStringLiteral(
        "\\A(?=.{1,253}\\z)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*\\z"));
    static const QRegularExpression ipv6(QStringLiteral("\\A(?=.*:)[0-9a-f:]{2,39}\\z"));
    return name.match(host).hasMatch() || ipv6.match(host).hasMatch();
}

} // namespace remedies
