// A Case as JSON, whole: whatever is added to model/case.h must be added here and in read_case.cpp.
#include "knowledge/pack_writer.h"
#include "report/report.h"

#include <QJsonArray>

namespace report {

using namespace model;

namespace {

template <typename Item, typename Writer>
QJsonArray list(const QList<Item> &items, Writer write)
{
    QJsonArray array;
    for (const Item &item : items)
        array.append(write(item));
    return array;
}

QJsonObject endpointJson(const Endpoint &endpoint)
{
    return {{QStringLiteral("host"), endpoint.host},
            {QStringLiteral("port"), int(endpoint.port)},
            {QStringLiteral("protocol"), name(endpoint.protocol)},
            {QStringLiteral("security"), name(endpoint.security)}};
}

QJsonObject factJson(const Fact &fact)
{
    QJsonObject json{
        {QStringLiteral("step"), name(fact.step)}, {QStringLiteral("endpoint"), endpointJson(fact.endpoint)},
        {QStringLiteral("address"), fact.address}, {QStringLiteral("failure"), name(fact.failure)},
        {QStringLiteral("ms"), fact.milliseconds}, {QStringLiteral("seen"), fact.seen}};
    if (!fact.raw.isEmpty())
        json.insert(QStringLiteral("raw"), QString::fromLatin1(fact.raw.toBase64()));
    return json;
}

QJsonObject serverJson(const ServerSettings &server)
{
    return {{QStringLiteral("endpoint"), endpointJson(server.endpoint)},
            {QStringLiteral("user"), server.user},
            {QStringLiteral("auth"), server.auth}};
}

QJsonObject accountJson(const Account &account)
{
    QJsonObject json{{QStringLiteral("key"), account.key},
                     {QStringLiteral("address"), account.address},
                     {QStringLiteral("full_name"), account.fullName}};
    if (account.incoming)
        json.insert(QStringLiteral("incoming"), serverJson(*account.incoming));
    if (account.outgoing)
        json.insert(QStringLiteral("outgoing"), serverJson(*account.outgoing));
    if (account.leaveOnServer)
        json.insert(QStringLiteral("leave_on_server"), *account.leaveOnServer);
    if (account.leaveDays)
        json.insert(QStringLiteral("leave_days"), *account.leaveDays);
    return json;
}

QJsonObject outboxJson(const Outbox &outbox)
{
    QJsonObject json{{QStringLiteral("path"), outbox.path},
                     {QStringLiteral("count"), outbox.count},
                     {QStringLiteral("bytes"), outbox.bytes},
                     {QStringLiteral("message_ids"), QJsonArray::fromStringList(outbox.messageIds)},
                     {QStringLiteral("complete"), outbox.complete}};
    if (outbox.oldest.isValid())
        json.insert(QStringLiteral("oldest"), outbox.oldest.toUTC().toString(Qt::ISODate));
    return json;
}

QJsonObject profileJson(const AppProfile &profile)
{
    QJsonObject json{{QStringLiteral("path"), profile.path},
                     {QStringLiteral("name"), profile.name},
                     {QStringLiteral("default"), profile.isDefault},
                     {QStringLiteral("running"), profile.running},
                     {QStringLiteral("timeout_is_default"), profile.timeoutIsDefault},
                     {QStringLiteral("accounts"), list(profile.accounts, accountJson)},
                     {QStringLiteral("outboxes"), list(profile.outboxes, outboxJson)}};
    if (profile.timeoutSeconds)
        json.insert(QStringLiteral("timeout_s"), *profile.timeoutSeconds);
    if (profile.offline)
        json.insert(QStringLiteral("offline"), *profile.offline);
    json.insert(QStringLiteral("stores"), list(profile.stores, [](const Store &store) {
                    return QJsonObject{{QStringLiteral("path"), store.path},
                                       {QStringLiteral("bytes"), store.bytes},
                                       {QStringLiteral("limit"), store.limit}};
                }));
    json.insert(QStringLiteral("unreadable"), list(profile.unreadable, [](const Unreadable &one) {
                    return QJsonObject{{QStringLiteral("path"), one.path},
                                       {QStringLiteral("line"), one.line},
                                       {QStringLiteral("why"), one.why}};
                }));
    return json;
}

QJsonObject appJson(const MailApp &app)
{
    return {{QStringLiteral("id"), app.id},
            {QStringLiteral("version"), app.version},
            {QStringLiteral("running"), app.running},
            {QStringLiteral("profiles"), list(app.profiles, profileJson)}};
}

} // namespace

QJsonObject saveCase(const Case &visit)
{
    QJsonObject json{
        {QStringLiteral("schema"), QStringLiteral("todoku-case/1")},
        {QStringLiteral("address"), visit.address},
        {QStringLiteral("symptom"), visit.symptom},
        {QStringLiteral("app"), visit.appId},
        {QStringLiteral("password_given"), visit.passwordGiven},
        {QStringLiteral("apps_read"), visit.appsRead},
        {QStringLiteral("practice"), visit.practice},
        {QStringLiteral("timing_sizes"), list(visit.timingSizes, [](qint64 size) { return size; })},
        {QStringLiteral("apps"), list(visit.apps, appJson)},
        {QStringLiteral("facts"), list(visit.facts, factJson)}};
    if (visit.startedAt.isValid())
        json.insert(QStringLiteral("started_at"), visit.startedAt.toUTC().toString(Qt::ISODate));
    if (visit.provider)
        json.insert(QStringLiteral("provider"), knowledge::packJson(*visit.provider));
    return json;
}

} // namespace report
