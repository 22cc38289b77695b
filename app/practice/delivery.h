// One message that the practice provider took responsibility for (RFC 5321 section 4.2.5).
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace practice {

struct Delivery
{
    QString messageId; ///< with angle brackets, as in the header; may be empty
    QString from; ///< envelope
    QStringList recipients;
    QDateTime at; ///< the moment of the final dot, before any scan
    qint64 bytes = 0;
};

} // namespace practice
