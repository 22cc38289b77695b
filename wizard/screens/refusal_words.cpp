#include "wizard/screens/refusal_words.h"

#include "wizard/screens/words.h"

namespace wizard::screens {

using model::Refusal;

QString RefusalWords::what(Refusal refusal)
{
    switch (refusal) {
    case Refusal::None:
        return {};
    case Refusal::NotApplicable:
        return tr("There is nothing left to change.", "@refusal");
    case Refusal::ProgramRunning:
        return tr("Your mail program is open.", "@refusal");
    case Refusal::NotWritable:
        return tr("This PC does not allow the settings to be changed.", "@refusal");
    case Refusal::DiskFull:
        return tr("There is not enough free space on this PC.", "@refusal");
    case Refusal::LinkedFile:
        return tr("The settings are kept in an unusual place.", "@refusal");
    case Refusal::ForeignOwner:
        return tr("The settings belong to another user of this PC.", "@refusal");
    case Refusal::NotPlainFile:
        return tr("Something else stands where the settings should be.", "@refusal");
    case Refusal::Unreadable:
        return tr("The settings cannot be read: they are damaged or only half written.", "@refusal");
    case Refusal::ChangedMeanwhile:
        return tr("The settings were changed by someone else in the meantime.", "@refusal");
    case Refusal::InputOutput:
        return tr("The disk reported an error while saving.", "@refusal");
    case Refusal::AnotherTodoku:
        return tr("This program is open a second time.", "@refusal");
    case Refusal::NotFound:
        return tr("The settings are no longer there.", "@refusal");
    }
    Q_UNREACHABLE();
}

QString RefusalWords::wayOn(const model::Outcome &outcome)
{
    switch (outcome.refusal) {
    case Refusal::None:
        return {};
    case Refusal::NotApplicable:
        return tr("Please press “Back” and check again.", "@way on");
    case Refusal::ProgramRunning:
        return tr("Please close it, then press “Try again”. Nothing has been changed.", "@way on");
    case Refusal::NotWritable:
        return tr("Nothing has been changed. You can change the setting by hand: press “Back”. Or ask the "
                  "person who "
                  "looks after this PC.",
                  "@way on");
    case Refusal::DiskFull:
        if (outcome.bytesNeeded > 0)
            return tr("Please free about %1, for example by emptying the bin, then press “Try again”. "
                      "Nothing has been "
                      "changed.",
                      "@way on")
                .arg(Words::megabytes(outcome.bytesNeeded));
        return tr("Please empty the bin, for example, then press “Try again”. Nothing has been changed.",
                  "@way on");
    case Refusal::LinkedFile:
        return tr("To be safe, nothing has been changed. Please change the setting by hand: press “Back”.",
                  "@way on");
    case Refusal::ForeignOwner:
        return tr(
            "Nothing has been changed. Please sign in to the PC as that user, and start this program there.",
            "@way on");
    case Refusal::NotPlainFile:
        return tr("To be safe, nothing has been changed. Please ask by phone.", "@way on");
    case Refusal::Unreadable:
        return tr("To be safe, nothing has been changed. Open your mail program once, close it again, then "
                  "press “Try "
                  "again”.",
                  "@way on");
    case Refusal::ChangedMeanwhile:
        return tr("Nothing was overwritten. Please close your mail program, then press “Try again”.",
                  "@way on");
    case Refusal::InputOutput:
        return tr("Your old settings are still there. Please restart the PC and try once more. If it happens "
                  "again, ask "
                  "by phone.",
                  "@way on");
    case Refusal::AnotherTodoku:
        return tr("Please close the other window, then press “Try again”.", "@way on");
    case Refusal::NotFound:
        return tr("Nothing has been changed. Please press “Back” and check again.", "@way on");
    }
    Q_UNREACHABLE();
}

bool RefusalWords::canTryAgain(Refusal refusal)
{
    switch (refusal) {
    case Refusal::ProgramRunning:
    case Refusal::DiskFull:
    case Refusal::Unreadable:
    case Refusal::ChangedMeanwhile:
    case Refusal::InputOutput:
    case Refusal::AnotherTodoku:
    case Refusal::NotWritable:
        return true;
    case Refusal::None:
    case Refusal::NotApplicable:
    case Refusal::LinkedFile:
    case Refusal::ForeignOwner:
    case Refusal::NotPlainFile:
    case Refusal::NotFound:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace wizard::screens
