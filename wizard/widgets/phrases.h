// Where a line of Japanese or English may end without hurting the eye.
#pragma once

#include <QString>
#include <QStringList>

namespace wizard::widgets {

/// The text cut into pieces that stay together: words with their particles in Japanese, words in English.
/// Every cut is also allowed by UAX 14 (kinsoku: no line begins with 。 or っ, none ends with 「).
QStringList phrases(const QString &text);

/// The smallest pieces that UAX 14 allows, for a phrase that is wider than the line.
QStringList pieces(const QString &phrase);

} // namespace wizard::widgets
