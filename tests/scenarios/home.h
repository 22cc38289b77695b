// A person's home folder for one world: a mail program's profile, and any other files.
#pragma once

#include <QJsonObject>
#include <QString>

namespace scenario {

/// Below the home: the registry of this person's Windows, as an export of it.
inline constexpr QLatin1String registryFile("/registry.reg");

/// Writes what "profile", "files" and "registry" describe below `folder`. Empty, or what went wrong.
QString furnish(const QString &folder, const QJsonObject &description);

/// Creates the folders above it, too. Empty, or what went wrong.
QString writeFile(const QString &path, const QByteArray &content);

} // namespace scenario
