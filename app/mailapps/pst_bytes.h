// Little-endian numbers out of bytes that may be damaged: behind the end everything is zero.
#pragma once

#include <QByteArray>
#include <QtEndian>

namespace mailapps::pst {

template <typename Number>
Number numberAt(const QByteArray &bytes, qsizetype at)
{
    if (at < 0 || at > bytes.size() - qsizetype(sizeof(Number)))
        return 0;
    return qFromLittleEndian<Number>(bytes.constData() + at);
}

inline quint8 byteAt(const QByteArray &bytes, qsizetype at)
{
    return numberAt<quint8>(bytes, at);
}

/// Four bytes in an ANSI file, eight in a Unicode one.
inline quint64 wideAt(const QByteArray &bytes, qsizetype at, bool unicode)
{
    return unicode ? numberAt<quint64>(bytes, at) : numberAt<quint32>(bytes, at);
}

} // namespace mailapps::pst
