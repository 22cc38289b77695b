// The Japanese code page of Windows (Shift_JIS with Microsoft's additions), in which older mail programs keep
// their settings. Qt has it only where it was built with ICU, and on Windows it was not.
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace mailapps {

/// Nothing if the bytes are not valid in this code page.
std::optional<QString> fromCp932(const QByteArray &bytes);
/// Nothing if a character has no place in it.
std::optional<QByteArray> toCp932(const QString &text);

} // namespace mailapps
