// What the questions about the line have brought: pages of the web, routers, and whether anything was
// reached.
#pragma once

#include "rules/evidence.h"

namespace rules {

struct WebLook
{
    QList<model::Fact> genuine; ///< known pages that came as they should
    QList<model::Fact> foreign; ///< known pages in whose place something else came
    QList<model::Fact>
        silent; ///< hosts of the web to which no connection stood; a name that was not found is no sign
    QList<model::Fact> answered; ///< pages whose content is not known, answered by whomever
    QList<model::Fact> throughProxy; ///< asked through the system's proxy, and answered

    /// The internet answers, and nobody in its place.
    bool works() const { return !genuine.isEmpty() || (foreign.isEmpty() && !answered.isEmpty()); }
    bool nobodyAnswers() const { return genuine.isEmpty() && foreign.isEmpty() && answered.isEmpty(); }
};
WebLook webOf(const model::Case &visit);

/// A host of the person's that answers on the port for pages, if only with a no: the machine is alive.
bool answersForPages(const model::Case &visit, const QString &host);

/// No connection to any server stood.
bool nothingStood(const model::Case &visit);

/// A server was spoken to on verified encryption.
bool anythingVerified(const model::Case &visit);
/// That, or as far as its capabilities in clear text.
bool anythingSpoken(const model::Case &visit);

/// No answer to the first packet, or a "no way" from somebody on it.
bool isFiltered(const model::Fact &fact);
bool isIpv6(const QString &address);

void becauseAll(model::Finding &finding, const QList<model::Fact> &facts);

} // namespace rules
