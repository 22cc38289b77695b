// What the remedies share that change values in settings files of mail programs.
#pragma once

#include "remedies/remedy.h"
#include "remedies/safe_edit.h"

#include <optional>

namespace remedies {

class FileRemedy : public Remedy
{
public:
    bool applies(const model::Case &visit) const override;
    QList<model::Change> preview(const model::Case &visit) const override;
    /// All files that need it, or none.
    model::Outcome apply(const model::Case &visit, Journal &journal) const override;
    bool verify(const model::JournalEntry &entry) const override;

protected:
    /// The files concerned. A patch refuses with NotApplicable where nothing is to be changed (any more),
    /// with Unreadable where the file is not as it should be.
    virtual QList<Edit> edits(const model::Case &visit) const = 0;
    /// The value of this key in a file as it stands now, written as in model::Change; nothing: not readable.
    virtual std::optional<QString> valueIn(const QByteArray &file, const QString &key) const = 0;
};

} // namespace remedies
