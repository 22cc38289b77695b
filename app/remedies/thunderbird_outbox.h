// thunderbird.set-outbox-aside: takes mails that are sent again and again out of the outbox. Each can be
// opened as a file afterwards; undo puts the outbox back.
#pragma once

#include "remedies/remedy.h"

namespace remedies {

/// Only outboxes that are mbox files: a maildir's messages are files already, and the program's own list of
/// them is not ours to rewrite.
class ThunderbirdOutbox : public Remedy
{
public:
    QString id() const override { return QStringLiteral("thunderbird.set-outbox-aside"); }
    bool applies(const model::Case &visit) const override;
    /// Per outbox: key "messages", their number, and 0. The entry made by apply() names the whole copy
    /// instead.
    QList<model::Change> preview(const model::Case &visit) const override;
    model::Outcome apply(const model::Case &visit, Journal &journal) const override;
    bool verify(const model::JournalEntry &entry) const override;
};

} // namespace remedies
