#include "wizard/widgets/phrases.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>

namespace wizard::widgets {

static bool isHiragana(QChar c)
{
    return c.script() == QChar::Script_Hiragana;
}

static bool isJapanese(QChar c)
{
    return isHiragana(c) || c.script() == QChar::Script_Han || c.script() == QChar::Script_Katakana
        || c == QChar(0x30fc);
}

/// Japanese writes its words in kanji, katakana or Latin, and their endings and particles in hiragana: a
/// change from hiragana back to anything else begins a new phrase. Honorific お and ご belong to what
/// follows.
static bool endsPhrase(QStringView text, qsizetype at)
{
    const QChar before = text[at - 1], after = text[at];
    if (before.isSpace()) // "1 通": a number and its counter stay together
        return at < 2 || !text[at - 2].isDigit() || !isJapanese(after);
    if (before == QChar(0x304a) || before == QChar(0x3054)) // お ご
        return false;
    if (before.isPunct() || before == QChar(0xff5e))
        return isJapanese(after) || isJapanese(before) || before.unicode() > 0x2000;
    if (isHiragana(before) && (after == QChar(0x304a) || after == QChar(0x3054)))
        return QStringView(u"をはにがもと").contains(before); // 契約書を｜お手元に, but 送りなおす
    if (isHiragana(before))
        return !isHiragana(after);
    return isJapanese(before) && after.isPunct(); // 「 after a kanji: UAX 14 has already forbidden the rest
}

static QStringList cut(const QString &text, bool onlyPhrases)
{
    QStringList parts;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    qsizetype from = 0;
    for (qsizetype at = finder.toNextBoundary(); at >= 0; at = finder.toNextBoundary()) {
        const bool last = at >= text.size();
        if (at <= from || (!last && onlyPhrases && !endsPhrase(text, at)))
            continue;
        parts += text.mid(from, at - from);
        from = at;
    }
    if (from < text.size())
        parts += text.mid(from);
    return parts;
}

QStringList phrases(const QString &text)
{
    return cut(text, true);
}

QStringList pieces(const QString &phrase)
{
    QStringList parts = cut(phrase, false);
    if (parts.size() > 1 || phrase.size() < 2)
        return parts;
    // Without any allowed place: a telephone number between its groups, an address or a path better cut
    // anywhere than lost behind the edge.
    static const QRegularExpression telephone(QStringLiteral("^[0-9]+(-[0-9]+)+$"));
    static const QRegularExpression group(QStringLiteral("[0-9]+-?"));
    static const QRegularExpression character(QStringLiteral("."),
                                              QRegularExpression::DotMatchesEverythingOption);
    parts.clear();
    for (const QRegularExpressionMatch &part :
         (telephone.match(phrase).hasMatch() ? group : character).globalMatch(phrase))
        parts += part.captured();
    return parts;
}

} // namespace wizard::widgets
