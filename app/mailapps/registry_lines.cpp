#include "mailapps/registry_lines.h"

#include "model/charset.h"

#include <QStringDecoder>
#include <QtEndian>
#include <algorithm>

namespace mailapps {

RegistryLines::RegistryLines(const QByteArray &bytes) : m_bytes(bytes)
{
    const auto begins
        = [&bytes](const char *mark, qsizetype size) { return bytes.startsWith(QByteArrayView(mark, size)); };
    if (begins("\xff\xfe", 2) || begins("R\0", 2) || begins("W\0", 2))
        m_encoding = Encoding::Utf16Little; // some editors leave the mark out
    else if (begins("\xfe\xff", 2))
        m_encoding = Encoding::Utf16Big;
    else if (begins("REGEDIT4", 8))
        m_encoding = Encoding::Cp932;
    if (begins("\xff\xfe", 2) || begins("\xfe\xff", 2))
        m_at = 2;
    else if (begins("\xef\xbb\xbf", 3))
        m_at = 3;
    if (m_encoding == Encoding::Utf16Little || m_encoding == Encoding::Utf16Big)
        m_width = 2;
}

char16_t RegistryLines::unit(qsizetype at) const
{
    const char *byte = m_bytes.constData() + at;
    if (m_width == 1)
        return char16_t(uchar(*byte));
    return m_encoding == Encoding::Utf16Little ? qFromLittleEndian<char16_t>(byte)
                                               : qFromBigEndian<char16_t>(byte);
}

qsizetype RegistryLines::lineEnd() const
{
    qsizetype at = m_at;
    // Neither byte can be the second of a character in UTF-8 or in code page 932.
    while (at + m_width <= m_bytes.size() && unit(at) != u'\n' && unit(at) != u'\r')
        at += m_width;
    return at;
}

void RegistryLines::decode(qsizetype size)
{
    const QByteArrayView raw(m_bytes.constData() + m_at, size);
    m_isDamaged = false;
    if (m_width == 2) {
        m_line.resize(size / 2);
        if (m_encoding == Encoding::Utf16Little)
            qFromLittleEndian<char16_t>(raw.data(), m_line.size(), m_line.data());
        else
            qFromBigEndian<char16_t>(raw.data(), m_line.size(), m_line.data());
        return;
    }
    const auto plain = [](char byte) { return uchar(byte) < 0x80; };
    if (std::all_of(raw.begin(), raw.end(), plain)) {
        m_line = QString::fromLatin1(raw);
        return;
    }
    if (m_encoding == Encoding::Utf8) {
        QStringDecoder decoder(QStringConverter::Utf8);
        m_line = decoder(raw);
        if (!decoder.hasError())
            return;
    }
    const auto text = model::fromCp932(raw.toByteArray());
    m_isDamaged = !text;
    m_line = text ? *text : QString::fromLatin1(raw);
}

bool RegistryLines::next()
{
    if (m_at + m_width > m_bytes.size())
        return false;
    const qsizetype end = lineEnd(), longest = lineCap * m_width;
    m_isCut = end - m_at > longest;
    decode(m_isCut ? longest : end - m_at);
    m_line = std::move(m_line).trimmed();
    ++m_number;
    m_at = end;
    if (m_at + m_width <= m_bytes.size()) {
        const bool pair
            = unit(m_at) == u'\r' && m_at + 2 * m_width <= m_bytes.size() && unit(m_at + m_width) == u'\n';
        m_at += pair ? 2 * m_width : m_width;
    }
    return true;
}

} // namespace mailapps
