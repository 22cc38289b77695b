// Has a step of a walk-through been done, as far as the machine can see? Never true for what is not known.
#pragma once

#include "knowledge/knowledge.h"
#include "model/mailapp.h"

#include <QStringList>

namespace knowledge {

/// "app-offline", "app-online", "outbox-empty", "timeout-at-least", "app-closed".
QStringList watchKinds();

/// Looks at the profiles that are open now; where none is, at the default one; where none is marked so, at
/// all. What could not be read, or is only known from the last time the program was closed, is not fulfilled,
/// whatever `watch.expected` says. `seconds` is for timeout-at-least alone.
bool fulfilled(const GuideWatch &watch, const model::MailApp &app, int seconds);

} // namespace knowledge
