// brand check: is this folder fit for an edition? Says file, line and key of what is not.
#include "cli/catalogue.h"
#include "cli/output.h"

#include "knowledge/brand_reader.h"
#include "knowledge/knowledge.h"

#include <QFileInfo>

namespace cli {

void declareBrand(QCommandLineParser &) { }

int runBrand(const Call &call)
{
    if (call.arguments.size() != 2 || call.arguments.first() != u"check")
        return refuse(QStringLiteral("brand"), call.words(QStringLiteral("error.brand")));
    const QString folder = call.arguments.at(1);
    if (!QFileInfo(folder).isDir())
        return refuse(folder, call.words(QStringLiteral("error.no-folder")));
    QString pack;
    std::optional<knowledge::LoadError> error;
    if (const QString &given = call.options.providerFileOrId; !given.isEmpty()) {
        const QString known = QStringLiteral(":/providers/%1.json").arg(given);
        if (!QFileInfo::exists(known) && !QFileInfo(given).isFile())
            return refuse(given, call.words(QStringLiteral("error.provider-unknown")));
        const auto read = knowledge::readPack(QFileInfo::exists(known) ? known : given);
        if (const auto *wrong = std::get_if<knowledge::LoadError>(&read))
            error = *wrong;
        else
            pack = std::get<model::Provider>(read).id;
    }
    if (!error)
        error = knowledge::checkBrand(folder, pack);
    return tellCheck(call.json, error ? &*error : nullptr,
                     call.words(QStringLiteral("brand.sound")).arg(folder), true);
}

} // namespace cli
