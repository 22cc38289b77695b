// Walks through an mbox file (RFC 4155) once, in bounded memory, however large it is.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QIODevice>
#include <QString>
#include <functional>

namespace mailapps {

struct MboxMessage
{
    qint64 begin = 0; ///< offset of the "From " line, or of the first byte where that line is missing
    qint64 body = 0; ///< offset of the message itself
    qint64 end = 0; ///< behind its last byte; the blank line before the next separator does not belong to it
    bool expunged = false; ///< X-Mozilla-Status bit 0x0008: taken out, only not compacted yet
    QDateTime date; ///< UTC; invalid if the header is missing or unreadable
    QString messageId; ///< without angle brackets; empty if none

    qint64 bytes() const { return end - body; }
};

/// Called for each message in order; false stops the walk.
using MboxVisitor = std::function<bool(const MboxMessage &)>;

/// Reads from where `device` stands. False: a read error, or the visitor stopped it.
bool scanMbox(QIODevice &device, const MboxVisitor &visitor);

/// The one message in the bytes of a maildir file: only its headers are looked at.
MboxMessage scanHeaders(const QByteArray &bytes);

} // namespace mailapps
