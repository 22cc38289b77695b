#include "wizard/screens/way_on.h"

namespace wizard::screens {

WayOn::Way WayOn::after(const QString &finding, const shell::Visit &visit,
                        const session::Diagnosis &diagnosis)
{
    const bool measured = diagnosis.neededTimeoutSeconds() > 0 && !diagnosis.timingRuns().isEmpty();
    if (finding == u"app.outbox-stuck")
        return {QStringLiteral("stop"), tr("Stop it first", "@button")};
    if (finding == u"submit.reply-slower-than-program" || finding == u"app.timeout-too-short")
        return measured ? Way{QStringLiteral("raise"), tr("Let it wait longer", "@button")}
                        : Way{QStringLiteral("measure"), tr("Measure the time", "@button")};
    if (finding == u"app.offline" && diagnosis.remedies().contains(QStringLiteral("thunderbird.go-online")))
        return {QStringLiteral("change"), tr("Show the change", "@button")};
    if (finding.startsWith(u"login.") && diagnosis.wantsPassword())
        return {QStringLiteral("password"), tr("Type the password again", "@button")};
    if (finding.isEmpty() && visit.symptom == u"sent-many-times" && !measured)
        return {QStringLiteral("measure"), tr("Measure the time", "@button")};
    if (finding.isEmpty() && diagnosis.wantsPassword())
        return {QStringLiteral("password"), tr("Look closer, with the password", "@button")};
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
