// A text cut in two at the first place of a character; all of it is "before" where the character is missing.
#pragma once

#include <QByteArray>

namespace practice {

// QByteArray::left(-1) is empty, unlike QString's: hence these.
inline QByteArray before(const QByteArray &text, char mark)
{
    const qsizetype at = text.indexOf(mark);
    return at < 0 ? text : text.left(at);
}

inline QByteArray after(const QByteArray &text, char mark)
{
    const qsizetype at = text.indexOf(mark);
    return at < 0 ? QByteArray() : text.mid(at + 1);
}

} // namespace practice
