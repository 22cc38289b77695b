#include "knowledge/pack_writer.h"

#include <QJsonArray>

namespace knowledge {

using namespace model;

namespace {

void put(QJsonObject &json, const char *key, const QString &text)
{
    if (!text.isEmpty())
        json.insert(QLatin1String(key), text);
}

void put(QJsonObject &json, const char *key, qint64 number)
{
    if (number != 0)
        json.insert(QLatin1String(key), number);
}

void put(QJsonObject &json, const char *key, double number)
{
    if (number != 0.0)
        json.insert(QLatin1String(key), number);
}

void put(QJsonObject &json, const char *key, const QStringList &texts)
{
    if (!texts.isEmpty())
        json.insert(QLatin1String(key), QJsonArray::fromStringList(texts));
}

void put(QJsonObject &json, const char *key, const QJsonObject &part)
{
    if (!part.isEmpty())
        json.insert(QLatin1String(key), part);
}

QJsonObject wordsJson(const Words &words)
{
    QJsonObject json;
    for (auto at = words.begin(); at != words.end(); ++at)
        json.insert(at.key(), at.value());
    return json;
}

QJsonObject serverJson(const ProviderServer &server, bool incoming)
{
    QJsonObject json{{QStringLiteral("host"), server.endpoint.host},
                     {QStringLiteral("port"), int(server.endpoint.port)},
                     {QStringLiteral("security"), name(server.endpoint.security)}};
    if (incoming)
        json.insert(QStringLiteral("protocol"), name(server.endpoint.protocol));
    else
        json.insert(QStringLiteral("auth"), server.auth);
    put(json, "user", server.userForms);
    return json;
}

QJsonObject spamJson(const Provider &pack)
{
    QJsonObject json, score, prefs;
    put(json, "tags", pack.spam.tags);
    put(json, "junk_folders", pack.spam.junkFolders);
    put(json, "junk_retention_days", qint64(pack.spam.junkRetentionDays));
    put(score, "server_default", pack.spam.serverDefault);
    put(score, "recommended", pack.spam.recommended);
    put(score, "almost_sure", pack.spam.almostSure);
    put(json, "score", score);
    put(prefs, "protocol", pack.spam.prefsProtocol);
    put(prefs, "host", pack.spam.prefsHost);
    put(prefs, "port", qint64(pack.spam.prefsPort));
    put(prefs, "path", pack.spam.prefsPath);
    put(prefs, "version", qint64(pack.spam.prefsVersion));
    put(json, "user_prefs", prefs);
    return json;
}

QJsonObject contactJson(const Contact &contact)
{
    QJsonObject json;
    put(json, "phone", contact.phone);
    put(json, "hours", wordsJson(contact.hours));
    put(json, "url", contact.url);
    put(json, "status_url", contact.statusUrl);
    return json;
}

void putLists(QJsonObject &json, const Provider &pack)
{
    QJsonArray words, webmail, notices;
    for (const ProviderWord &word : pack.words)
        words.append(QJsonObject{{QStringLiteral("where"), word.where},
                                 {QStringLiteral("text"), word.text},
                                 {QStringLiteral("finding"), word.finding}});
    for (const Webmail &site : pack.webmail) {
        QJsonObject one{{QStringLiteral("domains"), QJsonArray::fromStringList(site.domains)},
                        {QStringLiteral("url"), site.url}};
        put(one, "user", site.user);
        webmail.append(one);
    }
    for (const Notice &notice : pack.notices)
        notices.append(QJsonObject{{QStringLiteral("date"), notice.date.toString(Qt::ISODate)},
                                   {QStringLiteral("text"), wordsJson(notice.text)}});
    if (!words.isEmpty())
        json.insert(QStringLiteral("words"), words);
    if (!webmail.isEmpty())
        json.insert(QStringLiteral("webmail"), webmail);
    if (!notices.isEmpty())
        json.insert(QStringLiteral("notices"), notices);
}

} // namespace

QJsonObject packJson(const Provider &pack)
{
    QJsonObject json{{QStringLiteral("schema"), QStringLiteral("todoku-pack/1")},
                     {QStringLiteral("id"), pack.id},
                     {QStringLiteral("name"), wordsJson(pack.name)},
                     {QStringLiteral("domains"), QJsonArray::fromStringList(pack.domains)}};
    put(json, "serial", pack.serial);
    put(json, "valid_until", pack.validUntil.toString(Qt::ISODate));
    QJsonArray incoming, outgoing;
    for (const ProviderServer &server : pack.incoming)
        incoming.append(serverJson(server, true));
    for (const ProviderServer &server : pack.outgoing)
        outgoing.append(serverJson(server, false));
    json.insert(QStringLiteral("incoming"), incoming);
    json.insert(QStringLiteral("outgoing"), outgoing);
    QJsonObject limits, timeouts;
    put(limits, "message_bytes", pack.limits.messageBytes);
    put(limits, "mailbox_bytes", pack.limits.mailboxBytes);
    put(limits, "mailbox_messages", pack.limits.mailboxMessages);
    put(limits, "recipients", pack.limits.recipients);
    put(json, "limits", limits);
    put(timeouts, "recommended_s", qint64(pack.recommendedTimeoutSeconds));
    put(json, "timeouts", timeouts);
    putLists(json, pack);
    put(json, "spam", spamJson(pack));
    put(json, "pop_before_smtp_minutes", qint64(pack.popBeforeSmtpMinutes));
    put(json, "outside_sending", pack.outsideSending);
    put(json, "networks", pack.networks);
    put(json, "contact", contactJson(pack.contact));
    return json;
}

} // namespace knowledge
