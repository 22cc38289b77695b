// Questions at a terminal. Away from one, nobody is asked and the answer that was set beforehand counts.
#pragma once

#include "model/secret.h"

#include <QString>

namespace cli {

class Prompt
{
public:
    /// `yes`: every question counts as answered with yes, nobody is asked.
    explicit Prompt(bool yes);

    bool interactive() const { return m_interactive; }
    /// Empty when the person just pressed Enter, or nobody is there.
    QString ask(const QString &question) const;
    /// Enter alone means yes.
    bool yes(const QString &question) const;
    /// Not shown while it is typed.
    model::Secret password(const QString &question) const;

private:
    bool m_interactive = false;
};

} // namespace cli
