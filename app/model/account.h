// A mail account as a mail program has it in its settings.
#pragma once

#include "model/endpoint.h"

#include <QString>
#include <optional>

namespace model {

struct ServerSettings
{
    Endpoint endpoint;
    QString user; ///< log-in name as stored; empty if none
    QString auth; ///< "none", "password", "encrypted", "oauth2", "ntlm", "gssapi", "any"; empty if unknown

    bool operator==(const ServerSettings &) const = default;
};

struct Account
{
    QString key; ///< the program's own name for it ("account1")
    QString address;
    QString fullName;
    std::optional<ServerSettings> incoming;
    std::optional<ServerSettings> outgoing;
    std::optional<bool> leaveOnServer;
    std::optional<int> leaveDays; ///< removed from the server after that many days; empty: never
    std::optional<int> timeoutSeconds; ///< where each account has its own; empty: see AppProfile
    QString place; ///< settings file or registry key that holds it, where it is not the profile's

    bool operator==(const Account &) const = default;
};

} // namespace model
