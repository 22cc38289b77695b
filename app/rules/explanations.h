// Which finding makes others superfluous: what is only said because something before it in the chain is
// broken.
#pragma once

#include "model/finding.h"

#include <QList>

namespace rules {

struct Explanation
{
    enum class Reach
    {
        Everything,
        SameHost, ///< only what is about the host of the cause
        Sending, ///< only what is about SMTP
    };
    const char *cause;
    QList<const char *> follows; ///< ids, or areas that end in a dot
    Reach reach = Reach::Everything;
    double sureness = 0.5; ///< the cause must be at least so sure
};
const QList<Explanation> &explanations();

void dropWhatIsExplained(QList<model::Finding> &findings);

} // namespace rules
