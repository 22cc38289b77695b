#include "mailapps/pst_content.h"

#include "mailapps/pst_bytes.h"
#include "model/charset.h"

namespace mailapps::pst {

namespace {

constexpr quint16 text8 = 0x001e, text16 = 0x001f, rowNumber = 0x67f2;
constexpr qsizetype columnAt = 22, columnSize = 8;

struct Column
{
    quint16 id = 0;
    int at = 0, size = 0, bit = 0;
};

std::optional<Blocks> nodeBlocks(File &file, quint32 nid, Node *found)
{
    const auto node = file.node(nid);
    if (!node)
        return std::nullopt;
    *found = *node;
    return file.blocks(node->data);
}

QList<Column> columns(const QByteArray &info, const QList<quint16> &wanted)
{
    QList<Column> found;
    for (int index = 0; index < byteAt(info, 1); ++index) {
        const qsizetype at = columnAt + index * columnSize;
        const Column column{numberAt<quint16>(info, at + 2), numberAt<quint16>(info, at + 4),
                            byteAt(info, at + 6), byteAt(info, at + 7)};
        if (column.size <= 8 && (column.id == rowNumber || wanted.contains(column.id)))
            found.append(column);
    }
    return found;
}

quint64 cell(const QByteArray &row, const Column &column)
{
    quint64 number = 0;
    for (int index = column.size - 1; index >= 0; --index)
        number = number << 8 | byteAt(row, column.at + index);
    return number;
}

} // namespace

std::optional<Properties> Properties::of(File &file, quint32 nid)
{
    Properties found(file);
    const auto blocks = nodeBlocks(file, nid, &found.m_node);
    const auto heap = Heap::of(blocks.value_or(Blocks()), propertyHeap);
    if (!heap)
        return std::nullopt;
    found.m_heap = *heap;
    const bool whole = heap->visit(heap->root(), [&found](const Heap::Record &record) {
        found.m_values.insert(numberAt<quint16>(record.key, 0),
                              {numberAt<quint16>(record.value, 0), numberAt<quint32>(record.value, 2)});
        return true;
    });
    return whole ? std::optional(found) : std::nullopt;
}

QByteArray Properties::bytes(quint16 id) const
{
    const quint32 where = m_values.value(id).number;
    if (where == 0 || isHeapItem(where))
        return m_heap.item(where);
    const auto node = m_file->subNode(m_node.sub, where);
    return node ? m_file->blocks(node->data).value_or(Blocks()).join() : QByteArray();
}

QString Properties::text(quint16 id) const
{
    const QByteArray stored = bytes(id);
    if (m_values.value(id).type == text8)
        return model::fromCp932(stored).value_or(QString::fromLatin1(stored));
    if (m_values.value(id).type != text16)
        return {};
    QString text(stored.size() / 2, Qt::Uninitialized);
    qFromLittleEndian<char16_t>(stored.constData(), text.size(), text.data());
    return text;
}

std::optional<Table> readTable(File &file, quint32 nid, const QList<quint16> &wanted)
{
    Node node;
    const auto blocks = nodeBlocks(file, nid, &node);
    const auto heap = Heap::of(blocks.value_or(Blocks()), tableHeap);
    if (!heap)
        return std::nullopt;
    const QByteArray info = heap->item(heap->root());
    const int present = numberAt<quint16>(info, 6), size = numberAt<quint16>(info, 8);
    if (byteAt(info, 0) != tableHeap || size < 8 || present > size)
        return std::nullopt;
    const QList<Column> all = columns(info, wanted);
    const quint32 index = numberAt<quint32>(info, 10), rows = numberAt<quint32>(info, 14);

    Blocks matrix;
    if (rows != 0 && isHeapItem(rows))
        matrix = {heap->item(rows)};
    else if (rows != 0)
        if (const auto below = file.subNode(node.sub, rows))
            matrix = file.blocks(below->data).value_or(Blocks());
    // Rows do not reach over the end of a block.
    const qsizetype perBlock = matrix.isEmpty() ? 0 : matrix.first().size() / size;

    Table table;
    // Rows that were taken out stay in the matrix; only what the index names is there.
    const bool whole = heap->visit(index, [&](const Heap::Record &record) {
        const qsizetype number = record.value.size() == 2 ? numberAt<quint16>(record.value, 0)
                                                          : numberAt<quint32>(record.value, 0);
        Row row;
        row.nid = numberAt<quint32>(record.key, 0);
        const QByteArray stored = perBlock == 0 || number / perBlock >= matrix.size()
            ? QByteArray()
            : matrix.at(number / perBlock).mid(number % perBlock * size, size);
        if (stored.size() != size)
            table.isComplete = false;
        else
            for (const Column &column : all)
                if (byteAt(stored, present + column.bit / 8) & (0x80 >> column.bit % 8))
                    row.numbers.insert(column.id, cell(stored, column));
        table.rows.append(row);
        return table.rows.size() < rowCap;
    });
    table.isComplete = table.isComplete && whole;
    return table;
}

} // namespace mailapps::pst
