// A remedy changes one thing on this PC: it shows exactly what, keeps a backup, verifies, and can be undone.
#pragma once

#include "model/case.h"
#include "model/change.h"
#include "remedies/journal.h"

#include <QList>
#include <QString>

namespace remedies {

class Remedy
{
public:
    virtual ~Remedy() = default;

    /// Stable id, as in findings, JSON and the command line: "thunderbird.raise-timeout".
    virtual QString id() const = 0;
    /// True if the case holds something that this remedy can put right.
    virtual bool applies(const model::Case &visit) const = 0;
    /// Exactly what would change; reads, never writes.
    virtual QList<model::Change> preview(const model::Case &visit) const = 0;
    /// Backup first, atomic, journaled. Blocks for as long as the disk does.
    virtual model::Outcome apply(const model::Case &visit, Journal &journal) const = 0;
    /// True while what `apply` did is still so.
    virtual bool verify(const model::JournalEntry &entry) const = 0;
};

/// The plain table of all remedies: catalogue.cpp.
const QList<const Remedy *> &catalogue();
const Remedy *remedyNamed(const QString &id);

} // namespace remedies
