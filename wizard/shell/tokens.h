// The named colours, sizes and distances of the program. Every pixel on screen comes from here; README.md has
// the reasons.
#pragma once

#include <QColor>
#include <QList>
#include <QStringList>

namespace wizard::shell {

/// Colours by what they mean, never by what they look like. "Soft" is the ground, the plain name the ink on
/// it.
struct Palette
{
    QColor page, card, raised; ///< grounds: window, cards and fields, pressed or hovered cards
    QColor ink, muted; ///< text, and text that may be skipped
    QColor edge; ///< borders of things that can be used (3:1 against their surroundings)
    QColor hairline; ///< borders that only calm the eye
    QColor accent, onAccent, accentDeep; ///< the next action; accentDeep while it is pointed at
    QColor accentSoft, onAccentSoft; ///< the screen number, what is under way
    QColor fine, fineSoft, attention, attentionSoft, bad, badSoft;
    QColor focus; ///< the ring around what the keyboard speaks to
    QColor lamp, onLamp; ///< the strip that says "practice"
};

Palette lightPalette();
Palette darkPalette();

/// Two colours that meet as text and ground somewhere on screen.
struct Pair
{
    const char *name;
    QColor text, ground;
};
/// Every such pair; a test holds each of them to 7:1.
QList<Pair> textPairs(const Palette &palette);
/// Borders and rings against what is around them; 3:1.
QList<Pair> edgePairs(const Palette &palette);
/// WCAG 2.2 contrast ratio, 1..21.
double contrast(const QColor &a, const QColor &b);

/// How large text is: 100, 150 or 200 percent.
inline const QList<int> textSizes{100, 150, 200};

struct Tokens
{
    Palette palette;
    int percent = 100;
    QString brand = QStringLiteral("todoku"); ///< whose ticks fit the accent

    int px(double atHundred) const; ///< grows with the text size
    int note() const { return px(16); }
    int body() const { return px(19); }
    int lead() const { return px(22); }
    int title() const { return px(31); }
    int figure() const { return px(54); } ///< one number that matters
};

// Distances: a grid of 4, and only these steps. They do not grow with the text: the room is needed for it.
inline constexpr int hair = 4, tight = 8, snug = 12, near = 16, apart = 24, wide = 32, far = 48;
/// The least side of anything that can be pressed.
inline constexpr int leastTarget = 48;
/// Corner of cards, buttons and fields.
inline constexpr int corner = 12;
/// The column of a screen, in widths of a full-width character. Lines of text are shorter:
/// widgets::Paragraph.
inline constexpr int columnWidth = 50;

/// BIZ UDPGothic where it is installed, else the best of the system.
QStringList textFamilies();
/// The pictures of the walk-throughs name the first family alone: where this PC does not have it, they are
/// written in the others. Once, when the program starts.
void standInForMissingFonts();
/// For addresses, host names and codes: 0 and O, 1 and l can be told apart.
QStringList codeFamilies();

} // namespace wizard::shell
