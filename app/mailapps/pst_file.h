// The lower layer of an Outlook data file: nodes and their blocks, found through the two trees of pages
// ([MS-PST] 2.2). Only what is asked for is read, so that 50 GB take as long as 500 KB; and not more than
// `readCap` pieces in a few seconds, whatever is written in a damaged file.
#pragma once

#include "mailapps/pst_header.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QIODevice>
#include <QList>
#include <optional>

namespace mailapps::pst {

using Blocks = QList<QByteArray>;

struct Node
{
    quint64 data = 0, sub = 0; ///< block numbers; 0: none
};

class File
{
public:
    static constexpr int readCap = 20'000; ///< pages and blocks

    /// `device` is open, seekable and outlives this.
    explicit File(QIODevice &device, int milliseconds = 3000);

    Kind kind() const { return m_header.kind; }
    bool isUnicode() const { return m_header.kind == Kind::Unicode; }
    /// Nothing more is read: too many pieces, or too slow a disk.
    bool isSpent() const { return m_reads >= readCap || m_deadline.hasExpired(); }

    std::optional<Node> node(quint32 nid);
    /// In the tree that belongs to one node.
    std::optional<Node> subNode(quint64 bid, quint32 nid);
    /// The bytes of a node, block by block, decrypted. Nothing if one of them is missing or damaged.
    std::optional<Blocks> blocks(quint64 bid);

private:
    QByteArray bytes(qint64 at, qint64 size);
    QByteArray page(qint64 at, quint8 type);
    QByteArray entry(const Place &root, quint8 type, quint64 key);
    std::optional<QByteArray> block(quint64 bid);
    bool gather(quint64 bid, int depth, Blocks *found);
    std::optional<Node> subEntry(quint64 bid, quint32 nid, int depth);

    QIODevice &m_device;
    Header m_header;
    QDeadlineTimer m_deadline;
    int m_reads = 0;
    QHash<qint64, QByteArray> m_pages; ///< the upper pages are asked for again and again
};

} // namespace mailapps::pst
