// What every probe is given: time limits, routes, resolver, trust. One per visit; nothing here is global.
#pragma once

#include "model/web_check.h"
#include "net/bounds.h"
#include "net/route.h"

#include <QHostAddress>
#include <QList>
#include <QSslCertificate>
#include <QString>

namespace net {

struct Environment
{
    Bounds bounds; ///< already scaled by --timeout-scale
    Route route; ///< test seam: where a connection really goes
    QList<QPair<QHostAddress, quint16>> resolvers; ///< empty: the system's own
    QList<QSslCertificate> extraAnchors; ///< trusted beside the system's authorities (--ca, practice)
    QList<model::WebCheck> webChecks; ///< pages that tell a line from a trap; none: nobody is asked
    QString hostsFile; ///< read instead of the system's; empty: the system's
    int segmentBytes = 0; ///< largest TCP segment to ask the peer for; 0: what the system thinks right
    QString ownName
        = QStringLiteral("[127.0.0.1]"); ///< EHLO argument, RFC 5321 section 4.1.3 address literal
};

} // namespace net
