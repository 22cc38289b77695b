#include "knowledge/mail_programs_reader.h"

#include "knowledge/fields.h"

#include <QSet>

namespace knowledge {

std::variant<QList<MailProgram>, LoadError> readMailPrograms(const QString &path)
{
    const auto json = readJsonFile(path);
    if (const auto *error = std::get_if<LoadError>(&json))
        return *error;
    Problem problem{path, {}, false};
    Fields top(std::get<JsonNode>(json), problem);
    top.oneOf("schema", {QStringLiteral("todoku-mail-programs/1")}, Fields::Required);
    QList<MailProgram> programs;
    QSet<QString> ids;
    for (const JsonNode &node : top.objects("programs", Fields::Required, false)) {
        Fields fields(node, problem);
        MailProgram program;
        program.id = fields.text("id", Fields::Required);
        program.name = fields.words("name", Fields::Required);
        program.timeoutSeconds = int(fields.whole("timeout_s", 0, 3600, Fields::Required));
        program.confirmed = fields.truth("confirmed", false);
        program.repeatsByItself = fields.truth("repeats_by_itself", false);
        program.source = fields.text("source", Fields::Required);
        fields.done();
        if (ids.contains(program.id))
            problem.say(node, QStringLiteral("\"%1\" stands twice").arg(program.id), QStringLiteral("id"));
        ids.insert(program.id);
        programs.append(program);
    }
    top.done();
    if (problem.any)
        return problem.first;
    return programs;
}

} // namespace knowledge
