#include "mailapps/pst_file.h"

#include "mailapps/pst_bytes.h"
#include "mailapps/pst_crypt.h"

namespace mailapps::pst {

namespace {

constexpr qsizetype pageSize = 512, pageCap = 1024;
constexpr qint64 blockCap = 8192;
constexpr qsizetype blocksCap = 4096; // of one node: 32 MiB
constexpr quint8 nodePage = 0x81, blockPage = 0x80;
constexpr quint8 dataTree = 1, subTree = 2;

/// Bit 0 of a block number is reserved; bit 1 marks the blocks of the file's own making, never encrypted.
quint64 plain(quint64 bid)
{
    return bid & ~quint64(1);
}

bool isInternal(quint64 bid)
{
    return bid & 2;
}

} // namespace

File::File(QIODevice &device, int milliseconds) : m_device(device), m_deadline(milliseconds)
{
    m_header = readHeader(bytes(0, headerSize));
}

QByteArray File::bytes(qint64 at, qint64 size)
{
    ++m_reads;
    if (at < 0 || size <= 0 || at > m_device.size() - size || isSpent() || !m_device.seek(at))
        return {};
    const QByteArray read = m_device.read(size);
    return read.size() == size ? read : QByteArray();
}

QByteArray File::page(qint64 at, quint8 type)
{
    const auto known = m_pages.constFind(at);
    if (known != m_pages.cend())
        return *known;
    const QByteArray read = bytes(at, pageSize);
    const qsizetype trailer = isUnicode() ? 496 : 500;
    if (byteAt(read, trailer) != type || byteAt(read, trailer + 1) != type)
        return {};
    if (m_pages.size() < pageCap)
        m_pages.insert(at, read);
    return read;
}

/// The leaf entry with this key; empty if there is none.
QByteArray File::entry(const Place &root, quint8 type, quint64 key)
{
    const qsizetype counts = isUnicode() ? 488 : 496, wide = isUnicode() ? 8 : 4;
    qint64 at = root.at;
    for (int above = 256; above > 0;) {
        const QByteArray read = page(at, type);
        const int count = byteAt(read, counts), size = byteAt(read, counts + 2),
                  level = byteAt(read, counts + 3);
        // The levels count down to the leaves; a page that does not is part of a circle.
        if (read.isEmpty() || level >= above || size < 3 * wide || count * size > counts)
            return {};
        above = level;
        int found = -1;
        for (int index = 0; index < count; ++index) {
            const quint64 stored = wideAt(read, index * size, isUnicode());
            // Bit 0 of a node's number belongs to its type.
            const quint64 own = type == blockPage ? plain(stored) : quint32(stored);
            if (level == 0 ? own == key : own <= key)
                found = index;
        }
        if (found < 0)
            return {};
        if (level == 0)
            return read.mid(found * size, size);
        at = qint64(wideAt(read, found * size + 2 * wide, isUnicode()));
    }
    return {};
}

std::optional<Node> File::node(quint32 nid)
{
    const qsizetype wide = isUnicode() ? 8 : 4;
    const QByteArray found = entry(m_header.nodes, nodePage, nid);
    if (found.isEmpty())
        return std::nullopt;
    return Node{wideAt(found, wide, isUnicode()), wideAt(found, 2 * wide, isUnicode())};
}

std::optional<QByteArray> File::block(quint64 bid)
{
    const QByteArray found = entry(m_header.blocks, blockPage, plain(bid));
    const bool unicode = isUnicode();
    const qsizetype wide = unicode ? 8 : 4;
    const auto at = qint64(wideAt(found, wide, unicode));
    const qint64 size = numberAt<quint16>(found, 2 * wide), trailer = unicode ? 16 : 12;
    const qint64 whole = (size + trailer + 63) / 64 * 64;
    if (found.isEmpty() || whole > blockCap)
        return std::nullopt;
    const QByteArray read = bytes(at, whole), tail = read.right(trailer);
    const quint64 own = wideAt(tail, unicode ? 8 : 4, unicode);
    if (read.isEmpty() || numberAt<quint16>(tail, 0) != size || plain(own) != plain(bid))
        return std::nullopt; // another block has been written over it
    const QByteArray data = read.left(size);
    return isInternal(bid) ? data : decrypted(data, Crypt(m_header.crypt), bid);
}

bool File::gather(quint64 bid, int depth, Blocks *found)
{
    const auto data = block(bid);
    if (!data || found->size() >= blocksCap)
        return false;
    if (!isInternal(bid)) {
        found->append(*data);
        return true;
    }
    if (byteAt(*data, 0) != dataTree || depth == 0)
        return false;
    const int count = numberAt<quint16>(*data, 2);
    for (int index = 0; index < count; ++index)
        if (!gather(wideAt(*data, 8 + index * (isUnicode() ? 8 : 4), isUnicode()), depth - 1, found))
            return false;
    return true;
}

std::optional<Blocks> File::blocks(quint64 bid)
{
    Blocks found;
    if (bid == 0)
        return found;
    return gather(bid, 2, &found) ? std::optional(found) : std::nullopt;
}

std::optional<Node> File::subEntry(quint64 bid, quint32 nid, int depth)
{
    const auto data = bid == 0 ? std::nullopt : block(bid);
    if (!data || !isInternal(bid) || byteAt(*data, 0) != subTree)
        return std::nullopt;
    const bool unicode = isUnicode(), leaf = byteAt(*data, 1) == 0;
    const qsizetype wide = unicode ? 8 : 4, size = (leaf ? 3 : 2) * wide, first = unicode ? 8 : 4;
    const int count = numberAt<quint16>(*data, 2);
    std::optional<qsizetype> found;
    for (int index = 0; index < count; ++index) {
        const auto own = quint32(wideAt(*data, first + index * size, unicode));
        if (leaf ? own == nid : own <= nid)
            found = first + index * size;
    }
    if (!found || (!leaf && depth == 0))
        return std::nullopt;
    const quint64 next = wideAt(*data, *found + wide, unicode);
    return leaf ? Node{next, wideAt(*data, *found + 2 * wide, unicode)} : subEntry(next, nid, depth - 1);
}

std::optional<Node> File::subNode(quint64 bid, quint32 nid)
{
    return subEntry(bid, nid, 1);
}

} // namespace mailapps::pst
