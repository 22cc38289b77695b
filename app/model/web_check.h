// A page whose content is known: whoever answers differently stands between this PC and the internet.
#pragma once

#include <QByteArray>
#include <QString>

namespace model {

struct WebCheck
{
    QString host; ///< asked over plain HTTP, port 80
    QString path;
    int status = 0; ///< what the page answers; 0: any answer proves that something out there is reached
    QByteArray body; ///< the whole body without white space at its ends; empty: none, or not looked at

    bool contentKnown() const { return status != 0; }
};

} // namespace model
