// A provider as pack JSON again: what is not stated is left out, so that reading it back gives the same.
#pragma once

#include "model/provider.h"

#include <QJsonObject>

namespace knowledge {

QJsonObject packJson(const model::Provider &provider);

} // namespace knowledge
