// How a screen number is said over the telephone: "A-1" is エー の いち, あさひ.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace wizard::shell {

class Reading
{
    Q_DECLARE_TR_FUNCTIONS(wizard::shell::Reading)
public:
    /// The line beside the number. Empty for an id that is none.
    static QString line(const QString &screenId);
    /// The picture word of the section: the part of the line that cannot be misheard.
    static QString pictureWord(QChar letter);
    /// "a1", "Ａー１", "A - 1" all mean A-1. Empty where no number can be seen in it.
    static QString normalised(const QString &typed);

private:
    static QString letterName(QChar letter);
    static QString digitName(QChar digit);
};

} // namespace wizard::shell
