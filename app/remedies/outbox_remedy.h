// PROGRAM.set-outbox-aside: takes mails that are sent again and again out of the outbox. Each can be opened
// as a file afterwards; undo puts the outbox back.
#pragma once

#include "remedies/remedy.h"
#include "remedies/set_aside.h"

namespace remedies {

/// What one program's outbox is made of.
struct OutboxKind
{
    QString program; ///< its id; the remedy's begins with it
    MailFolder::Kind kind = MailFolder::Kind::Mbox;
    QStringList executables; ///< who must be closed; empty: told by a lock in the profile
};

/// Of Thunderbird only outboxes that are mbox files: a maildir's messages are files already, and the
/// program's own list of them is not ours to rewrite.
class OutboxRemedy : public Remedy
{
public:
    explicit OutboxRemedy(OutboxKind kind) : m_kind(std::move(kind)) { }

    QString id() const override { return m_kind.program + QStringLiteral(".set-outbox-aside"); }
    bool applies(const model::Case &visit) const override;
    /// Per outbox: key "messages", their number, and 0. The entry made by apply() names the whole copy
    /// instead.
    QList<model::Change> preview(const model::Case &visit) const override;
    model::Outcome apply(const model::Case &visit, Journal &journal) const override;
    bool verify(const model::JournalEntry &entry) const override;

private:
    QList<MailFolder> folders(const model::AppProfile &profile, const model::Outbox &outbox) const;
    /// True if nothing waits there any more.
    bool isEmpty(const QString &path) const;

    OutboxKind m_kind;
};

} // namespace remedies
