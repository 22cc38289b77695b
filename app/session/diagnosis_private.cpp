#include "session/diagnosis_private.h"

#include <algorithm>
#include <utility>

namespace session {

namespace {

constexpr int patientSeconds
    = 600; ///< RFC 5321 section 4.5.3.2.6: what a program should wait after the final dot
constexpr int usualSeconds = 100; ///< what Thunderbird waits unless somebody changes it
/// A program gives up before the scan ends, or there is nothing to practise: 60 s beside the usual 75 s.
int impatientSeconds(double scanSeconds)
{
    return std::max(1, int(scanSeconds * 0.8));
}

/// What the made-up mail program uses: the pack's first way, or POP3 where the fault lies with POP3.
model::Endpoint practiceIncoming(const model::Provider &pack, const QStringList &faults)
{
    static const QStringList ofPop3{QStringLiteral("in-use"),         QStringLiteral("silent-pop3"),
                                    QStringLiteral("left-on-server"), QStringLiteral("mail-in-junk"),
                                    QStringLiteral("poison-message"), QStringLiteral("zero-octet"),
                                    QStringLiteral("giant-message")};
    const bool pop3 = std::any_of(faults.begin(), faults.end(),
                                  [](const QString &fault) { return ofPop3.contains(fault); });
    for (const model::ProviderServer &server : pack.incoming)
        if (!pop3 || server.endpoint.protocol == model::Protocol::Pop3)
            return server.endpoint;
    return {};
}

} // namespace

Diagnosis::Private::Private(Diagnosis *owner, const Options &given)
    : q(owner), options(given), world(worldOf(given)), error(world.error),
      runner(probes::catalogue(), &visit, &world.environment, &password), kept(given.journalFolder)
{
    visit.startedAt = QDateTime::currentDateTimeUtc();
    connect(&runner, &Runner::noted, q, [this](const model::Fact &fact) { noted(fact); });
    connect(&runner, &Runner::changed, q, &Diagnosis::linesChanged);
    connect(&runner, &Runner::stage, q, [this](const QString &kind, const QString &name) {
        if (kind == u"submit")
            emit q->timingStage(name);
    });
    connect(&rescue, &Rescue::done, q, &Diagnosis::rescued);
    connect(&rescue, &Rescue::noted, q, [this](const model::Fact &fact) { visit.add(fact); });
    connect(&runner, &Runner::quiet, q, [this] { settle(); });
    connect(&apps, &AppReading::done, q, [this](const QList<model::MailApp> &found) { read(found); });
    connect(&kept, &KeptPassword::hasRead, q, [this](model::Secret *found) {
        if (found)
            q->offerPassword(std::move(*found), false);
        emit q->passwordResult(found != nullptr);
    });
    connect(&kept, &KeptPassword::hasForgotten, q,
            [this](int, int left) { emit q->passwordForgotten(left == 0); });
    makeChanges();
    if (error.isEmpty() && options.practice)
        startPractice(options.practiceFaults);
    chooseProvider();
}

void Diagnosis::Private::makeChanges()
{
    const QString folder = options.journalFolder.isEmpty() && practiceHome ? practiceHome->journalFolder()
                                                                           : options.journalFolder;
    changes = std::make_unique<Changes>(folder);
    connect(changes.get(), &Changes::applied, q,
            [this](const QString &remedy, const model::Outcome &outcome) {
                emit q->applied(remedy, outcome);
                q->refreshApps();
            });
    connect(changes.get(), &Changes::undone, q, [this](const QString &entry, const model::Outcome &outcome) {
        emit q->undone(entry, outcome);
        q->refreshApps();
    });
}

void Diagnosis::Private::startPractice(const QStringList &faults)
{
    auto started = std::make_unique<practice::PracticeProvider>();
    if (!started->start(faults, options.practiceScanSeconds)) {
        error = QStringLiteral("practice-failed: ") + started->error();
        return;
    }
    practice = std::move(started);
    error.clear();
    addPractice(world, options, *practice);
    buildPracticeHome(faults);
    visit.address = practice->address();
    chooseProvider();
}

void Diagnosis::Private::buildPracticeHome(const QStringList &faults)
{
    if (!options.home.isEmpty())
        return; // somebody brings their own
    const bool slow = faults.contains(QStringLiteral("slow-scan"));
    auto home = std::make_unique<PracticeHome>();
    const model::Provider pack = practice->pack();
    PracticeHome::Wishes wishes;
    wishes.address = practice->address();
    wishes.incoming = practiceIncoming(pack, faults);
    if (!pack.outgoing.isEmpty())
        wishes.outgoing = pack.outgoing.first().endpoint;
    const bool giant = faults.contains(QStringLiteral("giant-message"));
    wishes.timeoutSeconds = giant ? usualSeconds
        : slow                    ? impatientSeconds(options.practiceScanSeconds)
                                  : std::max(patientSeconds, pack.recommendedTimeoutSeconds);
    wishes.outboxStuck = slow;
    if (!home->build(wishes)) {
        error = QStringLiteral("practice-failed: ") + home->path();
        return;
    }
    practiceHome = std::move(home);
    makeChanges();
}

void Diagnosis::Private::chooseProvider()
{
    const QString domain = visit.address.mid(visit.address.lastIndexOf(u'@') + 1);
    visit.provider = world.provider;
    visit.practice = false;
    if (practice && practice->pack().serves(domain)) {
        visit.provider = practice->pack();
        visit.practice = true;
    } else if (!visit.provider && !domain.isEmpty()) {
        visit.provider = world.knowledge.providerFor(domain);
    }
}

mailapps::Places Diagnosis::Private::places() const
{
    if (practiceHome)
        return {practiceHome->path(), {}, {}};
    return {options.home, options.registryExport};
}

void Diagnosis::Private::noted(const model::Fact &fact)
{
    // Only a password that opened something is worth keeping
    if (fact.step == model::Step::Login && fact.ok() && std::exchange(keepPassword, false))
        kept.keep(visit, password);
    emit q->factNoted(fact);
    emit q->linesChanged();
    if (fact.step == model::Step::Submit || fact.step == model::Step::Arrive)
        emit q->timingChanged();
}

void Diagnosis::Private::read(const QList<model::MailApp> &found)
{
    visit.apps = found;
    visit.appsRead = true;
    if (!visit.provider && visit.address.isEmpty()) {
        // A guest: the account that the mail program has tells whose pack applies
        if (const auto account = visit.account())
            visit.provider
                = world.knowledge.providerFor(account->address.mid(account->address.lastIndexOf(u'@') + 1));
    }
    emit q->appsChanged();
    emit q->linesChanged();
    if (looking)
        runner.run(); // the accounts may name servers that were not asked
    else
        settle();
}

void Diagnosis::Private::settle()
{
    if (runner.isBusy() || apps.isRunning())
        return;
    const bool looked = std::exchange(looking, false);
    const bool timed = std::exchange(timing, false);
    if (!looked && !timed)
        return;
    emit q->linesChanged();
    if (timed)
        emit q->timingFinished();
    if (looked)
        emit q->looked();
}

} // namespace session
