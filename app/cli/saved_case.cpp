#include "cli/saved_case.h"

#include "cli/output.h"
#include "report/report.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace cli {

namespace {

constexpr qint64 largestCase = 16 * 1024 * 1024; // faults.md 3.0, "Settings file"

int lineAt(const QByteArray &content, qsizetype offset)
{
    return int(content.left(offset).count('\n')) + 1;
}

} // namespace

std::optional<model::Case> readSavedCase(const QString &path, const Words &words)
{
    QFile file(path);
    const QFileInfo info(path);
    if (!info.isFile() || info.size() > largestCase) {
        refuse(path, words(QStringLiteral("error.case-file")));
        return std::nullopt;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        refuse(path, file.errorString());
        return std::nullopt;
    }
    const QByteArray content = file.readAll();
    QJsonParseError wrong;
    const QJsonDocument document = QJsonDocument::fromJson(content, &wrong);
    if (!document.isObject()) {
        const bool syntax = wrong.error != QJsonParseError::NoError;
        refuse(path + u':' + QString::number(syntax ? lineAt(content, wrong.offset) : 1),
               syntax ? wrong.errorString() : words(QStringLiteral("error.case-file")));
        return std::nullopt;
    }
    knowledge::LoadError error;
    auto saved = report::readCase(document.object(), &error);
    if (!saved)
        refuse(path, error.key.isEmpty() ? error.why : error.key + QStringLiteral(": ") + error.why);
    return saved;
}

} // namespace cli
