// The middle layer of an Outlook data file: a heap in the blocks of a node, and lists of records in it
// ([MS-PST] 2.3.1 and 2.3.2).
#pragma once

#include "mailapps/pst_file.h"

#include <functional>

namespace mailapps::pst {

inline constexpr quint8 propertyHeap = 0xbc, tableHeap = 0x7c;

class Heap
{
public:
    /// Nothing if this is not a heap of that kind.
    static std::optional<Heap> of(const Blocks &blocks, quint8 kind);

    quint32 root() const { return m_root; }
    /// Empty if there is no such item.
    QByteArray item(quint32 hid) const;

    struct Record
    {
        QByteArray key, value;
    };
    /// Called for each record in order; false stops.
    using Visitor = std::function<bool(const Record &)>;
    /// False: the list is damaged, or the visitor stopped it.
    bool visit(quint32 list, const Visitor &visitor) const;

private:
    bool visitLevel(quint32 hid, int level, int keySize, int valueSize, int *left,
                    const Visitor &visitor) const;

    Blocks m_blocks;
    quint32 m_root = 0;
};

/// A number that names a heap item, not a node.
inline bool isHeapItem(quint32 hnid)
{
    return (hnid & 0x1f) == 0;
}

} // namespace mailapps::pst
