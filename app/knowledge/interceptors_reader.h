// Reads resources/knowledge/interceptors.json: products that put themselves between mail programs and
// servers.
#pragma once

#include "knowledge/load_error.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <variant>

namespace knowledge {

struct Interceptor
{
    QString id;
    QString product; ///< its name, the same in every language
    bool onThisPc = true; ///< false: a box or service of the network
    QStringList issuers; ///< parts of its certificates' issuer (common name or organisation), case ignored
    QStringList banners; ///< parts of a greeting that it makes up
    bool confirmed = false; ///< false: by hearsay
    QString source;
};

/// Refused: unknown, doubled or missing keys, an id twice, an entry by which nothing can be recognised, and
/// patterns of under four characters, which would be found anywhere.
std::variant<QList<Interceptor>, LoadError> readInterceptors(const QString &path);
std::variant<QList<Interceptor>, LoadError> readInterceptorBytes(const QString &path,
                                                                 const QByteArray &bytes);

} // namespace knowledge
