// Makes of a copied mail folder what a person can open: every message as a .eml of its own, beside the copy.
#pragma once

#include "model/change.h"

#include <QDateTime>
#include <QString>

namespace remedies {

/// "00001-20261122-103700.eml". Made of a number and a time alone: what stands in a subject or a Message-ID
/// never becomes part of a path.
QString messageFileName(int number, const QDateTime &date);
/// The Date of the message in a file; invalid if it has none that can be read.
QDateTime messageDate(const QString &path);

// `number` is that of the last message written, and counts on. Memory does not grow with the file.
model::Outcome splitMbox(const QString &copy, int *number);
/// Becky!: a message ends with a line that holds a dot alone; of a line that begins with two, one is taken
/// off.
model::Outcome splitBmf(const QString &copy, int *number);
/// Sylpheed and Claws Mail put lines of their own before a message that waits (whom to hand it to, for
/// whom); behind them the message begins, as every mail program knows it.
model::Outcome unwrapQueued(const QString &copy, int *number);

} // namespace remedies
