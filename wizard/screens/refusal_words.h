// Why a change was not made, in one sentence, and what the person can do now.
#pragma once

#include "model/change.h"

#include <QCoreApplication>

namespace wizard::screens {

class RefusalWords
{
    Q_DECLARE_TR_FUNCTIONS(wizard::screens::RefusalWords)
public:
    static QString what(model::Refusal refusal);
    static QString wayOn(const model::Outcome &outcome);
    /// True if trying once more can help.
    static bool canTryAgain(model::Refusal refusal);
};

} // namespace wizard::screens
