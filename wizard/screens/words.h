// Small words that several screens need: names of programs, spans of time, sizes.
#pragma once

#include "knowledge/knowledge.h"

#include <QCoreApplication>
#include <QString>

namespace wizard::screens {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(wizard::screens::Words)
public:
    /// A place on the disk as this system writes it. A line may end behind every backslash, which Qt does not
    /// do by itself.
    static QString place(const QString &path);
    static QString next(); ///< "Next"
    static QString skip(); ///< "Go on without"
    static QString seconds(int count);
    static QString duration(qint64 milliseconds); ///< "less than 1 second", "75 seconds"
    static QString megabytes(qint64 bytes); ///< "50 KB", "5 MB": as people say it
    /// "Thunderbird"; the id itself if nobody knows the program.
    static QString program(const knowledge::Knowledge &knowledge, const QString &id, const QString &language);
};

} // namespace wizard::screens
