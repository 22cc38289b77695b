// A Case and its verdict as a document for people (Markdown, HTML) or programs (JSON). Redaction lives here
// and nowhere else.
#pragma once

#include "knowledge/knowledge.h"
#include "model/case.h"
#include "model/change.h"
#include "model/finding.h"

#include <QJsonObject>
#include <QString>

namespace report {

struct Options
{
    QString language = QStringLiteral("ja");
    bool showPrivate = false; ///< addresses, paths and host names unmasked
};

/// The JSON of `check` (interfaces.md): verdict, findings, facts, vantage, seconds, logins_used. Never masked
/// server names.
QJsonObject toJson(const model::Case &visit, const model::Verdict &verdict,
                   const knowledge::Knowledge &knowledge, const QString &language, double seconds);

QString toMarkdown(const model::Case &visit, const model::Verdict &verdict,
                   const QList<model::JournalEntry> &journal, const knowledge::Knowledge &knowledge,
                   const Options &options);
QString toHtml(const model::Case &visit, const model::Verdict &verdict,
               const QList<model::JournalEntry> &journal, const knowledge::Knowledge &knowledge,
               const Options &options);

/// The whole Case, to be judged again later; facts and what was said, no password.
QJsonObject saveCase(const model::Case &visit);
std::optional<model::Case> readCase(const QJsonObject &json, knowledge::LoadError *error);

/// "ta***@example.ne.jp"
QString maskedAddress(const QString &address);

} // namespace report
