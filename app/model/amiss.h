// What is amiss in a mail program's settings, beside what the provider's pack says and what was seen to
// answer.
#pragma once

#include "model/case.h"

#include <QList>

namespace model {

enum class Amiss
{
    Host,
    Port,
    Encryption, ///< set to none, where the provider's door has it
    NoLogin, ///< sends without logging in, where the provider wants it
    Spa, ///< "secure password authentication", which hardly a provider knows
    User ///< the log-in name is written in none of the provider's forms
};

struct Comparison
{
    const ProviderServer *right = nullptr; ///< of the case's pack; null: nothing to compare with
    QList<Amiss> amiss;
};

/// One direction of an account against the pack. Nothing is amiss where the pack is another provider's, where
/// none of its doors was seen to answer in this visit, or where a security product stands in between.
Comparison compared(const Case &visit, const Account &account, const std::optional<ServerSettings> &set,
                    bool outgoing);

/// Old security products put themselves between: the program talks to them, they talk to the server.
bool rewritten(const Case &visit, const ServerSettings &set);

/// True if this host and port told in this visit what it can do.
bool answers(const Case &visit, const Endpoint &door);

} // namespace model
