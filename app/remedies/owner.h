// Which program a file belongs to, in a form that can be kept in the journal and asked again days later.
#pragma once

#include <QString>
#include <QStringList>

namespace remedies {

/// "thunderbird:/home/taro/.thunderbird/abc.default"
QString thunderbirdOwner(const QString &profile);

/// "program:sylpheed,sylpheed.exe": for programs that leave no lock which can be relied on. Names as
/// mailapps::anyRuns() takes them, without commas.
QString programOwner(const QStringList &executables);

/// True if the program has the file open now, or may have: its profile is locked, or it runs at all; also for
/// an owner of an unknown kind and for one that names nobody.
bool inUse(const QString &owner);

} // namespace remedies
