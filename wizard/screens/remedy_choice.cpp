#include "wizard/screens/remedy_choice.h"

namespace wizard::screens {

QString remedyFor(shell::Visit &visit, QStringView task)
{
    const QStringList applicable = visit.diagnosis().remedies();
    for (const QString &id : applicable) {
        const bool here = visit.chosenApp.isEmpty() || id.section(u'.', 0, 0) == visit.chosenApp;
        if (here && id.section(u'.', 1) == task)
            return id;
    }
    return {};
}

} // namespace wizard::screens
