// What rules ask of a Case again and again: which facts matter to this person, and what the server said in
// them.
#pragma once

#include "model/case.h"
#include "model/finding.h"
#include "rules/rule.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <initializer_list>

namespace rules {

/// True if the person's mail goes through this door: the settings found on this PC name it; where none were
/// found, the provider's pack does; else the probe said so (seen "configured").
bool matters(const model::Case &visit, const model::Endpoint &door);
bool matters(const model::Case &visit, const model::Fact &fact);

/// Accounts of the programs found (the chosen one if there is one) that belong to the visit's address.
struct OwnAccount
{
    const model::MailApp *app;
    const model::AppProfile *profile;
    const model::Account *account;
};
QList<OwnAccount> ownAccounts(const model::Case &visit);
/// The chosen program's profiles, else all.
struct OwnProfile
{
    const model::MailApp *app;
    const model::AppProfile *profile;
};
QList<OwnProfile> ownProfiles(const model::Case &visit);

/// The server's words of a fact, without regard to case.
QString words(const model::Fact &fact);
bool says(const model::Fact &fact, std::initializer_list<const char *> phrases);
/// seen "code" or a code that stands at the start of the reply, in brackets, or as an enhanced code.
bool hasCode(const model::Fact &fact, std::initializer_list<const char *> codes);

/// True if any fact of this door, at this step, went well.
bool anyOk(const model::Case &visit, const model::Endpoint &door, model::Step step);
bool sameDoor(const model::Endpoint &one, const model::Endpoint &other);
/// True if a connection to anywhere stood.
bool anyConnected(const model::Case &visit);

/// Every door that was tried, once.
QList<model::Endpoint> doors(const model::Case &visit);

/// A finding about the door of one fact, with host, port and protocol as values.
model::Finding findingAt(const char *id, const model::Fact &fact, double confidence = 0.9);
void because(model::Finding &finding, const model::Fact &fact);

/// Milliseconds as seconds with one decimal, as shown to people.
double seconds(qint64 milliseconds);

/// The id in the pack's words for this refusal; null if none matches or the pack names no known kind.
/// `where`: "login", "submit".
const char *packWord(const model::Case &visit, const model::Fact &fact, QLatin1String where);

} // namespace rules
