#include "knowledge/load_error.h"

namespace knowledge {

QString LoadError::text() const
{
    QString text = file;
    if (line > 0)
        text += QStringLiteral(":%1").arg(line);
    if (!key.isEmpty())
        text += QStringLiteral(": ") + key;
    return text + QStringLiteral(": ") + why;
}

} // namespace knowledge
