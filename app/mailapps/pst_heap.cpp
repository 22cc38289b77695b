#include "mailapps/pst_heap.h"

#include "mailapps/pst_bytes.h"

namespace mailapps::pst {

namespace {

constexpr quint8 heapMark = 0xec, listMark = 0xb5;
constexpr int recordCap = 200'000, deepest = 8;

} // namespace

std::optional<Heap> Heap::of(const Blocks &blocks, quint8 kind)
{
    if (blocks.isEmpty() || byteAt(blocks.first(), 2) != heapMark || byteAt(blocks.first(), 3) != kind)
        return std::nullopt;
    Heap heap;
    heap.m_blocks = blocks;
    heap.m_root = numberAt<quint32>(blocks.first(), 4);
    return heap;
}

QByteArray Heap::item(quint32 hid) const
{
    const qsizetype number = hid >> 16, index = (hid >> 5) & 0x7ff;
    if (!isHeapItem(hid) || index == 0 || number >= m_blocks.size())
        return {};
    const QByteArray &block = m_blocks.at(number);
    const qsizetype map = numberAt<quint16>(block, 0);
    if (index > numberAt<quint16>(block, map))
        return {};
    const qsizetype begin = numberAt<quint16>(block, map + 4 + 2 * (index - 1)),
                    end = numberAt<quint16>(block, map + 4 + 2 * index);
    return begin < end && end <= block.size() ? block.mid(begin, end - begin) : QByteArray();
}

bool Heap::visit(quint32 list, const Visitor &visitor) const
{
    const QByteArray header = item(list);
    const int keySize = byteAt(header, 1), valueSize = byteAt(header, 2), levels = byteAt(header, 3);
    if (byteAt(header, 0) != listMark || keySize == 0 || levels > deepest)
        return false;
    int left = recordCap;
    return visitLevel(numberAt<quint32>(header, 4), levels, keySize, valueSize, &left, visitor);
}

bool Heap::visitLevel(quint32 hid, int level, int keySize, int valueSize, int *left,
                      const Visitor &visitor) const
{
    if (hid == 0)
        return true; // an empty list
    const QByteArray records = item(hid);
    const int size = keySize + (level == 0 ? valueSize : 4);
    if (records.isEmpty() || records.size() % size != 0)
        return false;
    for (qsizetype at = 0; at < records.size(); at += size) {
        if (--*left < 0)
            return false;
        const bool goesOn = level == 0
            ? visitor({records.mid(at, keySize), records.mid(at + keySize, valueSize)})
            : visitLevel(numberAt<quint32>(records, at + keySize), level - 1, keySize, valueSize, left,
                         visitor);
        if (!goesOn)
            return false;
    }
    return true;
}

} // namespace mailapps::pst
