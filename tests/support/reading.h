// What a reader of a mail program found, in the short words that test tables are written in. For tests only.
#pragma once

#include "model/mailapp.h"

#include <QStringList>

namespace support {

/// "pop3 pop.example:995 tls taro password"
inline QString told(const std::optional<model::ServerSettings> &server)
{
    if (!server)
        return QStringLiteral("none");
    return QStringLiteral("%1 %2 %3 %4 %5")
        .arg(model::name(server->endpoint.protocol), server->endpoint.text(),
             model::name(server->endpoint.security), server->user, server->auth);
}

/// "accountrc:3:half-written", sorted.
inline QStringList reasons(const model::AppProfile &profile)
{
    QStringList found;
    for (const model::Unreadable &one : profile.unreadable)
        found.append(QStringLiteral("%1:%2:%3").arg(one.path.section(u'/', -1)).arg(one.line).arg(one.why));
    found.sort();
    return found;
}

inline model::AppProfile only(const model::MailApp &app)
{
    return app.profiles.size() == 1 ? app.profiles.first() : model::AppProfile();
}

} // namespace support
