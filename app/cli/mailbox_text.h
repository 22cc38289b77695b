// The mailbox as JSON (interfaces.md, `mailbox`) and as lines for people.
#pragma once

#include "cli/words.h"
#include "session/diagnosis.h"

#include <QJsonObject>
#include <optional>

namespace cli {

/// How the rescue copy came out, where one was asked for.
struct Rescued
{
    QString file;
    QString why; ///< see session::Diagnosis::rescued
};

QJsonObject mailboxJson(const session::MailboxSummary &summary, const std::optional<Rescued> &rescued);
void sayMailbox(const session::MailboxSummary &summary, const Words &words);

} // namespace cli
