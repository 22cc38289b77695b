#include "support/small_pst.h"

#include "mailapps/pst_crypt.h"

#include <QtEndian>
#include <algorithm>
#include <array>

namespace support {

namespace {

constexpr quint32 outbox = 0x8042;

QByteArray number(quint64 value, int size)
{
    QByteArray bytes;
    for (int i = 0; i < size; ++i)
        bytes.append(char(value >> 8 * i));
    return bytes;
}

QByteArray utf16(const QString &text)
{
    QByteArray bytes(text.size() * 2, '\0');
    qToLittleEndian<char16_t>(text.constData(), text.size(), bytes.data());
    return bytes;
}

QByteArray padded(QByteArray bytes, qsizetype size)
{
    return bytes.append(QByteArray(size - bytes.size(), '\0'));
}

quint32 item(int index) // of a heap, from 1
{
    return quint32(index) << 5;
}

QByteArray heap(quint8 kind, const QList<QByteArray> &items)
{
    QByteArray body(12, '\0'), map;
    for (const QByteArray &one : items) {
        map += number(quint64(body.size()), 2);
        body += one;
    }
    map += number(quint64(body.size()), 2);
    const QByteArray head = number(quint64(body.size()), 2) + '\xec' + char(kind) + number(item(1), 4);
    return body.replace(0, head.size(), head) + number(quint64(items.size()), 2) + number(0, 2) + map;
}

QByteArray list(int keySize, int valueSize, quint32 records)
{
    return QByteArray("\xb5") + char(keySize) + char(valueSize) + '\0' + number(records, 4);
}

struct Property
{
    quint16 id, type;
    QByteArray value; ///< up to four bytes: in place
};

/// In the order of their numbers.
QByteArray properties(const QList<Property> &all)
{
    QList<QByteArray> items{list(2, 6, item(2)), {}};
    for (const Property &one : all) {
        if (one.value.size() > 4)
            items.append(one.value);
        items[1] += number(one.id, 2) + number(one.type, 2)
            + (one.value.size() > 4 ? number(item(int(items.size())), 4) : padded(one.value, 4));
    }
    return heap(0xbc, items);
}

class Writer
{
public:
    Writer(bool unicode, int crypt) : m_wide(unicode ? 8 : 4), m_crypt(crypt) { }

    quint64 block(const QByteArray &data, bool internal = false)
    {
        const quint64 bid = (m_next += 4) | (internal ? 2 : 0);
        const qsizetype trailer = m_wide == 8 ? 16 : 12, whole = (data.size() + trailer + 63) / 64 * 64;
        m_blocks.append(
            {bid, wide(bid) + wide(quint64(m_body.size())) + number(quint64(data.size()), 2) + number(2, 2)});
        m_body += padded(internal ? data : encrypted(data, m_crypt, bid), whole - trailer)
            + number(quint64(data.size()), 2) + number(0, 2)
            + (m_wide == 8 ? number(0, 4) + wide(bid) : wide(bid) + number(0, 4));
        return bid;
    }
    void node(quint32 nid, const QByteArray &data, quint64 sub = 0)
    {
        m_nodes.append({nid, wide(nid) + wide(block(data)) + wide(sub) + number(0, 4)});
    }
    /// Data of any length; then how a node below another names it.
    quint64 subNode(quint32 nid, const QByteArray &data, qsizetype perBlock)
    {
        QByteArray parts;
        int count = 0;
        for (qsizetype at = 0; at < data.size(); at += perBlock, ++count)
            parts += wide(block(data.mid(at, perBlock)));
        const quint64 tree = block(QByteArray("\x01\x01") + number(quint64(count), 2)
                                       + number(quint64(data.size()), 4) + parts,
                                   true);
        return block(QByteArray("\x02\0", 2) + number(1, 2) + (m_wide == 8 ? number(0, 4) : QByteArray())
                         + wide(nid) + wide(tree) + wide(0),
                     true);
    }
    QByteArray file()
    {
        const QByteArray nodes = tree('\x81', m_nodes), blocks = tree('\x80', m_blocks);
        const bool unicode = m_wide == 8;
        QByteArray head(564, '\0');
        head.replace(0, 4, "!BDN").replace(8, 2, "SM").replace(10, 1, unicode ? "\x17" : "\x0e");
        head.replace(unicode ? 216 : 184, nodes.size(), nodes)
            .replace(unicode ? 232 : 192, blocks.size(), blocks);
        head[unicode ? 513 : 461] = char(m_crypt);
        return m_body.replace(0, head.size(), head);
    }

private:
    struct Entry
    {
        quint64 key;
        QByteArray bytes;
    };

    QByteArray wide(quint64 value) const { return number(value, m_wide); }

    QByteArray page(char type, const QList<Entry> &entries, int level)
    {
        const qsizetype counts = m_wide == 8 ? 488 : 496, size = entries.first().bytes.size();
        m_body += QByteArray((512 - m_body.size() % 512) % 512, '\0');
        const QByteArray place = wide(m_next += 4) + wide(quint64(m_body.size()));
        QByteArray page;
        for (const Entry &entry : entries)
            page += entry.bytes;
        page = padded(page, counts) + char(entries.size()) + char(counts / size) + char(size) + char(level);
        page = padded(page, m_wide == 8 ? 496 : 500) + type + type;
        m_body += padded(page, 512);
        return place;
    }

