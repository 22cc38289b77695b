#include "knowledge/web_checks_reader.h"

#include "knowledge/fields.h"

#include <QRegularExpression>
#include <QSet>

namespace knowledge {

namespace {

model::WebCheck pageIn(const JsonNode &node, Problem &problem)
{
    static const QRegularExpression plainPath(QStringLiteral("^/[A-Za-z0-9._/-]*$"));
    Fields fields(node, problem);
    model::WebCheck page;
    page.host = fields.host("host", Fields::Required);
    page.path = fields.text("path", Fields::Required);
    page.status = int(fields.whole("status", 0, 599, Fields::Required));
    page.body = fields.text("body", Fields::Optional).toUtf8();
    fields.text("source", Fields::Required);
    fields.done();
    if (!plainPath.match(page.path).hasMatch())
        problem.say(node, QStringLiteral("must be a plain path that begins with /"), QStringLiteral("path"));
    if (page.status != 0 && (page.status < 200 || page.status > 299))
        problem.say(node, QStringLiteral("must be 200..299, or 0 for any"), QStringLiteral("status"));
    if ((page.status == 204 || page.status == 0) != page.body.isEmpty())
        problem.say(node, QStringLiteral("belongs to a page with content, and only there"),
                    QStringLiteral("body"));
    return page;
}

} // namespace

std::variant<QList<model::WebCheck>, LoadError> readWebChecks(const QString &path)
{
    const auto json = readJsonFile(path);
    if (const auto *error = std::get_if<LoadError>(&json))
        return *error;
    Problem problem{path, {}, false};
    Fields top(std::get<JsonNode>(json), problem);
    top.oneOf("schema", {QStringLiteral("todoku-web-checks/1")}, Fields::Required);
    QList<model::WebCheck> pages;
    QSet<QString> hosts;
    for (const JsonNode &node : top.objects("pages", Fields::Required, false)) {
        const model::WebCheck page = pageIn(node, problem);
        if (hosts.contains(page.host))
            problem.say(node, QStringLiteral("\"%1\" stands twice").arg(page.host), QStringLiteral("host"));
        hosts.insert(page.host);
        pages.append(page);
    }
    top.done();
    if (problem.any)
        return problem.first;
    return pages;
}

} // namespace knowledge
