// report: a saved case as a document; addresses, paths and the like are masked unless asked for.
#include "report/report.h"

#include "cli/catalogue.h"
#include "cli/output.h"
#include "cli/saved_case.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace cli {

namespace {

QByteArray content(const QString &format, const session::Diagnosis &diagnosis, const report::Options &options)
{
    const model::Case &visit = diagnosis.visit();
    const QList<model::JournalEntry> changes; // a case from elsewhere: this PC's journal is not its own
    if (format == u"md")
        return report::toMarkdown(visit, diagnosis.verdict(), changes, diagnosis.knowledge(), options)
            .toUtf8();
    if (format == u"html")
        return report::toHtml(visit, diagnosis.verdict(), changes, diagnosis.knowledge(), options).toUtf8();
    return QJsonDocument(
               report::toJson(visit, diagnosis.verdict(), diagnosis.knowledge(), options.language, 0))
        .toJson();
}

} // namespace

void declareReport(QCommandLineParser &parser)
{
    parser.addOption({QStringLiteral("format"), QStringLiteral("md, html, json; several with commas."),
                      QStringLiteral("LIST"), QStringLiteral("md")});
    parser.addOption({QStringLiteral("show-private"), QStringLiteral("Addresses and paths unmasked.")});
    parser.addOption({QStringLiteral("out"), QStringLiteral("Folder to write into."), QStringLiteral("DIR"),
                      QStringLiteral(".")});
}

int runReport(const Call &call)
{
    if (call.arguments.size() != 1)
        return refuse(QStringLiteral("report"), call.words(QStringLiteral("error.report")));
    const QStringList formats = call.parser.value(QStringLiteral("format")).split(u',');
    for (const QString &format : formats) {
        if (format == u"pdf")
            return refuse(format, call.words(QStringLiteral("error.pdf")));
        if (format != u"md" && format != u"html" && format != u"json")
            return refuse(QStringLiteral("--format ") + format, call.words(QStringLiteral("error.format")));
    }
    const auto saved = readSavedCase(call.arguments.first(), call.words);
    if (!saved)
        return Usage;
    session::Diagnosis diagnosis(call.options);
    if (!diagnosis.error().isEmpty())
        return refuse(diagnosis.error(), call.words);
    diagnosis.resume(*saved);
    report::Options options;
    options.language = call.language;
    options.showPrivate = call.parser.isSet(QStringLiteral("show-private"));
    QJsonArray files;
    const QString base = QFileInfo(call.arguments.first()).completeBaseName() + QStringLiteral("-report.");
    for (const QString &format : formats) {
        const QString path = QDir(call.parser.value(QStringLiteral("out"))).filePath(base + format);
        const QByteArray bytes = content(format, diagnosis, options);
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            return refuse(path, file.errorString());
        files.append(path);
        if (!call.json)
            say(path);
    }
    if (call.json)
        printJson({{QStringLiteral("files"), files}});
    return Fine;
}

} // namespace cli
