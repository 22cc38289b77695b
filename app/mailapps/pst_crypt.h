// The two ways in which Outlook garbles the blocks of a data file ("compressible" is its default). Neither
// has a key that a person knows: they keep searches from finding text, no more ([MS-PST] 5).
#pragma once

#include <QByteArray>

namespace mailapps::pst {

enum class Crypt
{
    None = 0,
    Permute = 1,
    Cyclic = 2
};

QByteArray decrypted(QByteArray block, Crypt method, quint64 bid);

} // namespace mailapps::pst
