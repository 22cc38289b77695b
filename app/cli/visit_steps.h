// The steps of `visit`, in the order in which they are taken. Each says what it does and waits for its own
// end.
#pragma once

#include "cli/command.h"
#include "cli/prompt.h"
#include "cli/walk.h"

namespace cli {

struct VisitSteps
{
    Walk &walk;
    const Call &call;
    const Prompt &prompt;
    QStringList &entries; ///< journal entries of what was changed

    // False: interrupted
    bool address() const;
    bool look() const;
    /// False: nothing to lead through, the verdict says it all.
    bool question() const;
    bool stop() const;
    bool measure() const;
    bool raise() const;
    bool prove() const;

private:
    QString words(const char *key) const { return call.words(QString::fromLatin1(key)); }
    void sayGuide(const QString &task) const;
    bool apply(const QString &remedy) const;
    /// Of the chosen mail program, or of the first that needs it; empty: none.
    QString remedyFor(QStringView task) const;
    bool mayChange() const;
};

} // namespace cli
