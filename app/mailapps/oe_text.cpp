#include "mailapps/oe_text.h"

#include <QStringDecoder>
#include <QStringEncoder>

namespace mailapps {

std::optional<OeText> OeText::of(const QByteArray &file)
{
    OeText found;
    if (file.startsWith("\xFF\xFE") || file.startsWith("\xFE\xFF"))
        found.m_markSize = 2;
    else if (file.startsWith("\xEF\xBB\xBF"))
        found.m_markSize = 3;
    // Without a mark: the first character is '<', of which UTF-16 has one byte that is zero.
    if (file.startsWith("\xFF\xFE") || file.startsWith(QByteArrayView("<\0", 2)))
        found.m_encoding = QStringConverter::Utf16LE;
    else if (file.startsWith("\xFE\xFF") || file.startsWith(QByteArrayView("\0<", 2)))
        found.m_encoding = QStringConverter::Utf16BE;

    QByteArrayView rest = QByteArrayView(file).sliced(found.m_markSize);
    // Cut in the middle of a character: that something is missing is seen by what comes after us.
    if (found.m_encoding != QStringConverter::Utf8 && rest.size() % 2 != 0)
        rest.chop(1);
    QStringDecoder decoder(found.m_encoding, QStringConverter::Flag::Stateless);
    found.m_text = decoder(rest);
    // Places in the text are places in the file only if it would be written down the same way.
    if (decoder.hasError() || !found.m_text.isValidUtf16() || found.encoded(found.m_text) != rest)
        return std::nullopt;
    return found;
}

qsizetype OeText::byteAt(qsizetype index) const
{
    if (m_encoding == QStringConverter::Utf8)
        return m_markSize + QStringView(m_text).first(index).toUtf8().size();
    return m_markSize + 2 * index;
}

QByteArray OeText::encoded(QStringView text) const
{
    QStringEncoder encoder(m_encoding, QStringConverter::Flag::Stateless);
    return encoder(text);
}

} // namespace mailapps
