#include "cli/mailapp_json.h"

#include <QJsonArray>

namespace cli {

namespace {

QString text(const char *key)
{
    return QString::fromLatin1(key);
}

template <typename T>
QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue server(const std::optional<model::ServerSettings> &settings)
{
    if (!settings)
        return {};
    return QJsonObject{{text("protocol"), model::name(settings->endpoint.protocol)},
                       {text("host"), settings->endpoint.host},
                       {text("port"), settings->endpoint.port},
                       {text("security"), model::name(settings->endpoint.security)},
                       {text("user"), settings->user},
                       {text("auth"), settings->auth}};
}

/// All outboxes of a profile as one: what waits is what counts.
QJsonObject outbox(const QList<model::Outbox> &boxes)
{
    int count = 0;
    qint64 bytes = 0;
    bool complete = true;
    QDateTime oldest;
    QJsonArray paths;
    for (const model::Outbox &box : boxes) {
        count += box.count;
        bytes += box.bytes;
        complete = complete && box.complete;
        if (box.oldest.isValid() && (!oldest.isValid() || box.oldest < oldest))
            oldest = box.oldest;
        paths.append(box.path);
    }
    return {
        {text("count"), count},
        {text("bytes"), bytes},
        {text("oldest"), oldest.isValid() ? QJsonValue(oldest.toUTC().toString(Qt::ISODate)) : QJsonValue()},
        {text("complete"), complete},
        {text("paths"), paths}};
}

QJsonObject profileJson(const model::AppProfile &profile)
{
    QJsonArray accounts, stores, unreadable;
    for (const model::Account &account : profile.accounts)
        accounts.append(QJsonObject{{text("address"), account.address},
                                    {text("incoming"), server(account.incoming)},
                                    {text("outgoing"), server(account.outgoing)},
                                    {text("leave_on_server"), orNull(account.leaveOnServer)},
                                    {text("leave_days"), orNull(account.leaveDays)},
                                    {text("name"), account.fullName},
                                    {text("timeout_s"), orNull(account.timeoutSeconds)},
                                    {text("place"), account.place}});
    for (const model::Store &store : profile.stores)
        stores.append(QJsonObject{
            {text("path"), store.path}, {text("bytes"), store.bytes}, {text("limit"), store.limit}});
    for (const model::Unreadable &file : profile.unreadable)
        unreadable.append(
            QJsonObject{{text("path"), file.path}, {text("line"), file.line}, {text("why"), file.why}});
    return {{text("path"), profile.path},
            {text("name"), profile.name},
            {text("default"), profile.isDefault},
            {text("running"), profile.running},
            {text("accounts"), accounts},
            {text("timeout_s"), orNull(profile.timeoutSeconds)},
            {text("timeout_is_default"), profile.timeoutIsDefault},
            {text("offline"), orNull(profile.offline)},
            {text("outbox"), outbox(profile.outboxes)},
            {text("stores"), stores},
            {text("unreadable"), unreadable}};
}

} // namespace

QJsonObject toJson(const model::MailApp &app)
{
    QJsonArray profiles;
    for (const model::AppProfile &profile : app.profiles)
        profiles.append(profileJson(profile));
    return {{text("id"), app.id},
            {text("version"), app.version},
            {text("running"), app.running},
            {text("profiles"), profiles}};
}

} // namespace cli
