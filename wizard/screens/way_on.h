// What to do next about a finding: which screen helps, and what the button is called.
#pragma once

#include "session/diagnosis.h"
#include "wizard/shell/screen.h"

#include <QCoreApplication>

namespace wizard::screens {

class WayOn
{
    Q_DECLARE_TR_FUNCTIONS(wizard::screens::WayOn)
public:
    struct Way
    {
        QString outcome; ///< of Z-1, as in flow.json
        QString button;
    };
    /// `finding`: id of the cause; empty for "healthy" and "unknown".
    static Way after(const QString &finding, const shell::Visit &visit, const session::Diagnosis &diagnosis);
    static QString side(model::Side side); ///< "It is on the side of the mail company."
};

} // namespace wizard::screens
