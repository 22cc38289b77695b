// What kind of mail program it is, and whether it is open now.
#include "rules/evidence.h"
#include "rules/families.h"

#include <QSet>
#include <algorithm>

namespace rules {

using namespace model;

namespace {

/// New Outlook comes with Windows: that it is there does not mean that anybody uses it.
bool isUsed(const MailApp &app)
{
    return std::any_of(app.profiles.begin(), app.profiles.end(),
                       [](const AppProfile &profile) { return profile.isDefault || profile.running; });
}

} // namespace

QList<Finding> appKind(const Case &visit, const Context &)
{
    static const QSet<QString> unsupported{QStringLiteral("outlook-express"),
                                           QStringLiteral("windows-live-mail"),
                                           QStringLiteral("windows-mail"), QStringLiteral("windows-10-mail")};
    QList<Finding> found;
    const auto add = [&](const char *id, const MailApp &app, double confidence) {
        Finding one = finding(id);
        one.confidence = confidence;
        one.values.insert(QStringLiteral("program"), app.id);
        found.append(one);
    };
    for (const MailApp &app : visit.apps) {
        if (!visit.appId.isEmpty() && app.id != visit.appId)
            continue;
        if (unsupported.contains(app.id))
            add("app.unsupported", app, 0.9);
        if (app.id == u"outlook-new" && isUsed(app))
            add("app.new-outlook", app, 0.9);
        bool open = app.running;
        for (const AppProfile &profile : app.profiles)
            open = open || profile.running;
        if (open)
            add("app.running", app, 0.95);
    }
    return found;
}

} // namespace rules
