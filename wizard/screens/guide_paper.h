// Walk-throughs on paper: whoever has to go to another PC, or cannot see both windows, takes them along.
#pragma once

#include "knowledge/knowledge.h"

#include <QPrinter>
#include <QTextDocument>
#include <memory>

namespace wizard::screens {

/// The guides with their pictures drawn in, {seconds} already filled.
std::unique_ptr<QTextDocument> guideDocument(const QList<knowledge::Guide> &guides,
                                             const knowledge::Knowledge &knowledge, const QString &language);

/// Asks with the system's own dialog, which also offers PDF. False if the person chose not to print.
bool printGuides(const QList<knowledge::Guide> &guides, const knowledge::Knowledge &knowledge,
                 const QString &language, QWidget *parent);

} // namespace wizard::screens
