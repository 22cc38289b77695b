#include "model/change.h"

namespace model {

QString name(Refusal refusal)
{
    switch (refusal) {
    case Refusal::None:
        return QStringLiteral("none");
    case Refusal::NotApplicable:
        return QStringLiteral("not-applicable");
    case Refusal::ProgramRunning:
        return QStringLiteral("program-running");
    case Refusal::NotWritable:
        return QStringLiteral("not-writable");
    case Refusal::DiskFull:
        return QStringLiteral("disk-full");
    case Refusal::LinkedFile:
        return QStringLiteral("linked-file");
    case Refusal::ForeignOwner:
        return QStringLiteral("foreign-owner");
    case Refusal::NotPlainFile:
        return QStringLiteral("not-plain-file");
    case Refusal::Unreadable:
        return QStringLiteral("unreadable");
    case Refusal::ChangedMeanwhile:
        return QStringLiteral("changed-meanwhile");
    case Refusal::InputOutput:
        return QStringLiteral("input-output");
    case Refusal::AnotherTodoku:
        return QStringLiteral("another-todoku");
    case Refusal::NotFound:
        return QStringLiteral("not-found");
    }
    Q_UNREACHABLE();
}

QString name(EntryState state)
{
    switch (state) {
    case EntryState::Intended:
        return QStringLiteral("intended");
    case EntryState::Done:
        return QStringLiteral("done");
    case EntryState::Undone:
        return QStringLiteral("undone");
    case EntryState::RolledBack:
        return QStringLiteral("rolled-back");
    case EntryState::Conflict:
        return QStringLiteral("conflict");
    }
    Q_UNREACHABLE();
}

} // namespace model
