// What was probably meant by a host name that nobody knows.
#pragma once

#include "model/case.h"

#include <QJsonArray>

namespace rules {

/// The pack's host names that may have been meant, nearest first, at most three.
QJsonArray nearestHosts(const model::Case &visit, const QString &host);

} // namespace rules
