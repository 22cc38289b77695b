// profiles.ini and installs.ini of the Mozilla family: which profiles there are, and which one opens by
// itself.
#pragma once

#include "model/mailapp.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace mailapps {

struct ProfileEntry
{
    QString name;
    QString path; ///< absolute, as the program would open it
    bool isDefault = false;
    QString why; ///< empty: may be read; "outside": points to a place that is not this person's, not followed
    int line = 0; ///< in profiles.ini
};

struct ProfileList
{
    QList<ProfileEntry> profiles;
    QList<model::Unreadable> unreadable;
};

/// `root` holds profiles.ini. `trusted` are the folders a profile may lie in.
ProfileList profilesIn(const QString &root, const QStringList &trusted);

/// True if `path`, with every link followed, is one of `roots` or below. False for "..", for network paths
/// (\\server\share), and for relative ones.
bool liesWithin(const QString &path, const QStringList &roots);

} // namespace mailapps
