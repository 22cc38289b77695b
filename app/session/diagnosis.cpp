#include "session/diagnosis.h"

#include "messages/address.h"
#include "model/patience.h"
#include "session/diagnosis_private.h"
#include "session/lines.h"
#include "session/remedies_of_visit.h"
#include "session/servers.h"
#include "session/timing.h"

#include <QNetworkInterface>

#include <algorithm>
#include <utility>

namespace session {

Diagnosis::Diagnosis(const Options &options, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, options))
{
}

Diagnosis::~Diagnosis() = default;

QString Diagnosis::error() const
{
    return d->error;
}

AddressCheck Diagnosis::checkAddress(const QString &text)
{
    const messages::AddressReading reading = messages::readAddress(text);
    return {reading.given, reading.corrected, reading.valid, reading.corrected != reading.given,
            reading.findings};
}

void Diagnosis::setAddress(const QString &corrected)
{
    d->visit.address = corrected;
    d->chooseProvider();
}

void Diagnosis::setSymptom(const QString &id)
{
    d->visit.symptom = id;
}

void Diagnosis::setApp(const QString &id)
{
    d->visit.appId = id;
}

void Diagnosis::startPractice(const QStringList &faults)
{
    d->startPractice(faults);
}

bool Diagnosis::offersPractice() const
{
    if (d->practice || d->visit.account())
        return false;
    const QList<model::Fact> links = d->visit.at(model::Step::Link);
    if (!links.isEmpty())
        return !links.constLast().ok();
    const QList<QNetworkInterface> all = QNetworkInterface::allInterfaces();
    return std::none_of(all.begin(), all.end(), [](const QNetworkInterface &one) {
        return one.flags().testFlag(QNetworkInterface::IsUp)
            && !one.flags().testFlag(QNetworkInterface::IsLoopBack) && !one.addressEntries().isEmpty();
    });
}

void Diagnosis::look()
{
    if (!d->error.isEmpty() || d->looking)
        return;
    d->looking = true;
    d->apps.start(d->places());
    d->runner.run();
    emit linesChanged();
}

void Diagnosis::lookAgain()
{
    cancel();
    d->runner.forgetAll();
    d->visit.facts.clear();
    d->visit.timingSizes.clear(); // a yes to a test mail counts once
    d->timingFrom = 0;
    d->visit.startedAt = QDateTime::currentDateTimeUtc();
    look();
}

void Diagnosis::cancel()
{
    d->looking = false;
    d->timing = false;
    d->apps.cancel();
    d->runner.cancel();
    emit linesChanged();
}

bool Diagnosis::isLooking() const
{
    return d->looking;
}

QList<Line> Diagnosis::lines() const
{
    Progress progress{d->runner.asked(), 0, d->looking, d->apps.isRunning()};
    if (d->visit.passwordGiven && d->visit.failedLogins() < net::Bounds::failedLoginsPerVisit)
        progress.loginsWaiting = d->runner.waiting(QStringLiteral("login"));
    return linesOf(d->visit, progress);
}

bool Diagnosis::wantsPassword() const
{
    const QList<model::Fact> logins = d->visit.at(model::Step::Login);
    const bool opened
        = std::any_of(logins.begin(), logins.end(), [](const model::Fact &fact) { return fact.ok(); });
    const bool untried = !d->visit.passwordGiven || d->visit.failedLogins() > 0;
    return untried && !opened && d->visit.failedLogins() < net::Bounds::failedLoginsPerVisit
        && loginServer(d->visit).has_value();
}

QString Diagnosis::loginHost() const
{
    const auto server = loginServer(d->visit);
    return server ? server->host : QString();
}

void Diagnosis::offerPassword(model::Secret password, bool keep)
{
    d->password = std::move(password);
    d->keepPassword = keep;
    d->visit.passwordGiven = !d->password.isEmpty();
    d->runner.forgetLogins();
    // Before the first look it waits; the look will use it
    if (!d->looking && d->visit.facts.isEmpty())
        return;
    d->looking = true;
    d->runner.run();
    emit linesChanged();
}

void Diagnosis::useKeptPassword()
{
    d->kept.read(d->visit);
}

bool Diagnosis::keepsPassword() const
{
    return d->kept.items().has(KeptPassword::itemOf(d->visit));
}

void Diagnosis::forgetKeptPassword()
{
    d->kept.forget(d->visit);
}

void Diagnosis::startTiming(const QList<qint64> &sizes)
{
    if (d->timing || sizes.isEmpty())
        return;
    d->visit.timingSizes = sizes;
    d->timingFrom = d->visit.facts.size();
    d->timing = true;
    d->runner.run();
    emit timingChanged();
}

bool Diagnosis::isTiming() const
{
    return d->timing;
}

QList<TimingRun> Diagnosis::timingRuns() const
{
    return timingRunsOf(d->visit, d->timingFrom);
}

QList<Patience> Diagnosis::patience() const
{
    return patienceOf(d->visit, d->world.knowledge.mailPrograms());
}

int Diagnosis::neededTimeoutSeconds() const
{
    return model::longestWait(d->visit) ? model::neededTimeoutSeconds(d->visit) : 0;
}

void Diagnosis::resume(const model::Case &saved)
{
    cancel();
    d->runner.forgetAll();
    d->visit = saved;
    d->visit.passwordGiven = false; // it was not saved
    d->visit.timingSizes.clear();
    d->timingFrom = 0;
    emit linesChanged();
}

const model::Case &Diagnosis::visit() const
{
    return d->visit;
}

model::Verdict Diagnosis::verdict() const
{
    model::Verdict verdict = rules::judge(d->visit, contextOf(d->visit, d->world.knowledge));
    addRemedies(verdict, d->visit);
    return verdict;
}

const knowledge::Knowledge &Diagnosis::knowledge() const
{
    return d->world.knowledge;
}

} // namespace session
