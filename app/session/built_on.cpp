#include "session/built_on.h"

#include <QLocale>

namespace session {

QDate builtOn()
{
    // "Nov  2 2026": the day is filled up with a blank.
    return QLocale::c().toDate(QString::fromLatin1(__DATE__).simplified(), QStringLiteral("MMM d yyyy"));
}

} // namespace session
