// Why a change was not put back, shown fairly: what was before, what Todoku set, and what stands there now.
#pragma once

#include "model/change.h"

#include <QCoreApplication>

namespace wizard::widgets {
class Panel;
}

namespace wizard::screens {

class BothSides
{
    Q_DECLARE_TR_FUNCTIONS(wizard::screens::BothSides)
public:
    /// Fills the panel, or empties and hides it where there is nothing to show.
    static void show(widgets::Panel *panel, const QList<model::Clash> &conflict);
    /// What a successful undo left as it was; empty: nothing.
    static QString left(const model::Outcome &outcome);
};

} // namespace wizard::screens
