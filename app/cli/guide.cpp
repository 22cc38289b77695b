// guide: a walk-through as text. Without arguments: which ones there are.
#include "cli/catalogue.h"
#include "cli/output.h"

#include "knowledge/guide_reader.h"
#include "knowledge/knowledge.h"

namespace cli {

namespace {

QString text(const char *key)
{
    return QString::fromLatin1(key);
}

QJsonObject stepJson(const knowledge::GuideStep &step)
{
    QJsonObject labels;
    for (auto label = step.labels.begin(); label != step.labels.end(); ++label)
        labels.insert(label.key(), label.value());
    const QJsonValue watch = step.watch.kind.isEmpty()
        ? QJsonValue()
        : QJsonValue(QJsonObject{{text("kind"), step.watch.kind}, {text("expected"), step.watch.expected}});
    return {{text("id"), step.id},     {text("text"), step.text},
            {text("look"), step.look}, {text("picture"), step.picture},
            {text("labels"), labels},  {text("wait_minutes"), step.waitMinutes},
            {text("watch"), watch}};
}

QJsonArray editionsJson(const knowledge::Guide &guide)
{
    QJsonArray list;
    for (const knowledge::GuideEdition &edition : guide.editions)
        list.append(QJsonObject{{text("id"), edition.id}, {text("name"), edition.name}});
    return list;
}

void sayHead(const knowledge::Guide &guide)
{
    say(guide.title);
    for (const knowledge::GuideEdition &edition : guide.editions) {
        if (edition.id == guide.edition)
            say(u'[' + edition.name + u']');
    }
    if (!guide.note.isEmpty())
        say(guide.note);
}

int sayList(const knowledge::Knowledge &knowledge, const Call &call)
{
    QJsonArray list;
    for (const auto &[app, task] : knowledge.guides()) {
        list.append(QJsonObject{{text("app"), app}, {text("task"), task}});
        if (!call.json)
            say(app + u' ' + task);
    }
    if (call.json)
        printJson({{text("guides"), list}});
    return Fine;
}

} // namespace

void declareGuide(QCommandLineParser &parser)
{
    parser.addOption(
        {QStringLiteral("step"), QStringLiteral("Only this step, from 1."), QStringLiteral("N")});
    parser.addOption({QStringLiteral("seconds"),
                      QStringLiteral("The waiting time that the steps are to name (default 600)."),
                      QStringLiteral("N"), QStringLiteral("600")});
    parser.addOption(
        {QStringLiteral("edition"),
         QStringLiteral("The steps as they are in this edition of the program; --json lists them."),
         QStringLiteral("ID")});
}

int runGuide(const Call &call)
{
    const auto loaded = knowledge::Knowledge::load();
    if (const auto *error = std::get_if<knowledge::LoadError>(&loaded))
        return refuse(error->file, error->text());
    const auto &knowledge = std::get<knowledge::Knowledge>(loaded);
    if (call.arguments.isEmpty())
        return sayList(knowledge, call);
    if (call.arguments.size() != 2)
        return refuse(QStringLiteral("guide"), call.words(QStringLiteral("error.guide")));
    const QString app = call.arguments.at(0), task = call.arguments.at(1);
    if (!knowledge.guides().contains({app, task}))
        return refuse(call.arguments.join(u' '), call.words(QStringLiteral("error.guide-unknown")));
    const QString edition = call.parser.value(QStringLiteral("edition"));
    const auto found = edition.isEmpty() ? knowledge.guide(app, task, call.language)
                                         : knowledge.guideEdition(app, task, call.language, edition);
    if (!found)
        return refuse(QStringLiteral("--edition ") + edition, call.words(QStringLiteral("error.edition")));
    const QString given = call.parser.value(QStringLiteral("seconds"));
    const int seconds = given.toInt();
    if (seconds < 1 || seconds > 3600)
        return refuse(QStringLiteral("--seconds ") + given, call.words(QStringLiteral("error.seconds")));
    const std::optional<knowledge::Guide> guide = knowledge::filled(*found, seconds);
    int only = 0;
    if (call.parser.isSet(QStringLiteral("step"))) {
        only = call.parser.value(QStringLiteral("step")).toInt();
        if (only < 1 || only > guide->steps.size())
            return refuse(QStringLiteral("--step ") + call.parser.value(QStringLiteral("step")),
                          call.words(QStringLiteral("error.step")).arg(guide->steps.size()));
    }
    QJsonArray steps;
    if (!call.json)
        sayHead(*guide);
    for (qsizetype i = 0; i < guide->steps.size(); ++i) {
        const knowledge::GuideStep &step = guide->steps.at(i);
        if (only != 0 && i + 1 != only)
            continue;
        steps.append(stepJson(step));
        if (call.json)
            continue;
        say(QStringLiteral("%1. %2").arg(i + 1).arg(step.text));
        if (!step.look.isEmpty())
            say(QStringLiteral("   ") + step.look);
    }
    if (call.json)
        printJson({{text("app"), guide->app},
                   {text("task"), guide->task},
                   {text("edition"), guide->edition},
                   {text("editions"), editionsJson(*guide)},
                   {text("title"), guide->title},
                   {text("note"), guide->note},
                   {text("steps"), steps}});
    return Fine;
}

} // namespace cli
