// The state of a walk through an mbox: fed with chunks, keeps at most one header line and one message's
// values. Used by mbox.cpp alone.
#pragma once

#include "mailapps/mbox.h"

namespace mailapps {

class MboxScanner
{
public:
    explicit MboxScanner(const MboxVisitor &visitor);

    /// False: the visitor has had enough.
    bool feed(const char *bytes, qint64 size);
    bool finish();

private:
    bool endLine();
    bool endMessage(qint64 where);
    void beginMessage(qint64 begin, qint64 body);
    void headerLine(QByteArrayView line);
    void takeHeader();

    static constexpr qint64 lineKept = 1000; ///< RFC 5322 2.1.1: 998 and the line break
    static constexpr qsizetype headerKept = 4000;

    const MboxVisitor &m_visitor;
    MboxMessage m_message;
    QByteArray m_line; ///< the start of the line we stand in
    QByteArray m_header; ///< name and value, unfolded; empty: not one of ours
    qint64 m_lineLength = 0;
    qint64 m_position = 0;
    qint64 m_blankLength = 0; ///< of the line before, if it was blank
    bool m_start = true;
    bool m_open = false;
    bool m_inHeaders = false;
};

} // namespace mailapps
