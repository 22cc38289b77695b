#include "knowledge/guide_json.h"

#include "knowledge/fields.h"
#include "knowledge/guide_version.h"
#include "knowledge/guide_watch.h"

#include <QRegularExpression>
#include <QSet>

namespace knowledge {

namespace {

GuideWatch watchIn(const JsonNode &node, Problem &problem)
{
    Fields fields(node, problem);
    GuideWatch watch;
    watch.kind = fields.oneOf("kind", watchKinds(), Fields::Required);
    watch.expected = fields.truth("expected", true);
    fields.done();
    return watch;
}

QString idIn(Fields &fields, const JsonNode &node, const char *name, const QString &form, Problem &problem)
{
    const QString id = fields.text(name, Fields::Required);
    if (!QRegularExpression(form).match(id).hasMatch())
        problem.say(node, QStringLiteral("must be lower case letters, digits and hyphens"),
                    QString::fromLatin1(name));
    return id;
}

const QString idForm = QStringLiteral("^[a-z][a-z0-9-]*$");

QMap<QString, QString> labelsIn(const JsonNode &node, Problem &problem)
{
    QMap<QString, QString> labels;
    for (const auto &[id, label] : node.members) {
        if (label.kind != JsonNode::Kind::String || label.text.isEmpty())
            problem.say(label, QStringLiteral("must be the id of a label"));
        labels.insert(id, label.text);
    }
    return labels;
}

RawStep stepIn(const JsonNode &node, Problem &problem)
{
    // A bare file name: a picture never comes from outside its folder.
    static const QRegularExpression pictureForm(QStringLiteral("^[a-z0-9-]+\\.svg$"));
    Fields fields(node, problem);
    RawStep step;
    step.line = node.line;
    if (node.member(QStringLiteral("part"))) {
        step.part = idIn(fields, node, "part", idForm, problem);
        if (const JsonNode *watch = fields.take("watch", JsonNode::Kind::Object, Fields::Optional))
            step.watch = watchIn(*watch, problem);
        fields.done();
        return step;
    }
    step.id = idIn(fields, node, "id", idForm, problem);
    step.picture = fields.text("picture", Fields::Optional);
    if (!step.picture.isEmpty() && !pictureForm.match(step.picture).hasMatch())
        problem.say(node, QStringLiteral("must be the name of an .svg file"), QStringLiteral("picture"));
    if (const JsonNode *labels = fields.take("labels", JsonNode::Kind::Object, Fields::Optional))
        step.labels = labelsIn(*labels, problem);
    step.waitMinutes = int(fields.whole("wait_minutes", 1, 60, Fields::Optional));
    if (const JsonNode *watch = fields.take("watch", JsonNode::Kind::Object, Fields::Optional))
        step.watch = watchIn(*watch, problem);
    fields.done();
    return step;
}

} // namespace

std::variant<QList<RawStep>, LoadError> readGuideTask(const QString &path)
{
    const auto json = readJsonFile(path);
    if (const auto *error = std::get_if<LoadError>(&json))
        return *error;
    Problem problem{path, {}, false};
    Fields top(std::get<JsonNode>(json), problem);
    top.oneOf("schema", {QStringLiteral("todoku-guide/1")}, Fields::Required);
    QList<RawStep> steps;
    QSet<QString> ids;
    for (const JsonNode &node : top.objects("steps", Fields::Required, false)) {
        steps.append(stepIn(node, problem));
        const RawStep &step = steps.constLast();
        const QString id = step.part.isEmpty() ? step.id : QStringLiteral("part ") + step.part;
        if (ids.contains(id))
            problem.say(node, QStringLiteral("\"%1\" stands twice").arg(id),
                        step.part.isEmpty() ? QStringLiteral("id") : QStringLiteral("part"));
        ids.insert(id);
    }
    top.done();
    if (problem.any)
        return problem.first;
    return steps;
}

std::variant<QList<RawEdition>, LoadError> readGuideEditions(const QString &path)
{
    const auto json = readJsonFile(path);
    if (const auto *error = std::get_if<LoadError>(&json))
        return *error;
    Problem problem{path, {}, false};
    Fields top(std::get<JsonNode>(json), problem);
    top.oneOf("schema", {QStringLiteral("todoku-guide-editions/1")}, Fields::Required);
    QList<RawEdition> editions;
    QSet<QString> ids{QStringLiteral("usual")};
    for (const JsonNode &node : top.objects("editions", Fields::Required, false)) {
        Fields fields(node, problem);
        // Often a year, so it may begin with a digit.
        const QString id = idIn(fields, node, "id", QStringLiteral("^[a-z0-9][a-z0-9-]*$"), problem);
        const QString versions = fields.text("versions", Fields::Optional);
        if (ids.contains(id))
            problem.say(node, QStringLiteral("\"%1\" stands twice or is the usual one").arg(id),
                        QStringLiteral("id"));
        if (!versions.isEmpty() && !isVersionRange(versions))
            problem.say(node, QStringLiteral("must be like 11, 11-12 or 17-"), QStringLiteral("versions"));
        ids.insert(id);
        fields.done();
        editions.append({id, versions, node.line});
    }
    top.done();
    if (problem.any)
        return problem.first;
    return editions;
}

std::variant<RawWords, LoadError> readGuideWords(const QString &path)
{
    const auto json = readJsonFile(path);
    if (const auto *error = std::get_if<LoadError>(&json))
        return *error;
    Problem problem{path, {}, false};
    const auto &node = std::get<JsonNode>(json);
    Fields top(node, problem);
    top.oneOf("schema", {QStringLiteral("todoku-guide-words/1")}, Fields::Required);
    RawWords words;
    for (const auto &[key, value] : node.members) {
        if (key == u"schema")
            continue;
        if (value.kind != JsonNode::Kind::String || value.text.trimmed().isEmpty())
            problem.say(value, QStringLiteral("must be a sentence"));
        words.insert(key, {value.text, value.line});
    }
    if (problem.any)
        return problem.first;
    return words;
}

} // namespace knowledge
