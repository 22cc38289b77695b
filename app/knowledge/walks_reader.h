// Which walk-throughs help with which finding, out of resources/knowledge/walks.json.
#pragma once

#include "knowledge/load_error.h"

#include <QMap>
#include <QStringList>
#include <variant>

namespace knowledge {

using Walks = QMap<QString, QStringList>; ///< finding id → tasks, in the order in which they are walked

/// Names of tasks are a closed list; whether a mail program has the task is another question (guides/).
QStringList knownTasks();

/// Refused: unknown or doubled keys, a finding twice, an unknown task, no task.
std::variant<Walks, LoadError> readWalks(const QString &path);

} // namespace knowledge
