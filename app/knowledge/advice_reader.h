// resources/advice/<language>/<finding-id>.md: three lines of front matter, then a few paragraphs of
// Markdown.
#pragma once

#include "knowledge/knowledge.h"

#include <QByteArray>
#include <QMap>

namespace knowledge {

/// The text as it is in the file, placeholders not yet filled. Refused: a missing or unknown line of front
/// matter, an empty body, a {placeholder} outside the closed set.
std::variant<Advice, LoadError> readAdvice(const QString &file, const QByteArray &bytes);

/// Every text under `folder`: language, then finding id.
std::variant<QMap<QString, QMap<QString, Advice>>, LoadError> readAllAdvice(const QString &folder);

/// resources/words/<language>/*.json: flat objects of strings, joined.
std::variant<QMap<QString, QMap<QString, QString>>, LoadError> readWords(const QString &folder);

} // namespace knowledge
