// A mail program as JSON (interfaces.md, `mailapps`).
#pragma once

#include "model/mailapp.h"

#include <QJsonObject>

namespace cli {

QJsonObject toJson(const model::MailApp &app);

} // namespace cli
