#include "rules/evidence.h"
#include "rules/explanations.h"
#include "rules/rule.h"

#include <algorithm>

namespace rules {

using namespace model;

namespace {

/// Two findings with this in common say the same thing of the same thing.
QString identity(const Finding &finding)
{
    QString key = finding.id;
    // One certificate, one overloaded machine: said once a host, however many doors showed it.
    if (finding.about)
        key += u' '
            + (finding.id.startsWith(u"tls.certificate") ? finding.about->host : finding.about->text());
    for (const QLatin1String value :
         {QLatin1String("program"), QLatin1String("profile"), QLatin1String("path")})
        key += u'\n' + finding.values.value(value).toString();
    return key;
}

void join(QList<Finding> &findings)
{
    QList<Finding> joined;
    for (const Finding &finding : findings) {
        const auto same = std::find_if(joined.begin(), joined.end(), [&](const Finding &other) {
            return identity(other) == identity(finding);
        });
        if (same == joined.end()) {
            joined.append(finding);
            continue;
        }
        same->confidence = std::max(same->confidence, finding.confidence);
        same->severity = std::min(same->severity, finding.severity);
        for (const int fact : finding.because)
            if (!same->because.contains(fact))
                same->because.append(fact);
        for (const QString &remedy : finding.remedies)
            if (!same->remedies.contains(remedy))
                same->remedies.append(remedy);
    }
    findings = joined;
}

int placeInChain(const QString &id)
{
    const QList<FindingKind> &kinds = findingKinds();
    const auto at = std::find_if(kinds.begin(), kinds.end(),
                                 [&](const FindingKind &kind) { return id == QLatin1String(kind.id); });
    return int(at - kinds.begin());
}

/// Asked to explain what went wrong elsewhere; nobody's mail goes through it.
bool isAboutTheLine(Step step)
{
    switch (step) {
    case Step::Link:
    case Step::Gateway:
    case Step::NameServer:
    case Step::Web:
    case Step::Control:
    case Step::Path:
        return true;
    default:
        return false;
    }
}

/// A step that the person depends on went wrong, at every address that was tried.
bool leftOpen(const Case &visit)
{
    return std::any_of(visit.facts.begin(), visit.facts.end(), [&](const Fact &fact) {
        if (fact.ok() || fact.failure == Failure::NotTried || isAboutTheLine(fact.step))
            return false;
        if (fact.step == Step::Submit || fact.step == Step::Arrive || fact.step == Step::Login)
            return true;
        return matters(visit, fact) && !anyOk(visit, fact.endpoint, fact.step);
    });
}

/// At least one server was spoken to as far as its capabilities: only then may "healthy" be said.
bool reallyLooked(const Case &visit)
{
    bool any = false, own = false, ownReached = false;
    for (const Fact &fact : visit.facts) {
        const bool reached = fact.step == Step::Capabilities && fact.ok();
        any = any || reached;
        if (!matters(visit, fact))
            continue;
        own = true;
        ownReached = ownReached || reached;
    }
    return own ? ownReached : any;
}

} // namespace

Verdict judge(const Case &visit, const Context &context)
{
    Verdict verdict;
    for (const Rule &rule : catalogue())
        verdict.findings += rule(visit, context);
    join(verdict.findings);
    dropWhatIsExplained(verdict.findings);
    std::stable_sort(verdict.findings.begin(), verdict.findings.end(),
                     [](const Finding &a, const Finding &b) {
                         const auto weight = [](const Finding &finding) {
                             // What is more unlikely than not stands behind all that is likelier.
                             return std::tuple(int(finding.severity), finding.confidence < 0.5,
                                               placeInChain(finding.id), -finding.confidence);
                         };
                         return weight(a) < weight(b);
                     });

    const bool somethingWrong
        = std::any_of(verdict.findings.begin(), verdict.findings.end(),
                      [](const Finding &finding) { return finding.severity != Severity::Note; });
    if (somethingWrong)
        verdict.kind = Verdict::Kind::Found;
    else if (reallyLooked(visit) && !leftOpen(visit))
        verdict.kind = Verdict::Kind::Healthy;
    else
        verdict.kind = Verdict::Kind::Unknown;
    return verdict;
}

} // namespace rules
