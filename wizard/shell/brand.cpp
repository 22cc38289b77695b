#include "wizard/shell/brand.h"

#include "knowledge/brand_reader.h"
#include "knowledge/knowledge.h"

#include <QDir>
#include <QFile>

namespace wizard::shell {

static const QString house = QStringLiteral("todoku");

static void lay(Palette &over, const QMap<QString, QString> &colours)
{
    static const struct
    {
        const char *key;
        QColor Palette::*colour;
    } table[] = {{"accent", &Palette::accent},
                 {"on_accent", &Palette::onAccent},
                 {"accent_deep", &Palette::accentDeep},
                 {"accent_soft", &Palette::accentSoft},
                 {"on_accent_soft", &Palette::onAccentSoft},
                 {"page", &Palette::page}};
    for (const auto &row : table)
        if (const QString colour = colours.value(QLatin1String(row.key)); !colour.isEmpty())
            over.*row.colour = QColor(colour);
}

bool Brand::isHouse() const
{
    return id == house;
}

QStringList brandIds()
{
    return QDir(QStringLiteral(":/brands")).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

Brand brandNamed(const QString &id)
{
    const QString folder = QStringLiteral(":/brands/") + id, file = folder + QStringLiteral("/brand.json");
    const auto face = knowledge::readBrand(file);
    if (const auto *error = std::get_if<knowledge::LoadError>(&face)) {
        if (QFile::exists(file))
            qWarning("%s", qPrintable(error->text()));
        return id == house ? Brand() : brandNamed(house);
    }
    const auto &read = std::get<knowledge::Brand>(face);
    Brand brand;
    brand.id = id;
    brand.name = read.name;
    brand.logo = folder + QStringLiteral("/logo.svg");
    brand.welcomeTitle = read.welcomeTitle;
    brand.welcomeLead = read.welcomeLead;
    lay(brand.light, read.light);
    lay(brand.dark, read.dark);
    if (!read.provider.isEmpty()) {
        // This one small file, for the first screen does not wait until all data have been read.
        const auto pack = knowledge::readPack(QStringLiteral(":/providers/%1.json").arg(read.provider));
        if (const auto *provider = std::get_if<model::Provider>(&pack))
            brand.provider = *provider;
    }
    return brand;
}

} // namespace wizard::shell
