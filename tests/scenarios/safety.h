// What must hold in every world, whatever its servers do: the password stays secret, and memory stays small.
#pragma once

#include "service.h"

#include <QByteArray>
#include <QStringList>

namespace scenario {

/// The password in every form in which a careless program might let it out.
QByteArrayList disguises(const QByteArray &password);

/// Where the password was heard in clear text or under a certificate that proves nothing. Empty: nowhere.
QStringList leaks(const HeardList &heard, const QByteArray &password, const QJsonObject &certificates);

/// The same for what the program printed.
QStringList leaksInPrint(const QByteArray &out, const QByteArray &err, const QByteArray &password);

/// Peak of the resident memory of the largest program that this one has waited for, KiB.
qint64 peakOfChildren();

} // namespace scenario
