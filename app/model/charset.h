// Text in the charsets of mail and of older mail programs, the Japanese ones first: Shift_JIS with
// Microsoft's additions (code page 932), ISO-2022-JP, EUC-JP. Qt knows them only where it was built with ICU,
// and on Windows it was not.
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace model {

/// Nothing if the bytes are not valid in this code page.
std::optional<QString> fromCp932(const QByteArray &bytes);
/// Nothing if a character has no place in it.
std::optional<QByteArray> toCp932(const QString &text);

/// `charset`: a name of IANA's or one that mail uses for it, in any case ("x-sjis", "ms_kanji", "cp50221").
/// Nothing if the charset is unknown here or the bytes are not valid in it. Vendors' additions such as ① (row
/// 13) are read in all three Japanese ones; JIS X 0212 is not.
std::optional<QString> fromCharset(const QByteArray &bytes, const QByteArray &charset);

} // namespace model
