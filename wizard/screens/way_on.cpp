#include "wizard/screens/way_on.h"

#include <algorithm>

namespace wizard::screens {

/// In the program that is used, in one that was found, or, where none was, in any.
static bool hasWalk(const QString &finding, const shell::Visit &visit, const session::Diagnosis &diagnosis)
{
    QStringList programs{visit.chosenApp};
    if (visit.chosenApp.isEmpty()) {
        programs.clear();
        for (const model::MailApp &app : diagnosis.visit().apps)
            programs += app.id;
        if (programs.isEmpty())
            for (const knowledge::MailProgram &program : diagnosis.knowledge().mailPrograms())
                programs += program.id;
    }
    return std::any_of(programs.cbegin(), programs.cend(), [&](const QString &program) {
        return !diagnosis.knowledge().walks(finding, program).isEmpty();
    });
}

/// Could we put it right ourselves?
static bool canChange(const QString &finding, const session::Diagnosis &diagnosis)
{
    const QList<model::Finding> findings = diagnosis.verdict().findings;
    return std::any_of(findings.cbegin(), findings.cend(), [&finding](const model::Finding &one) {
        return one.id == finding && !one.remedies.isEmpty();
    });
}

WayOn::Way WayOn::after(const QString &finding, const shell::Visit &visit,
                        const session::Diagnosis &diagnosis)
{
    const bool measured = diagnosis.neededTimeoutSeconds() > 0 && !diagnosis.timingRuns().isEmpty();
    if (finding == u"app.outbox-stuck")
        return {QStringLiteral("stop"), tr("Stop it first", "@button")};
    if (finding == u"submit.reply-slower-than-program" || finding == u"app.timeout-too-short")
        return measured ? Way{QStringLiteral("raise"), tr("Let it wait longer", "@button")}
                        : Way{QStringLiteral("measure"), tr("Measure the time", "@button")};
    if (finding == u"app.offline" && canChange(finding, diagnosis))
        return {QStringLiteral("change"), tr("Show the change", "@button")};
    if (finding.startsWith(u"login.") && diagnosis.wantsPassword())
        return {QStringLiteral("password"), tr("Type the password again", "@button")};
    if (finding.isEmpty() && visit.symptom == u"sent-many-times" && !measured)
        return {QStringLiteral("measure"), tr("Measure the time", "@button")};
    if (finding.isEmpty() && diagnosis.wantsPassword())
        return {QStringLiteral("password"), tr("Look closer, with the password", "@button")};
    if (hasWalk(finding, visit, diagnosis))
        return {QStringLiteral("walk"), tr("Show me how", "@button")};
    if (canChange(finding, diagnosis))
        return {QStringLiteral("change"), tr("Show the change", "@button")};
    if (finding.isEmpty())
        return {QStringLiteral("tell"), tr("Next", "@button")};
    return {QStringLiteral("check"), tr("I have done it", "@button")};
}

QString WayOn::side(model::Side side)
{
    switch (side) {
    case model::Side::ThisPc:
        return tr("It can be put right on this PC.", "@side");
    case model::Side::Line:
        return tr("It is on the Internet line. You did nothing wrong.", "@side");
    case model::Side::Provider:
        return tr("It is at the mail company. You did nothing wrong.", "@side");
    case model::Side::Partner:
        return tr("It is on the other person's side. You did nothing wrong.", "@side");
    case model::Side::Path:
        return tr("It is somewhere on the way. From here it cannot be told where.", "@side");
    }
    Q_UNREACHABLE();
}

} // namespace wizard::screens
