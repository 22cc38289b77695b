#include "cli/output.h"

#include "cli/command.h"
#include "knowledge/knowledge.h"

#include <QJsonDocument>

#include <cmath>
#include <cstdio>

namespace cli {

namespace {

void write(FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

void say(const QString &line)
{
    write(stdout, line.toUtf8() + '\n');
}

void printJson(QJsonObject document)
{
    document.insert(QStringLiteral("schema"), QStringLiteral("todoku/1"));
    write(stdout, QJsonDocument(document).toJson());
}

int refuse(const QString &what, const QString &why, int exit)
{
    QString line = QStringLiteral("todoku-cli: %1: %2").arg(what, why);
    line.replace(u'\n', u' ');
    write(stderr, line.toUtf8() + '\n');
    return exit;
}

int refuse(const QString &error, const Words &words)
{
    const qsizetype colon = error.indexOf(QStringLiteral(": "));
    const QString word = error.left(colon);
    return refuse(error.mid(colon + 2), words(QStringLiteral("error.") + word));
}

int tellCheck(bool json, const knowledge::LoadError *error, const QString &sound, bool nameFile)
{
    QJsonObject found;
    if (error)
        found = {{QStringLiteral("line"), error->line},
                 {QStringLiteral("key"), error->key},
                 {QStringLiteral("why"), error->why}};
    if (error && nameFile)
        found.insert(QStringLiteral("file"), error->file);
    if (json)
        printJson({{QStringLiteral("errors"), error ? QJsonArray{found} : QJsonArray()}});
    else
        say(error ? error->text() : sound);
    return error ? Found : Fine;
}

QJsonArray toJson(const QList<model::Change> &changes)
{
    QJsonArray list;
    for (const model::Change &change : changes)
        list.append(QJsonObject{{QStringLiteral("file"), change.file},
                                {QStringLiteral("key"), change.key},
                                {QStringLiteral("old"), change.oldValue},
                                {QStringLiteral("new"), change.newValue}});
    return list;
}

QJsonArray toJson(const QList<model::Clash> &conflict)
{
    QJsonArray list;
    for (const model::Clash &clash : conflict)
        list.append(QJsonObject{
            {QStringLiteral("file"), clash.change.file},
            {QStringLiteral("key"), clash.change.key},
            {QStringLiteral("old"), clash.change.oldValue},
            {QStringLiteral("new"), clash.change.newValue},
            {QStringLiteral("now"), clash.known ? QJsonValue(clash.now) : QJsonValue(QJsonValue::Null)}});
    return list;
}

QJsonValue secondsOf(const std::optional<qint64> &milliseconds)
{
    return milliseconds ? QJsonValue(double(*milliseconds) / 1000) : QJsonValue();
}

void sayAdvice(const model::Finding &finding, const knowledge::Knowledge &knowledge, const QString &language)
{
    const knowledge::Advice advice = knowledge.advice(finding.id, language, finding.values);
    say((advice.title.isEmpty() ? finding.id : advice.title) + QStringLiteral("  [") + finding.id + u']');
    for (const QString &line : {advice.next, advice.mailLost})
        if (!line.isEmpty())
            say(QStringLiteral("    ") + line);
}

void sayVerdict(const model::Verdict &verdict, const knowledge::Knowledge &knowledge, const QString &language,
                const Words &words)
{
    if (verdict.kind != model::Verdict::Kind::Found)
        say(words(QStringLiteral("verdict.") + verdict.id()));
    bool first = verdict.kind == model::Verdict::Kind::Found;
    for (const model::Finding &finding : verdict.findings) {
        if (!first)
            say();
        sayAdvice(finding, knowledge, language);
        if (first && verdict.findings.size() > 1)
            say(u'\n' + words(QStringLiteral("verdict.also")));
        first = false;
    }
}

void sayChanges(const QList<model::Change> &changes, const Words &words)
{
    for (const model::Change &change : changes) {
        say(QStringLiteral("    ") + change.file);
        const QString old
            = change.oldValue.isEmpty() ? words(QStringLiteral("change.not-set")) : change.oldValue;
        const QString now
            = change.newValue.isEmpty() ? words(QStringLiteral("change.removed")) : change.newValue;
        say(QStringLiteral("        ") + words(QStringLiteral("change.line")).arg(change.key, old, now));
    }
}

void sayConflict(const QList<model::Clash> &conflict, const Words &words)
{
    const auto value = [&words](const QString &text) {
        return text.isEmpty() ? words(QStringLiteral("change.not-set")) : text;
    };
    for (const model::Clash &clash : conflict) {
        say(QStringLiteral("    ") + clash.change.file);
        say(QStringLiteral("        ")
            + words(QStringLiteral("remedy.clash"))
                  .arg(clash.change.key, value(clash.change.oldValue), value(clash.change.newValue),
                       clash.known ? value(clash.now) : words(QStringLiteral("remedy.clash-unknown"))));
    }
}

} // namespace cli
