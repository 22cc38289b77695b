#include "cli/mailbox_text.h"

#include "cli/output.h"
#include "knowledge/placeholders.h"

#include <QJsonArray>

namespace cli {

namespace {

QString text(const char *key)
{
    return QString::fromLatin1(key);
}

QJsonValue number(const std::optional<qint64> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue words(const QString &value)
{
    return value.isEmpty() ? QJsonValue() : QJsonValue(value);
}

QJsonObject messageJson(const session::MailboxMessage &message)
{
    return {{text("number"), message.number},
            {text("bytes"), message.bytes},
            {text("from"), words(message.from)},
            {text("subject"), words(message.subject)},
            {text("date"), words(message.date)}};
}

QJsonValue quotaJson(const session::MailboxSummary &summary)
{
    if (!summary.quotaUsed || !summary.quotaLimit || *summary.quotaLimit <= 0)
        return {};
    return QJsonObject{{text("used"), *summary.quotaUsed},
                       {text("limit"), *summary.quotaLimit},
                       {text("percent"), *summary.quotaUsed * 100 / *summary.quotaLimit}};
}

QJsonValue junkJson(const session::MailboxSummary &summary)
{
    if (summary.junkFolder.isEmpty())
        return {};
    return QJsonObject{{text("folder"), summary.junkFolder},
                       {text("messages"), number(summary.junkMessages)},
                       {text("unseen"), number(summary.junkUnseen)},
                       {text("hidden"), summary.junkHidden}};
}

QJsonValue blockedJson(const std::optional<session::Blocker> &blocker)
{
    if (!blocker)
        return {};
    QJsonObject json = messageJson(blocker->message);
    json.insert(text("uidl"), words(blocker->uidl));
    json.insert(text("defect"), blocker->defect);
    return json;
}

void sayMessage(const session::MailboxMessage &message, const QString &pattern)
{
    // The day is enough to find it by
    say(QStringLiteral("  ")
        + pattern.arg(QString::number(message.number), knowledge::sizeText(message.bytes),
                      message.date.left(10), message.from, message.subject));
}

} // namespace

QJsonObject mailboxJson(const session::MailboxSummary &summary, const std::optional<Rescued> &rescued)
{
    QJsonArray largest;
    for (const session::MailboxMessage &message : summary.largest)
        largest.append(messageJson(message));
    QJsonObject json{
        {text("messages"), number(summary.messages)}, {text("bytes"), number(summary.bytes)},
        {text("oldest"), words(summary.oldest)},      {text("largest"), largest},
        {text("quota"), quotaJson(summary)},          {text("junk"), junkJson(summary)},
        {text("searched"), number(summary.searched)}, {text("blocked_at"), blockedJson(summary.blocker)}};
    if (rescued)
        json.insert(text("rescued"),
                    QJsonObject{{text("file"), rescued->file},
                                {text("complete"), rescued->why.isEmpty()},
                                {text("why"), words(rescued->why)}});
    return json;
}

void sayMailbox(const session::MailboxSummary &summary, const Words &words)
{
    const auto line = [&words](const char *key) { return QStringLiteral("  ") + words(text(key)); };
    if (!summary.messages)
        return say(line("mailbox.not-seen"));
    say(line("mailbox.count")
            .arg(QString::number(*summary.messages),
                 summary.bytes ? knowledge::sizeText(*summary.bytes) : QStringLiteral("?")));
    if (!summary.oldest.isEmpty())
        say(line("mailbox.oldest").arg(summary.oldest.left(10)));
    if (summary.quotaUsed && summary.quotaLimit && *summary.quotaLimit > 0)
        say(line("mailbox.quota")
                .arg(knowledge::sizeText(*summary.quotaUsed), knowledge::sizeText(*summary.quotaLimit),
                     QString::number(*summary.quotaUsed * 100 / *summary.quotaLimit)));
    if (!summary.junkFolder.isEmpty())
        say(line(summary.junkHidden ? "mailbox.junk-hidden" : "mailbox.junk")
                .arg(summary.junkFolder, QString::number(summary.junkMessages.value_or(0)),
                     QString::number(summary.junkUnseen.value_or(0))));
    if (!summary.largest.isEmpty())
        say(line("mailbox.largest"));
    for (const session::MailboxMessage &message : summary.largest)
        sayMessage(message, QStringLiteral("  ") + words(text("mailbox.message")));
    if (summary.searched)
        say(line("mailbox.searched").arg(*summary.searched));
    if (summary.blocker) {
        say(line("mailbox.blocked"));
        sayMessage(summary.blocker->message, QStringLiteral("  ") + words(text("mailbox.message")));
    }
}

} // namespace cli
