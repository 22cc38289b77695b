// mailapps: programs, accounts, waiting times and outboxes on this PC; reads, never writes.
#include "mailapps/reader.h"

#include "cli/catalogue.h"
#include "cli/lines_text.h"
#include "cli/mailapp_json.h"
#include "cli/output.h"

#include <QDir>
#include <algorithm>

namespace cli {

namespace {

void sayAccount(const model::Account &account)
{
    say(QStringLiteral("    ") + account.address);
    for (const auto &server : {account.incoming, account.outgoing})
        if (server)
            say(QStringLiteral("      %1 %2 %3  %4")
                    .arg(padded(model::name(server->endpoint.protocol), 5),
                         padded(server->endpoint.text(), 36),
                         padded(model::name(server->endpoint.security), 9), server->user));
}

void sayProfile(const model::AppProfile &profile, const Words &words)
{
    say(QStringLiteral("  ") + profile.path);
    for (const model::Account &account : profile.accounts)
        sayAccount(account);
    if (profile.timeoutSeconds)
        say(QStringLiteral("    ") + words(QStringLiteral("apps.timeout")).arg(*profile.timeoutSeconds));
    if (profile.offline.value_or(false))
        say(QStringLiteral("    ") + words(QStringLiteral("apps.offline")));
    for (const model::Outbox &outbox : profile.outboxes)
        if (outbox.count > 0)
            say(QStringLiteral("    ")
                + words(QStringLiteral("apps.outbox")).arg(outbox.count).arg((outbox.bytes + 1023) / 1024));
    const auto unknown = [](const model::Outbox &outbox) { return outbox.count == 0 && !outbox.complete; };
    if (std::any_of(profile.outboxes.begin(), profile.outboxes.end(), unknown))
        say(QStringLiteral("    ") + words(QStringLiteral("apps.outbox-unknown")));
    for (const model::Unreadable &file : profile.unreadable)
        say(QStringLiteral("    ") + words(QStringLiteral("apps.unreadable")).arg(file.path, file.why));
}

/// What is wrong with a registry export; the rest of it is read all the same.
int sayProblem(const model::Unreadable &problem, const Words &words)
{
    const QString where
        = problem.line == 0 ? problem.path : QStringLiteral("%1:%2").arg(problem.path).arg(problem.line);
    return refuse(where, words(QStringLiteral("error.registry")).arg(problem.why));
}

} // namespace

void declareMailApps(QCommandLineParser &) { }

int runMailApps(const Call &call)
{
    const QString home = call.options.home;
    if (!home.isEmpty() && !QDir(home).exists())
        return refuse(home, call.words(QStringLiteral("error.no-folder")));
    QList<model::Unreadable> problems;
    const mailapps::Places places = mailapps::opened({home, call.options.registryExport, {}}, &problems);
    for (const model::Unreadable &problem : problems)
        if (const int exit = sayProblem(problem, call.words); problem.line == 0)
            return exit; // nothing of it could be read
    const QList<model::MailApp> apps = mailapps::readAll(places);
    if (call.json) {
        QJsonArray list;
        for (const model::MailApp &app : apps)
            list.append(toJson(app));
        printJson({{QStringLiteral("apps"), list}});
        return apps.isEmpty() ? Undecided : Fine;
    }
    if (apps.isEmpty())
        say(call.words(QStringLiteral("apps.none")));
    for (const model::MailApp &app : apps) {
        const QString running = app.running ? call.words(QStringLiteral("apps.running")) : QString();
        say(QStringList{app.id, app.version, running}.join(u' ').simplified());
        for (const model::AppProfile &profile : app.profiles)
            sayProfile(profile, call.words);
    }
    return apps.isEmpty() ? Undecided : Fine;
}

} // namespace cli
