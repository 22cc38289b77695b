// The table of faults that can be chosen, and the search for one by its name.
#pragma once

#include "practice/behaviour.h"

#include <QList>

namespace practice {

struct FaultRow
{
    const char *id;
    const char *finding; ///< what a diagnosis must conclude
    void (*bend)(Behaviour &);
};

const QList<FaultRow> &faultTable();
const FaultRow *faultNamed(const QString &id);
/// The known id that is most like a mistyped one.
QString nearestFault(const QString &id);

} // namespace practice
