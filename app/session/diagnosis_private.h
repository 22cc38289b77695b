// What a Diagnosis is made of. For session/diagnosis*.cpp only.
#pragma once

#include "practice/practice_provider.h"
#include "session/app_reading.h"
#include "session/changes.h"
#include "session/diagnosis.h"
#include "session/kept_password.h"
#include "session/mailbox.h"
#include "session/practice_home.h"
#include "session/runner.h"
#include "session/world.h"

namespace session {

struct Diagnosis::Private
{
    Private(Diagnosis *owner, const Options &given);

    // Order of life: whatever a probe points at must outlive the runner
    Diagnosis *q;
    Options options;
    World world;
    QString error;
    model::Case visit;
    model::Secret password;
    bool keepPassword = false;
    std::unique_ptr<practice::PracticeProvider> practice;
    std::unique_ptr<PracticeHome> practiceHome;
    Runner runner;
    AppReading apps;
    std::unique_ptr<Changes> changes;
    KeptPassword kept;
    Rescue rescue;
    bool looking = false;
    bool timing = false;
    qsizetype timingFrom = 0; ///< facts before this index belong to an earlier timing test

    void startPractice(const QStringList &faults);
    void buildPracticeHome(const QStringList &faults);
    void makeChanges();
    void chooseProvider();
    mailapps::Places places() const;
    void noted(const model::Fact &fact);
    void read(const QList<model::MailApp> &found);
    void settle(); ///< tells who waits, once nothing is under way
};

} // namespace session
