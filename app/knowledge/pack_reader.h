// A provider pack (schema "todoku-pack/1") from its bytes.
#pragma once

#include "knowledge/load_error.h"
#include "model/provider.h"

#include <QByteArray>
#include <variant>

namespace knowledge {

std::variant<model::Provider, LoadError> readPackBytes(const QString &file, const QByteArray &bytes);

} // namespace knowledge
