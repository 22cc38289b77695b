#include "model/endpoint.h"

namespace model {

QString Endpoint::text() const
{
    const QString shown = host.contains(u':') ? u'[' + host + u']' : host;
    return shown + u':' + QString::number(port);
}

} // namespace model
