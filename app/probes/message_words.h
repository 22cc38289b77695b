// Header fields as a person can read them: encoded words (RFC 2047), old Japanese charsets, dates (RFC 5322).
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace probes {

/// One line of clean text, at most `characters` long; never control or bidirectional characters.
QString readableHeader(const QByteArray &value, qsizetype characters = 200);
/// Bytes without a declared charset: ISO-2022-JP by its escapes, then UTF-8, then the Japanese ones of old.
QString textOfBytes(const QByteArray &bytes, const QByteArray &charset = {});
/// UTC; invalid if it cannot be read. Two-digit years and names of zones as in RFC 5322 section 4.3.
QDateTime headerDate(const QByteArray &value);

/// What of a message's header is told to its owner.
struct MessageHead
{
    QByteArray from, subject, date, messageId; ///< as they came, unfolded
};
/// Of the field names in any case; lines behind the first empty one are not looked at.
MessageHead headOf(const QByteArrayList &lines);

} // namespace probes
