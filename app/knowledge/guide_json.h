// The kinds of file under resources/guides, as they stand in them: nothing is judged here but their form.
#pragma once

#include "knowledge/guide_reader.h"

namespace knowledge {

/// One step in guides/<program>/<task>.json or guides/<program>/parts/<part>.json.
struct RawStep
{
    QString id; ///< lower case, digits, hyphens; once in the file
    QString picture; ///< file name under guides/pictures; empty: none
    QMap<QString, QString>
        labels; ///< {{id}} in the picture: the label that stands there, where it is another
    int waitMinutes = 0; ///< 1..60; 0: no waiting
    GuideWatch watch;
    QString
        part; ///< not empty: the steps of that part stand here, and only `watch` may be set: of its last step
    int line = 0;
};

/// For which versions of a program a walk-through has steps of its own.
struct RawEdition
{
    QString id;
    QString versions; ///< "11-12", "14-16.0.6000", "17-"; empty: only where it is asked for by name
    int line = 0;
};

struct RawWord
{
    QString text;
    int line = 0;
};
using RawWords = QMap<QString, RawWord>;

/// "schema": "todoku-guide/1", "steps": [{"id", "picture"?, "labels"? {id: label}, "wait_minutes"?,
/// "watch"? {"kind", "expected"?}} or {"part", "watch"?}]
std::variant<QList<RawStep>, LoadError> readGuideTask(const QString &path);

/// "schema": "todoku-guide-editions/1", "editions": [{"id", "versions"?}]
std::variant<QList<RawEdition>, LoadError> readGuideEditions(const QString &path);

/// "schema": "todoku-guide-words/1", then key: sentence.
std::variant<RawWords, LoadError> readGuideWords(const QString &path);

} // namespace knowledge
