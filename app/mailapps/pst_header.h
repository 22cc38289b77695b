// The first bytes of an Outlook data file (.pst, .ost): of which kind it is decides how large it may become
// ([MS-PST] 2.2.2.6).
#pragma once

#include <QByteArray>

namespace mailapps::pst {

enum class Kind
{
    None, ///< not a data file of Outlook
    Ansi, ///< until 2002, and what was kept from then: ends at 2 GB
    Unicode, ///< since 2003
    Large ///< .ost since 2013: pages of 4 KiB
};

inline constexpr qsizetype headerSize = 564;

/// `header`: the first headerSize bytes, or what there is of them.
Kind kindOf(const QByteArray &header);

struct Place
{
    quint64 bid = 0;
    qint64 at = 0; ///< offset in the file
};

struct Header
{
    Kind kind = Kind::None;
    Place nodes, blocks; ///< the roots of the two trees
    int crypt = 0; ///< Crypt, or what else stands there
};

Header readHeader(const QByteArray &header);

} // namespace mailapps::pst
