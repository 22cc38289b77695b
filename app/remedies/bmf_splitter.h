// Takes a .bmf file of Becky! apart as it streams by: messages end with a line that holds a dot alone, and of
// a line that begins with two dots one is taken off.
#pragma once

#include "model/change.h"

#include <QByteArray>
#include <functional>

namespace remedies {

class BmfSplitter
{
public:
    /// `text` hears the bytes of a message, in pieces; `done` hears that it has ended. Both may refuse, which
    /// ends the walk.
    BmfSplitter(std::function<model::Outcome(const char *, qsizetype)> text,
                std::function<model::Outcome()> done);

    model::Outcome feed(const QByteArray &chunk);
    /// The file has ended, with or without the last dot.
    model::Outcome end();

private:
    enum class At
    {
        LineStart,
        Dot, ///< a dot at the start of a line, what follows is not known yet
        DotReturn, ///< that and a carriage return
        Line
    };

    std::function<model::Outcome(const char *, qsizetype)> m_text;
    std::function<model::Outcome()> m_done;
    At m_at = At::LineStart;
};

} // namespace remedies
