#include "knowledge/walks_reader.h"

#include "knowledge/fields.h"

namespace knowledge {

QStringList knownTasks()
{
    return {QStringLiteral("allow-sender"),
            QStringLiteral("choose-another"),
            QStringLiteral("close"),
            QStringLiteral("compact-store"),
            QStringLiteral("empty-outbox"),
            QStringLiteral("encryption"),
            QStringLiteral("find-junk"),
            QStringLiteral("go-offline"),
            QStringLiteral("go-online"),
            QStringLiteral("leave-on-server"),
            QStringLiteral("move-store-aside"),
            QStringLiteral("port-587-and-authentication"),
            QStringLiteral("raise-timeout"),
            QStringLiteral("save-password"),
            QStringLiteral("split-large-mail"),
            QStringLiteral("use-classic"),
            QStringLiteral("user-name")};
}

std::variant<Walks, LoadError> readWalks(const QString &path)
{
    const auto json = readJsonFile(path);
    if (const auto *error = std::get_if<LoadError>(&json))
        return *error;
    Problem problem{path, {}, false};
    Fields top(std::get<JsonNode>(json), problem);
    top.oneOf("schema", {QStringLiteral("todoku-walks/1")}, Fields::Required);
    Walks walks;
    for (const JsonNode &node : top.objects("walks", Fields::Required, false)) {
        Fields fields(node, problem);
        const QString finding = fields.text("finding", Fields::Required);
        const QStringList tasks = fields.texts("tasks", Fields::Required);
        fields.done();
        if (walks.contains(finding))
            problem.say(node, QStringLiteral("\"%1\" stands twice").arg(finding), QStringLiteral("finding"));
        for (const QString &task : tasks)
            if (!knownTasks().contains(task))
                problem.say(node, QStringLiteral("\"%1\" is no task").arg(task), QStringLiteral("tasks"));
        walks.insert(finding, tasks);
    }
    top.done();
    if (problem.any)
        return problem.first;
    return walks;
}

} // namespace knowledge
