// Which profiles and accounts of this PC a visit is about.
#pragma once

#include "model/case.h"

#include <QList>

namespace remedies {

/// The accounts of a profile that are the visit's; all of them for a guest.
QList<model::Account> accountsConcerned(const model::Case &visit, const model::AppProfile &profile);

/// The profiles of the program that hold the visit's account; all of them for a guest.
QList<model::AppProfile> profilesConcerned(const model::Case &visit, const QString &program);

} // namespace remedies
