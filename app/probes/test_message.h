// The message that the timing test sends from oneself to oneself: a proper mail of a chosen size.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <optional>

namespace probes {

struct TestMessage
{
    QString messageId; ///< with its angle brackets
    QByteArray wire; ///< as sent after DATA, dots doubled, without the final dot
};

/// Nothing if the address is no plain addr-spec that may stand in a command and in a header. `bytes`: wished
/// size on the wire; the result is at most one line larger or smaller, and never smaller than its own
/// headers.
std::optional<TestMessage> testMessage(const QString &address, qint64 bytes, const QDateTime &now);

/// RFC 5321 section 4.5.2.
QByteArray dotStuffed(const QByteArray &text);

} // namespace probes
