// A saved Case again. The same strict reader as for packs: a case file may come from anybody.
#include "knowledge/fields.h"
#include "knowledge/pack_reader.h"
#include "report/report.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace report {

using namespace model;
using knowledge::Fields;
using knowledge::JsonNode;
using knowledge::LoadError;
using knowledge::Problem;

namespace {

constexpr auto required = Fields::Required;
constexpr auto optional = Fields::Optional;
constexpr qint64 most = Q_INT64_C(1) << 53;

template <typename Enum>
Enum named(Fields &fields, const char *key, std::optional<Enum> (*find)(const QString &),
           const JsonNode &node, Problem &problem, Enum otherwise)
{
    const std::optional<Enum> found = find(fields.text(key, required));
    if (!found)
        problem.say(node, QStringLiteral("is not a known word"), QString::fromLatin1(key));
    return found.value_or(otherwise);
}

Endpoint endpoint(const JsonNode &node, Problem &problem)
{
    Fields fields(node, problem);
    Endpoint read;
    read.host = fields.text("host", optional);
    read.port = quint16(fields.whole("port", 0, 65535, required));
    read.protocol = named(fields, "protocol", protocolNamed, node, problem, Protocol::Imap);
    read.security = named(fields, "security", securityNamed, node, problem, Security::Tls);
    fields.done();
    return read;
}

Endpoint endpointIn(Fields &fields, Problem &problem)
{
    const JsonNode *node = fields.take("endpoint", JsonNode::Kind::Object, required);
    return node ? endpoint(*node, problem) : Endpoint{};
}

QJsonValue plain(const JsonNode &node)
{
    switch (node.kind) {
    case JsonNode::Kind::Null:
        return QJsonValue::Null;
    case JsonNode::Kind::Bool:
        return node.truth;
    case JsonNode::Kind::Number:
        return node.number;
    case JsonNode::Kind::String:
        return node.text;
    case JsonNode::Kind::Array: {
        QJsonArray array;
        for (const JsonNode &item : node.items)
            array.append(plain(item));
        return array;
    }
    case JsonNode::Kind::Object: {
        QJsonObject object;
        for (const auto &[key, value] : node.members)
            object.insert(key, plain(value));
        return object;
    }
    }
    Q_UNREACHABLE();
}

Fact fact(const JsonNode &node, Problem &problem)
{
    Fields fields(node, problem);
    Fact read;
    read.step = named(fields, "step", stepNamed, node, problem, Step::Resolve);
    read.endpoint = endpointIn(fields, problem);
    read.address = fields.text("address", optional);
    read.failure = named(fields, "failure", failureNamed, node, problem, Failure::None);
    read.milliseconds = fields.whole("ms", 0, most, required);
    if (const JsonNode *seen = fields.take("seen", JsonNode::Kind::Object, required))
        read.seen = plain(*seen).toObject();
    read.raw = QByteArray::fromBase64(fields.text("raw", optional).toLatin1());
    fields.done();
    return read;
}

std::optional<ServerSettings> server(Fields &from, const char *key, Problem &problem)
{
    const JsonNode *node = from.take(key, JsonNode::Kind::Object, optional);
    if (!node)
        return std::nullopt;
    Fields fields(*node, problem);
    ServerSettings read;
    read.endpoint = endpointIn(fields, problem);
    read.user = fields.text("user", optional);
    read.auth = fields.text("auth", optional);
    fields.done();
    return read;
}

std::optional<int> maybeNumber(Fields &fields, const JsonNode &node, const char *key)
{
    const int number = int(fields.whole(key, 0, 1'000'000, optional));
    return node.member(QString::fromLatin1(key)) ? std::optional(number) : std::nullopt;
}

std::optional<bool> maybeTruth(Fields &fields, const JsonNode &node, const char *key)
{
    const bool truth = fields.truth(key, false);
    return node.member(QString::fromLatin1(key)) ? std::optional(truth) : std::nullopt;
}

QDateTime moment(Fields &fields, const JsonNode &node, const char *key, Problem &problem)
{
    const QString text = fields.text(key, optional);
    const QDateTime read = QDateTime::fromString(text, Qt::ISODate);
    if (!text.isEmpty() && !read.isValid())
        problem.say(node, QStringLiteral("is not a time"), QString::fromLatin1(key));
    return read;
}

Account account(const JsonNode &node, Problem &problem)
{
    Fields fields(node, problem);
    Account read;
    read.key = fields.text("key", optional);
    read.address = fields.text("address", optional);
    read.fullName = fields.text("full_name", optional);
    read.incoming = server(fields, "incoming", problem);
    read.outgoing = server(fields, "outgoing", problem);
    read.leaveOnServer = maybeTruth(fields, node, "leave_on_server");
    read.leaveDays = maybeNumber(fields, node, "leave_days");
    fields.done();
    return read;
}

Outbox outbox(const JsonNode &node, Problem &problem)
{
    Fields fields(node, problem);
    Outbox read;
    read.path = fields.text("path", optional);
    read.count = int(fields.whole("count", 0, 1'000'000'000, required));
    read.bytes = fields.whole("bytes", 0, most, required);
    read.messageIds = fields.texts("message_ids", optional);
    read.complete = fields.truth("complete", true);
    read.oldest = moment(fields, node, "oldest", problem);
    fields.done();
    return read;
}

AppProfile profile(const JsonNode &node, Problem &problem)
{
    Fields fields(node, problem);
    AppProfile read;
    read.path = fields.text("path", optional);
    read.name = fields.text("name", optional);
    read.isDefault = fields.truth("default", false);
    read.running = fields.truth("running", false);
    read.timeoutIsDefault = fields.truth("timeout_is_default", true);
    read.timeoutSeconds = maybeNumber(fields, node, "timeout_s");
    read.offline = maybeTruth(fields, node, "offline");
    for (const JsonNode &one : fields.objects("accounts", optional))
        read.accounts.append(account(one, problem));
    for (const JsonNode &one : fields.objects("outboxes", optional))
        read.outboxes.append(outbox(one, problem));
    for (const JsonNode &one : fields.objects("stores", optional)) {
        Fields store(one, problem);
        read.stores.append({store.text("path", optional), store.whole("bytes", 0, most, required),
                            store.whole("limit", 0, most, optional)});
        store.done();
    }
    for (const JsonNode &one : fields.objects("unreadable", optional)) {
        Fields left(one, problem);
        read.unreadable.append({left.text("path", optional),
                                int(left.whole("line", 0, 1'000'000'000, optional)),
                                left.text("why", optional)});
        left.done();
    }
    fields.done();
    return read;
}

MailApp app(const JsonNode &node, Problem &problem)
{
    Fields fields(node, problem);
    MailApp read;
    read.id = fields.text("id", required);
    read.version = fields.text("version", optional);
    read.running = fields.truth("running", false);
    for (const JsonNode &one : fields.objects("profiles", optional))
        read.profiles.append(profile(one, problem));
    fields.done();
    return read;
}

void provider(Fields &top, const QJsonObject &json, Problem &problem, Case &visit)
{
    const JsonNode *node = top.take("provider", JsonNode::Kind::Object, optional);
    if (!node)
        return;
    const QJsonObject pack = json.value(QStringLiteral("provider")).toObject();
    const auto read = knowledge::readPackBytes(QStringLiteral("provider"), QJsonDocument(pack).toJson());
    if (const auto *error = std::get_if<LoadError>(&read))
        problem.say(*node, error->why, error->key);
    else
        visit.provider = std::get<Provider>(read);
}

} // namespace

std::optional<Case> readCase(const QJsonObject &json, LoadError *error)
{
    Problem problem{QStringLiteral("case"), {}, false};
    const auto fail = [&](const LoadError &why) {
        if (error)
            *error = why;
        return std::nullopt;
    };
    const auto parsed = knowledge::readJson(problem.file, QJsonDocument(json).toJson(QJsonDocument::Compact),
                                            knowledge::JsonLimits{16 * 1024 * 1024, 16, 8192});
    if (const auto *refused = std::get_if<LoadError>(&parsed))
        return fail(*refused);
    const JsonNode &node = std::get<JsonNode>(parsed);

    Fields top(node, problem);
    Case visit;
    top.oneOf("schema", {QStringLiteral("todoku-case/1")}, required);
    visit.address = top.text("address", optional);
    visit.symptom = top.text("symptom", optional);
    visit.appId = top.text("app", optional);
    visit.passwordGiven = top.truth("password_given", false);
    visit.appsRead = top.truth("apps_read", false);
    visit.practice = top.truth("practice", false);
    visit.startedAt = moment(top, node, "started_at", problem);
    if (const JsonNode *sizes = top.take("timing_sizes", JsonNode::Kind::Array, optional))
        for (const JsonNode &size : sizes->items)
            visit.timingSizes.append(qint64(size.number));
    for (const JsonNode &one : top.objects("apps", optional))
        visit.apps.append(app(one, problem));
    for (const JsonNode &one : top.objects("facts", optional))
        visit.add(fact(one, problem));
    provider(top, json, problem, visit);
    top.done();
    if (problem.any)
        return fail(problem.first);
    return visit;
}

} // namespace report
