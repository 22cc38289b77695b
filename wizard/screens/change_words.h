// What a change means, in plain words: keys of files and of the registry become sentences here.
#pragma once

#include "knowledge/knowledge.h"
#include "model/change.h"

#include <QCoreApplication>

namespace wizard::screens {

class ChangeWords
{
    Q_DECLARE_TR_FUNCTIONS(wizard::screens::ChangeWords)
public:
    /// The change as a heading: "Make Thunderbird wait longer for an answer".
    static QString remedy(const knowledge::Knowledge &knowledge, const QString &id, const QString &language);
    static QString what(const model::Change &change); ///< "How long to wait for an answer"
    static QString value(const model::Change &change, const QString &value); ///< "100 seconds"
    static QString state(model::EntryState state);
    /// True if the program will ask for the password again, because it keeps it by this name.
    static bool asksForPassword(const model::Change &change);
};

} // namespace wizard::screens
