// What a change means, in plain words: keys of files become sentences here.
#pragma once

#include "model/change.h"

#include <QCoreApplication>

namespace wizard::screens {

class ChangeWords
{
    Q_DECLARE_TR_FUNCTIONS(wizard::screens::ChangeWords)
public:
    static QString remedy(const QString &remedyId); ///< the change as a heading
    static QString what(const model::Change &change); ///< "How long Thunderbird waits for an answer"
    static QString value(const model::Change &change, const QString &value); ///< "100 seconds"
    static QString state(model::EntryState state);
};

} // namespace wizard::screens
