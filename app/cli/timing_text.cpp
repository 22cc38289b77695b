#include "cli/timing_text.h"

#include "cli/lines_text.h"
#include "cli/output.h"

#include <algorithm>

namespace cli {

namespace {

QString shown(const std::optional<qint64> &milliseconds)
{
    return milliseconds ? QString::number(double(*milliseconds) / 1000, 'f', 1) : QStringLiteral("-");
}

QString size(qint64 bytes)
{
    return bytes >= 1024 * 1024 ? QStringLiteral("%1 MB").arg(bytes / 1024 / 1024)
                                : QStringLiteral("%1 kB").arg(bytes / 1024);
}

} // namespace

bool anyMeasured(const session::Diagnosis &diagnosis)
{
    const QList<session::TimingRun> runs = diagnosis.timingRuns();
    return std::any_of(runs.begin(), runs.end(),
                       [](const session::TimingRun &run) { return run.dotToReplyMs.has_value(); });
}

QJsonObject timingJson(const session::Diagnosis &diagnosis)
{
    const auto text = [](const char *key) { return QString::fromLatin1(key); };
    QJsonArray runs, apps;
    for (const session::TimingRun &run : diagnosis.timingRuns())
        runs.append(QJsonObject{{text("bytes"), run.bytes},
                                {text("connect_s"), secondsOf(run.connectMs)},
                                {text("tls_s"), secondsOf(run.tlsMs)},
                                {text("auth_s"), secondsOf(run.authMs)},
                                {text("upload_s"), secondsOf(run.uploadMs)},
                                {text("dot_to_reply_s"), secondsOf(run.dotToReplyMs)},
                                {text("arrived_s"), secondsOf(run.arrivedMs)},
                                {text("failure"), model::name(run.failure)},
                                {text("finished"), run.finished}});
    for (const session::Patience &one : diagnosis.patience())
        apps.append(QJsonObject{{text("id"), one.program},
                                {text("timeout_s"), one.seconds},
                                {text("found"), one.found},
                                {text("confirmed"), one.confirmed},
                                {text("would_time_out"), one.wouldTimeOut}});
    return {{text("runs"), runs},
            {text("needed_timeout_s"), diagnosis.neededTimeoutSeconds()},
            {text("apps"), apps}};
}

void sayTiming(const session::Diagnosis &diagnosis, const Words &words)
{
    for (const session::TimingRun &run : diagnosis.timingRuns()) {
        if (run.dotToReplyMs)
            say(QStringLiteral("  ")
                + words(QStringLiteral("timing.run"))
                      .arg(padded(size(run.bytes), 7), shown(run.uploadMs), shown(run.dotToReplyMs),
                           shown(run.arrivedMs)));
        else
            say(QStringLiteral("  ")
                + words(QStringLiteral("timing.failed"))
                      .arg(padded(size(run.bytes), 7), model::name(run.failure)));
    }
    say();
    for (const session::Patience &one : diagnosis.patience()) {
        const char *key = one.wouldTimeOut ? "timing.too-short" : "timing.enough";
        const QString where
            = words(one.found ? QStringLiteral("timing.found") : QStringLiteral("timing.common"));
        say(QStringLiteral("  ") + padded(one.program, 20)
            + padded(QStringLiteral("%1 s").arg(one.seconds), 8) + padded(words(QString::fromLatin1(key)), 24)
            + where);
    }
    if (diagnosis.neededTimeoutSeconds() > 0)
        say(u'\n' + words(QStringLiteral("timing.needed")).arg(diagnosis.neededTimeoutSeconds()));
}

} // namespace cli
