#include "support/places.h"

namespace support {

QString inSource(const char *path)
{
    return QStringLiteral(TODOKU_SOURCE_DIR "/") + QLatin1StringView(path);
}

QString inBin(const char *path)
{
    return QStringLiteral(TODOKU_BIN_DIR "/") + QLatin1StringView(path);
}

} // namespace support
