#include "wizard/shell/brand.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace wizard::shell {

static const QString house = QStringLiteral("todoku");

static void lay(Palette &over, const QJsonObject &colours)
{
    const struct
    {
        const char *key;
        QColor Palette::*colour;
    } table[] = {{"accent", &Palette::accent},
                 {"on_accent", &Palette::onAccent},
                 {"accent_deep", &Palette::accentDeep},
                 {"accent_soft", &Palette::accentSoft},
                 {"on_accent_soft", &Palette::onAccentSoft},
                 {"page", &Palette::page}};
    for (const auto &row : table) {
        const QColor colour(colours.value(QLatin1String(row.key)).toString());
        if (colour.isValid())
            over.*row.colour = colour;
    }
}

QStringList brandIds()
{
    return QDir(QStringLiteral(":/brands")).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

Brand brandNamed(const QString &id)
{
    const QString folder = QStringLiteral(":/brands/") + id;
    QFile file(folder + QStringLiteral("/brand.json"));
    if (!file.open(QIODevice::ReadOnly))
        return id == house ? Brand{house, {}, {}, lightPalette(), darkPalette()} : brandNamed(house);
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    Brand brand{id, {}, folder + QStringLiteral("/logo.svg"), lightPalette(), darkPalette()};
    const QJsonObject names = json.value(QLatin1String("name")).toObject();
    for (auto it = names.begin(); it != names.end(); ++it)
        brand.name.insert(it.key(), it.value().toString());
    lay(brand.light, json.value(QLatin1String("light")).toObject());
    lay(brand.dark, json.value(QLatin1String("dark")).toObject());
    return brand;
}

} // namespace wizard::shell
