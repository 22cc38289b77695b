// Which program a file belongs to, in a form that can be kept in the journal and asked again days later.
#pragma once

#include <QString>

namespace remedies {

/// "thunderbird:/home/taro/.thunderbird/abc.default"
QString thunderbirdOwner(const QString &profile);

/// True if the program has the file's profile open now; also for an owner of an unknown kind.
bool inUse(const QString &owner);

} // namespace remedies
