#include "remedies/bmf_splitter.h"

namespace remedies {

using model::Outcome;

BmfSplitter::BmfSplitter(std::function<Outcome(const char *, qsizetype)> text, std::function<Outcome()> done)
    : m_text(std::move(text)), m_done(std::move(done))
{
}

Outcome BmfSplitter::feed(const QByteArray &chunk)
{
    Outcome outcome;
    for (qsizetype at = 0; outcome.ok() && at < chunk.size();) {
        const char next = chunk[at];
        switch (m_at) {
        case At::LineStart:
            m_at = next == '.' ? At::Dot : At::Line;
            at += next == '.' ? 1 : 0;
            break;
        case At::Dot:
            m_at = next == '\r' ? At::DotReturn : next == '\n' ? At::LineStart : At::Line;
            if (next == '\n')
                outcome = m_done();
            else if (next != '\r' && next != '.')
                outcome = m_text(".", 1); // a line that was not doubled keeps its dot
            at += next == '\r' || next == '\n' ? 1 : 0;
            break;
        case At::DotReturn:
            m_at = next == '\n' ? At::LineStart : At::Line;
            outcome = next == '\n' ? m_done() : m_text(".\r", 2);
            at += next == '\n' ? 1 : 0;
            break;
        case At::Line: {
            const qsizetype end = chunk.indexOf('\n', at);
            const qsizetype behind = end < 0 ? chunk.size() : end + 1;
            outcome = m_text(chunk.constData() + at, behind - at);
            m_at = end < 0 ? At::Line : At::LineStart;
            at = behind;
            break;
        }
        }
    }
    return outcome;
}

Outcome BmfSplitter::end()
{
    // A last dot without a line break ends its message, too.
    return m_done();
}

} // namespace remedies
