// What there is to ask: which doors of which servers, and what the facts so far say about them. Pure.
#pragma once

#include "model/case.h"
#include "net/environment.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace probes {

struct Door
{
    model::Endpoint endpoint;
    bool configured = false; ///< named by the account's settings or the provider's pack
};

/// Every door of this visit, each host and port once: the account's, the pack's, then the standard ports of
/// those hosts. Without account and pack the usual names below the address's own domain, none of them
/// configured.
QList<Door> doors(const model::Case &visit, const net::Environment &environment);

/// The hosts of those doors, each once.
QStringList hosts(const model::Case &visit, const net::Environment &environment);

bool isConfigured(const model::Case &visit, const model::Endpoint &endpoint);

/// Addresses that the name service gave; nothing before it has answered.
std::optional<QStringList> addressesOf(const model::Case &visit, const QString &host);

/// The addresses at which this door is asked: a route leads each port to one place.
QStringList addressesFor(const model::Case &visit, const net::Environment &environment,
                         const model::Endpoint &endpoint);

/// Nothing more will be learnt about this door by looking.
bool isSettled(const model::Case &visit, const net::Environment &environment,
               const model::Endpoint &endpoint);

/// The address over which this door was spoken to on verified encryption; empty if there is none.
QString verifiedAddress(const model::Case &visit, const model::Endpoint &endpoint);

/// Capabilities of a door, as seen after encryption.
QStringList mechanisms(const model::Case &visit, const model::Endpoint &endpoint);

/// Forms of the log-in name in the order to try: "given" is the account's own.
QStringList userForms(const model::Case &visit, const model::Endpoint &endpoint);
/// The log-in name of a form; empty if it cannot be made or would hold a control character.
QString userFor(const model::Case &visit, const model::Endpoint &endpoint, const QString &form);

/// No CR, LF, NUL or other control character, and not empty: fit to stand in a command (security: command
/// injection).
bool isCommandSafe(const QString &text);

} // namespace probes
