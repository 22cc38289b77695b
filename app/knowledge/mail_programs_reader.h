// resources/knowledge/mail-programs.json: how long the common mail programs wait.
#pragma once

#include "knowledge/knowledge.h"

namespace knowledge {

std::variant<QList<MailProgram>, LoadError> readMailPrograms(const QString &path);

} // namespace knowledge
