// How an address is read over the telephone, letter by letter.
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QPair>
#include <QString>

namespace wizard::screens {

class Spelling
{
    Q_DECLARE_TR_FUNCTIONS(wizard::screens::Spelling)
public:
    /// Each character with how it is said: ("t", "T as in Tokyo").
    static QList<QPair<QString, QString>> of(const QString &address);

private:
    static QString letter(char c);
};

} // namespace wizard::screens
