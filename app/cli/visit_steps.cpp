#include "cli/visit_steps.h"

#include "cli/lines_text.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/timing_text.h"

#include "remedies/remedy.h"

#include <algorithm>

namespace cli {

namespace {

struct Trouble
{
    const char *symptom;
    const char *words;
};

// In the order in which they are offered; Enter takes the first
constexpr Trouble troubles[] = {
    {"sent-many-times", "trouble.sent-many-times"},
    {"cannot-send", "trouble.cannot-send"},
    {"cannot-receive", "trouble.cannot-receive"},
    {"password-asked", "trouble.password-asked"},
};

bool aboutSending(const QString &symptom)
{
    return symptom == u"sent-many-times" || symptom == u"cannot-send";
}

} // namespace

bool VisitSteps::address() const
{
    const session::Diagnosis &diagnosis = walk.diagnosis();
    if (diagnosis.visit().practice) {
        say(words("visit.practice").arg(diagnosis.visit().address));
        return true;
    }
    if (!diagnosis.visit().address.isEmpty() || !prompt.interactive())
        return true;
    while (!walk.interrupted()) {
        const QString given = prompt.ask(words("visit.address"));
        if (given.isEmpty())
            return true; // a guest: the mail program's own account
        const session::AddressCheck check = session::Diagnosis::checkAddress(given);
        if (check.changed && check.valid)
            say(words("address.corrected").arg(check.corrected));
        if (check.valid) {
            walk.diagnosis().setAddress(check.corrected);
            return true;
        }
        say(words("error.address"));
    }
    return false;
}

bool VisitSteps::look() const
{
    say(u'\n' + words("visit.look"));
    if (!walk.look())
        return false;
    if (walk.diagnosis().wantsPassword() && prompt.interactive()) {
        say(words("visit.password-why").arg(walk.diagnosis().loginHost()));
        model::Secret password = prompt.password(words("visit.password"));
        if (!password.isEmpty() && !walk.waitFor(&session::Diagnosis::looked, [&] {
                walk.diagnosis().offerPassword(std::move(password), false);
            }))
            return false;
    }
    sayLines(walk.diagnosis().lines(), call.words);
    return true;
}

bool VisitSteps::question() const
{
    session::Diagnosis &diagnosis = walk.diagnosis();
    if (diagnosis.visit().symptom.isEmpty()) {
        say(u'\n' + words("visit.question"));
        for (qsizetype i = 0; i < qsizetype(std::size(troubles)); ++i)
            say(QStringLiteral("  %1  %2").arg(i + 1).arg(words(troubles[i].words)));
        const int chosen = std::clamp(prompt.ask(words("visit.choose")).toInt(), 1, int(std::size(troubles)));
        diagnosis.setSymptom(QString::fromLatin1(troubles[chosen - 1].symptom));
        if (!prompt.interactive())
            say(QStringLiteral("  > ") + words(troubles[chosen - 1].words));
    }
    // Where the servers cannot even be reached there is nothing to measure
    return aboutSending(diagnosis.visit().symptom) && diagnosis.visit().reached(model::Protocol::Smtp);
}

bool VisitSteps::stop() const
{
    say(u'\n' + words("visit.stop"));
    sayGuide(QStringLiteral("go-offline"));
    const QString remedy = remedyFor(u"set-outbox-aside");
    if (remedy.isEmpty()) {
        say(QStringLiteral("  ") + words("visit.outbox-empty"));
        return true;
    }
    return apply(remedy);
}

bool VisitSteps::measure() const
{
    const QList<qint64> sizes = readSizes(call.parser.value(QStringLiteral("sizes")));
    say(u'\n' + words("visit.measure"));
    if (!prompt.yes(words("visit.measure-yes").arg(sizes.size())))
        return true;
    if (!walk.time(sizes))
        return false;
    sayTiming(walk.diagnosis(), call.words);
    if (!anyMeasured(walk.diagnosis()))
        return true;
    say();
    sayVerdict(walk.diagnosis().verdict(), walk.diagnosis().knowledge(), call.language, call.words);
    return true;
}

bool VisitSteps::raise() const
{
    const QString remedy = remedyFor(u"raise-timeout");
    say(u'\n' + words("visit.raise"));
    if (remedy.isEmpty()) {
        say(QStringLiteral("  ") + words("visit.nothing-to-raise"));
        return true;
    }
    return apply(remedy);
}

bool VisitSteps::prove() const
{
    say(u'\n' + words("visit.prove"));
    const QList<model::JournalEntry> journal = walk.diagnosis().journal();
    for (const model::JournalEntry &entry : journal) {
        if (!entries.contains(entry.id))
            continue;
        const remedies::Remedy *remedy = remedies::remedyNamed(entry.remedy);
        const bool stands = remedy && remedy->verify(entry);
        say(QStringLiteral("  ") + words(stands ? "remedy.verified" : "remedy.not-verified").arg(entry.id));
    }
    const QList<session::Patience> patience = walk.diagnosis().patience();
    for (const session::Patience &one : patience)
        if (one.found)
            say(QStringLiteral("  ")
                + words(one.wouldTimeOut ? "visit.still-short" : "visit.long-enough")
                      .arg(one.program)
                      .arg(one.seconds));
    return !walk.interrupted();
}

void VisitSteps::sayGuide(const QString &task) const
{
    const QList<model::MailApp> &apps = walk.diagnosis().visit().apps;
    const QString app = apps.isEmpty() ? QStringLiteral("thunderbird") : apps.first().id;
    const QString version = apps.isEmpty() ? QString() : apps.first().version;
    const auto guide = walk.diagnosis().knowledge().guide(app, task, call.language, version);
    if (!guide)
        return;
    say(QStringLiteral("  ") + guide->title);
    for (const knowledge::GuideStep &step : guide->steps)
        say(QStringLiteral("    - ") + step.text);
}

// --yes may send a test mail to oneself; it may not change a real mail program's files unseen
bool VisitSteps::mayChange() const
{
    return prompt.interactive() || walk.diagnosis().visit().practice;
}

QString VisitSteps::remedyFor(QStringView task) const
{
    const QString program = walk.diagnosis().visit().appId;
    const QStringList applicable = walk.diagnosis().remedies();
    for (const QString &id : applicable)
        if (id.section(u'.', 1) == task && (program.isEmpty() || id.section(u'.', 0, 0) == program))
            return id;
    return {};
}

bool VisitSteps::apply(const QString &remedy) const
{
    sayChanges(walk.diagnosis().preview(remedy), call.words);
    if (!mayChange()) {
        say(QStringLiteral("  ") + words("visit.change-yourself").arg(remedy));
        return true;
    }
    if (!prompt.yes(words("visit.change-yes")))
        return true;
    model::Outcome outcome;
    QObject here;
    QObject::connect(&walk.diagnosis(), &session::Diagnosis::applied, &here,
                     [&outcome](const QString &, const model::Outcome &heard) { outcome = heard; });
    // The mail programs are read again after a change: only then the verdict is true again
    if (!walk.waitFor(&session::Diagnosis::appsChanged, [&] { walk.diagnosis().apply(remedy); }))
        return false;
    if (!outcome.ok()) {
        say(QStringLiteral("  ")
            + call.words(QStringLiteral("refusal.") + model::name(outcome.refusal)).arg(outcome.file));
        return true;
    }
    entries.append(outcome.entry);
    say(QStringLiteral("  ") + words("remedy.done").arg(outcome.entry));
    return true;
}

} // namespace cli
