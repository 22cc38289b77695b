// findings: everything that this build can conclude, and in which languages it has words for it.
#include "cli/catalogue.h"
#include "cli/lines_text.h"
#include "cli/output.h"

#include "knowledge/knowledge.h"
#include "rules/rule.h"

namespace cli {

void declareFindings(QCommandLineParser &) { }

int runFindings(const Call &call)
{
    const auto loaded = knowledge::Knowledge::load();
    if (const auto *error = std::get_if<knowledge::LoadError>(&loaded))
        return refuse(error->file, error->text());
    const auto &knowledge = std::get<knowledge::Knowledge>(loaded);
    const QStringList languages = knowledge.languages();
    QJsonArray list;
    for (const rules::FindingKind &kind : rules::findingKinds()) {
        const QString id = QString::fromLatin1(kind.id);
        QJsonObject advice;
        QStringList spoken;
        for (const QString &language : languages) {
            const bool has = knowledge.hasAdvice(id, language);
            advice.insert(language, has);
            if (has)
                spoken.append(language);
        }
        list.append(QJsonObject{{QStringLiteral("id"), id},
                                {QStringLiteral("side"), model::name(kind.side)},
                                {QStringLiteral("severity"), model::name(kind.severity)},
                                {QStringLiteral("has_advice"), advice}});
        if (!call.json)
            say(padded(id, 42) + padded(model::name(kind.side), 10) + padded(model::name(kind.severity), 8)
                + spoken.join(u' '));
    }
    if (call.json)
        printJson({{QStringLiteral("findings"), list}});
    return Fine;
}

} // namespace cli
