// A walk-through as a document for paper: every step with its number, a box to tick, and its picture.
#pragma once

#include "knowledge/knowledge.h"

#include <QString>

namespace report {

/// Where the picture of a step is expected by the document: whoever prints it draws it there.
QString pictureUrl(qsizetype guide, qsizetype step);

/// `guides` one after the other, {seconds} already filled, as QTextDocument understands HTML. Everything is
/// escaped.
QString guideHtml(const QList<knowledge::Guide> &guides, const knowledge::Knowledge &knowledge,
                  const QString &language);

} // namespace report
