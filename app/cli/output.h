// What the command line writes: one JSON document, or lines for people; errors as one line on stderr.
#pragma once

#include "cli/words.h"
#include "model/change.h"
#include "model/finding.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace knowledge {
class Knowledge;
struct LoadError;
} // namespace knowledge

namespace cli {

/// A line on stdout, UTF-8 whatever the locale says.
void say(const QString &line = {});
/// With "schema" in it, then everything is flushed.
void printJson(QJsonObject document);

/// "todoku-cli: WHAT: WHY" on stderr; returns `exit` for the caller to return.
int refuse(const QString &what, const QString &why, int exit = 2);
/// The same for a Diagnosis' error "WORD: data", put into words.
int refuse(const QString &error, const Words &words);

/// What a check of a data file found: one object of "errors", or its line, or `sound`. Returns the exit code.
int tellCheck(bool json, const knowledge::LoadError *error, const QString &sound, bool nameFile);

QJsonArray toJson(const QList<model::Change> &changes);
/// "now" is null where it cannot be told key by key.
QJsonArray toJson(const QList<model::Clash> &conflict);
/// Seconds with three decimals, null where nothing was measured.
QJsonValue secondsOf(const std::optional<qint64> &milliseconds);

/// Title, what to do, and what became of the mail.
void sayAdvice(const model::Finding &finding, const knowledge::Knowledge &knowledge, const QString &language);
void sayVerdict(const model::Verdict &verdict, const knowledge::Knowledge &knowledge, const QString &language,
                const Words &words);
void sayChanges(const QList<model::Change> &changes, const Words &words);
void sayConflict(const QList<model::Clash> &conflict, const Words &words);

} // namespace cli
