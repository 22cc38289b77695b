// The second half of a visit: remedies, what changed, and the report.
#include "remedies/remedy.h"
#include "report/report.h"
#include "session/diagnosis.h"
#include "session/diagnosis_private.h"
#include "session/remedies_of_visit.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace session {

MailboxSummary Diagnosis::mailbox() const
{
    return mailboxOf(d->visit, verdict());
}

void Diagnosis::rescue(const QString &path)
{
    const auto blocker = blockerOf(d->visit, verdict());
    const QString why = !blocker || d->runner.isBusy()
        ? QStringLiteral("not-tried")
        : d->rescue.start(path, *blocker, d->visit, d->world.environment, d->password);
    // From the event loop, as everything that is told
    if (!why.isEmpty())
        QMetaObject::invokeMethod(
            this, [this, path, why] { emit rescued(path, why); }, Qt::QueuedConnection);
}

QStringList Diagnosis::remedies() const
{
    return applicableRemedies(d->visit);
}

QList<model::Change> Diagnosis::preview(const QString &remedy) const
{
    const remedies::Remedy *found = remedies::remedyNamed(remedy);
    return found && found->applies(d->visit) ? found->preview(d->visit) : QList<model::Change>();
}

void Diagnosis::apply(const QString &remedy)
{
    d->changes->apply(remedy, d->visit);
}

void Diagnosis::undo(const QString &entry)
{
    d->changes->undo(entry);
}

QList<model::JournalEntry> Diagnosis::journal() const
{
    return d->changes->entries();
}

void Diagnosis::refreshApps()
{
    if (d->error.isEmpty())
        d->apps.start(d->places());
}

QString Diagnosis::saveReport(const QString &path, const QString &language) const
{
    report::Options options;
    options.language = language;
    const QString format = QFileInfo(path).suffix().toLower();
    QByteArray content;
    if (format == u"md")
        content = report::toMarkdown(d->visit, verdict(), journal(), knowledge(), options).toUtf8();
    else if (format == u"html")
        content = reportHtml(language).toUtf8();
    else if (format == u"json")
        content
            = QJsonDocument(
                  report::toJson(d->visit, verdict(), knowledge(), language,
                                 double(d->visit.startedAt.msecsTo(QDateTime::currentDateTimeUtc())) / 1000))
                  .toJson();
    else
        return QStringLiteral("format-unknown: ") + path;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return QStringLiteral("not-writable: ") + path + QStringLiteral(": ") + file.errorString();
    return {};
}

QString Diagnosis::reportHtml(const QString &language) const
{
    report::Options options;
    options.language = language;
    return report::toHtml(d->visit, verdict(), journal(), knowledge(), options);
}

} // namespace session
