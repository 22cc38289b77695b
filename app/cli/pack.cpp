// pack check: is this provider pack sound? Says file, line and key of what is not.
#include "cli/catalogue.h"
#include "cli/output.h"

#include "knowledge/knowledge.h"

#include <QFileInfo>

namespace cli {

void declarePack(QCommandLineParser &) { }

int runPack(const Call &call)
{
    if (call.arguments.size() != 2 || call.arguments.first() != u"check")
        return refuse(QStringLiteral("pack"), call.words(QStringLiteral("error.pack")));
    const QString path = call.arguments.at(1);
    const QFileInfo info(path);
    if (!info.isFile() || !info.isReadable())
        return refuse(path, call.words(QStringLiteral("error.no-file")));
    const auto pack = knowledge::readPack(path);
    const auto *error = std::get_if<knowledge::LoadError>(&pack);
    return tellCheck(call.json, error, call.words(QStringLiteral("pack.sound")).arg(path), false);
}

} // namespace cli
