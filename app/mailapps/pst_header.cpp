#include "mailapps/pst_header.h"

#include "mailapps/pst_bytes.h"

namespace mailapps::pst {

Kind kindOf(const QByteArray &header)
{
    if (header.size() < headerSize || !header.startsWith("!BDN"))
        return Kind::None;
    const auto version = numberAt<quint16>(header, 10);
    if (version == 14 || version == 15)
        return Kind::Ansi;
    if (version < 21)
        return Kind::None;
    return version < 36 ? Kind::Unicode : Kind::Large;
}

Header readHeader(const QByteArray &header)
{
    Header found;
    found.kind = kindOf(header);
    const bool unicode = found.kind != Kind::Ansi;
    const auto place = [&](qsizetype at) {
        return Place{wideAt(header, at, unicode), qint64(wideAt(header, at + (unicode ? 8 : 4), unicode))};
    };
    found.nodes = place(unicode ? 216 : 184);
    found.blocks = place(unicode ? 232 : 192);
    found.crypt = byteAt(header, unicode ? 513 : 461);
    return found;
}

} // namespace mailapps::pst
