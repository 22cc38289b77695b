#include "cli/lines_text.h"

#include "cli/output.h"

#include <algorithm>

namespace cli {

namespace {

struct Mark
{
    char16_t sign;
    const char *word;
};

Mark markOf(session::Line::State state)
{
    using State = session::Line::State;
    switch (state) {
    case State::Waiting:
        return {u'.', "state.waiting"};
    case State::Running:
        return {u'~', "state.running"};
    case State::Fine:
        return {u'+', "state.fine"};
    case State::Attention:
        return {u'!', "state.attention"};
    case State::Bad:
        return {u'x', "state.bad"};
    case State::Skipped:
        return {u'-', "state.skipped"};
    }
    Q_UNREACHABLE();
}

bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x20000 && c <= 0x3fffd);
}

} // namespace

int columns(const QString &text)
{
    int width = 0;
    const QList<uint> points = text.toUcs4();
    for (const uint point : points)
        width += isWide(point) ? 2 : 1;
    return width;
}

QString padded(const QString &text, int width)
{
    return text + QString(std::max(0, width - columns(text)), u' ');
}

void sayLine(const session::Line &line, const Words &words)
{
    const Mark mark = markOf(line.state);
    say(QStringLiteral("  ") + QChar(mark.sign) + u' ' + padded(words(QStringLiteral("line.") + line.id), 28)
        + padded(words(QString::fromLatin1(mark.word)), 16) + line.subject);
}

void sayLines(const QList<session::Line> &lines, const Words &words)
{
    for (const session::Line &line : lines)
        sayLine(line, words);
}

} // namespace cli
