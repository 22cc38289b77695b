// The upper layer of an Outlook data file: the properties of one thing, and the table of what lies in a
// folder
// ([MS-PST] 2.3.3 and 2.3.4).
#pragma once

#include "mailapps/pst_heap.h"

#include <QString>

namespace mailapps::pst {

class Properties
{
public:
    /// Nothing if there is no such node or it is damaged.
    static std::optional<Properties> of(File &file, quint32 nid);

    /// Of a value that is longer than four bytes; empty if it is absent.
    QByteArray bytes(quint16 id) const;
    QString text(quint16 id) const;

private:
    struct Value
    {
        quint16 type = 0;
        quint32 number = 0; ///< the value itself, or where it is
    };

    explicit Properties(File &file) : m_file(&file) { }

    File *m_file;
    Node m_node;
    Heap m_heap;
    QHash<quint16, Value> m_values;
};

struct Row
{
    quint32 nid = 0;
    QHash<quint16, quint64> numbers; ///< by property; those of up to eight bytes
};

struct Table
{
    QList<Row> rows;
    bool isComplete = true; ///< false: more rows than rowCap, or some are damaged
};

inline constexpr qsizetype rowCap = 100'000;

/// The columns `wanted` of the rows. Nothing if there is no such node or it is damaged.
std::optional<Table> readTable(File &file, quint32 nid, const QList<quint16> &wanted);

} // namespace mailapps::pst
