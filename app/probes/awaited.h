// The test message that is waited for.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QtGlobal>

namespace probes {

struct Awaited
{
    QByteArray messageId; ///< with angle brackets
    qint64 acceptedAt = 0; ///< ms since 1970

    /// Never negative: the clock of the PC may have been set meanwhile.
    qint64 waited() const { return qMax<qint64>(0, QDateTime::currentMSecsSinceEpoch() - acceptedAt); }
};

} // namespace probes
