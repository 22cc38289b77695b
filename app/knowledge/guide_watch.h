// Has a step of a walk-through been done, as far as the machine can see? Never true for what is not known.
#pragma once

#include "knowledge/knowledge.h"
#include "model/mailapp.h"

#include <QStringList>

namespace knowledge {

/// What the person is led to.
struct GuideAim
{
    int seconds = 0; ///< timeout-at-least; 0: not known
    QString address; ///< whose account it is about; empty: all accounts
    std::optional<model::Provider> provider; ///< …-as-pack
};

/// Of the program: "app-running", "app-closed".
/// Of its profiles: "app-offline", "app-online", "outbox-empty", "timeout-at-least",
/// "store-has-room" (every data file with a known limit is below the share at which app.store-full warns).
/// Of the accounts in them: "leaves-forever" (POP mail stays at the server without an end),
/// "receiving-as-pack", "sending-as-pack" (server, port, encryption and authentication are one of the ways
/// of the provider's pack), "settings-as-pack" (both of them), "user-as-pack" (so is the log-in name, in
/// both directions).
QStringList watchKinds();

/// Looks at the profiles that are open now; where none is, at the default one; where none is marked so, at
/// all. What could not be read, or is only known from the last time the program was closed, is not fulfilled,
/// whatever `watch.expected` says.
bool fulfilled(const GuideWatch &watch, const model::MailApp &app, const GuideAim &aim);

} // namespace knowledge