    QByteArray tree(char type, QList<Entry> entries)
    {
        std::sort(entries.begin(), entries.end(),
                  [](const Entry &a, const Entry &b) { return a.key < b.key; });
        for (int level = 0;; ++level) {
            const qsizetype size = (entries.first().bytes.size() + m_wide - 1) / m_wide * m_wide;
            const qsizetype per = (m_wide == 8 ? 488 : 496) / size;
            QList<Entry> above;
            for (qsizetype at = 0; at < entries.size(); at += per) {
                QList<Entry> part = entries.mid(at, per);
                for (Entry &entry : part)
                    entry.bytes = padded(entry.bytes, size);
                const quint64 first = part.first().key;
                above.append({first, wide(first) + page(type, part, level)});
            }
            if (above.size() == 1)
                return above.first().bytes.mid(m_wide);
            entries = above;
        }
    }

    int m_wide, m_crypt;
    quint64 m_next = 4;
    QByteArray m_body = QByteArray(0x4600, '\0');
    QList<Entry> m_nodes, m_blocks;
};

/// Columns: row, row version, size, submit time, and one byte of what is present.
void writeContents(Writer &writer, const QList<PstMessage> &messages, bool unicode)
{
    constexpr int rowSize = 21;
    const auto column = [](quint32 tag, int at, int size, int bit) {
        return number(tag, 4) + number(quint64(at), 2) + char(size) + char(bit);
    };
    QByteArray index, rows;
    const int perBlock = 8176 / rowSize;
    for (int i = 0; i < messages.size(); ++i) {
        const quint32 nid = 0x200004 + quint32(i) * 32;
        const qint64 submitted = messages[i].submitted;
        index += number(nid, 4) + number(quint64(i), unicode ? 4 : 2);
        rows += number(nid, 4) + number(1, 4) + number(quint64((submitted + 11'644'473'600) * 10'000'000), 8)
            + number(quint64(messages[i].bytes), 4) + char(submitted == 0 ? 0xe0 : 0xf0);
        if (i % perBlock == perBlock - 1)
            rows += QByteArray(8176 - perBlock * rowSize, '\0');
    }
    const bool inHeap = rows.size() < 3000 && !rows.isEmpty();
    const quint32 rowsAt = inHeap ? item(4) : rows.isEmpty() ? 0 : 0x1f;
    const QByteArray info = QByteArray("\x7c\x04") + number(20, 2) + number(20, 2) + number(20, 2)
        + number(rowSize, 2) + number(item(2), 4) + number(rowsAt, 4) + number(0, 4)
        + column(0x00390040, 8, 8, 3) + column(0x0e080003, 16, 4, 2) + column(0x67f20003, 0, 4, 0)
        + column(0x67f30003, 4, 4, 1);
    QList<QByteArray> items{info, list(4, unicode ? 4 : 2, rows.isEmpty() ? 0 : item(3)), index};
    if (inHeap)
        items.append(rows);
    const quint64 sub = rowsAt == 0x1f ? writer.subNode(0x1f, rows, 8176) : 0;
    writer.node(0x804e, heap(0x7c, items), sub);
}

} // namespace

QByteArray encrypted(QByteArray block, int crypt, quint64 bid)
{
    using mailapps::pst::Crypt;
    if (crypt != 1)
        return mailapps::pst::decrypted(block, Crypt(crypt), bid); // the cyclic way is its own opposite
    QByteArray all(256, '\0');
    for (int i = 0; i < 256; ++i)
        all[i] = char(i);
    const QByteArray plain = mailapps::pst::decrypted(all, Crypt::Permute, bid);
    std::array<char, 256> opposite = {};
    for (int i = 0; i < 256; ++i)
        opposite[uchar(plain[i])] = char(i);
    for (char &byte : block)
        byte = opposite[uchar(byte)];
    return block;
}

QByteArray SmallPst::bytes() const
{
    Writer writer(unicode, crypt);
    const QByteArray own = number(0, 4) + QByteArray(16, 'u') + number(outbox, 4);
    QList<Property> store{{0x3001, 0x1f, utf16(QStringLiteral("個人用"))}};
    if (!outboxEntryId.isEmpty())
        store.append({0x35e2, 0x0102, outboxEntryId == "?" ? own : outboxEntryId});
    writer.node(0x21, properties(store));
    if (hasOutbox)
        writeContents(writer, messages, unicode);
    for (int i = 0; i < messages.size(); ++i) {
        QList<Property> message{{0x001a, 0x1f, utf16(QStringLiteral("IPM.Note"))}};
        if (!messages[i].messageId.isEmpty())
            message.append({0x1035, 0x1f, utf16(messages[i].messageId)});
        writer.node(0x200004 + quint32(i) * 32, properties(message));
    }
    return writer.file();
}

} // namespace support
