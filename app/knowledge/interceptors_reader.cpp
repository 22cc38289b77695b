#include "knowledge/interceptors_reader.h"

#include "knowledge/fields.h"

#include <QSet>
#include <algorithm>

namespace knowledge {

namespace {

constexpr qsizetype shortestPattern = 4;

Interceptor interceptorIn(const JsonNode &node, Problem &problem)
{
    Fields fields(node, problem);
    Interceptor one;
    one.id = fields.text("id", Fields::Required);
    one.product = fields.text("product", Fields::Required);
    const QStringList places{QStringLiteral("pc"), QStringLiteral("network")};
    one.onThisPc = fields.oneOf("where", places, Fields::Required) == u"pc";
    one.issuers = fields.texts("issuers", Fields::Optional);
    one.banners = fields.texts("banners", Fields::Optional);
    one.confirmed = fields.truth("confirmed", false);
    one.source = fields.text("source", Fields::Required);
    fields.done();
    if (one.issuers.isEmpty() && one.banners.isEmpty())
        problem.say(node, QStringLiteral("needs issuers or banners"), QStringLiteral("issuers"));
    const auto tooShort = [](const QString &pattern) { return pattern.trimmed().size() < shortestPattern; };
    if (std::any_of(one.issuers.begin(), one.issuers.end(), tooShort))
        problem.say(node, QStringLiteral("has a pattern that is too short"), QStringLiteral("issuers"));
    if (std::any_of(one.banners.begin(), one.banners.end(), tooShort))
        problem.say(node, QStringLiteral("has a pattern that is too short"), QStringLiteral("banners"));
    return one;
}

std::variant<QList<Interceptor>, LoadError> interceptorsIn(const QString &path,
                                                           const std::variant<JsonNode, LoadError> &json)
{
    if (const auto *error = std::get_if<LoadError>(&json))
        return *error;
    Problem problem{path, {}, false};
    Fields top(std::get<JsonNode>(json), problem);
    top.oneOf("schema", {QStringLiteral("todoku-interceptors/1")}, Fields::Required);
    QList<Interceptor> all;
    QSet<QString> ids;
    for (const JsonNode &node : top.objects("interceptors", Fields::Required, false)) {
        const Interceptor one = interceptorIn(node, problem);
        if (ids.contains(one.id))
            problem.say(node, QStringLiteral("\"%1\" stands twice").arg(one.id), QStringLiteral("id"));
        ids.insert(one.id);
        all.append(one);
    }
    top.done();
    if (problem.any)
        return problem.first;
    return all;
}

} // namespace

std::variant<QList<Interceptor>, LoadError> readInterceptors(const QString &path)
{
    return interceptorsIn(path, readJsonFile(path));
}

std::variant<QList<Interceptor>, LoadError> readInterceptorBytes(const QString &path, const QByteArray &bytes)
{
    return interceptorsIn(path, readJson(path, bytes));
}

} // namespace knowledge
