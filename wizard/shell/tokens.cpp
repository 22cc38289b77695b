#include "wizard/shell/tokens.h"

#include "model/contrast.h"

#include <QFont>

namespace wizard::shell {

static QColor rgb(uint value)
{
    return QColor::fromRgb(value);
}

Palette lightPalette()
{
    Palette p;
    p.page = rgb(0xf7f5f0);
    p.card = rgb(0xffffff);
    p.raised = rgb(0xeaf3f3);
    p.ink = rgb(0x1c2526);
    p.muted = rgb(0x475355);
    p.edge = rgb(0x6f7c7e);
    p.hairline = rgb(0xdfdbd2);
    p.accent = rgb(0x0c5159);
    p.onAccent = rgb(0xffffff);
    p.accentDeep = rgb(0x083c42);
    p.accentSoft = rgb(0xdcecec);
    p.onAccentSoft = rgb(0x0a434a);
    p.fine = rgb(0x114a2c);
    p.fineSoft = rgb(0xe3f1e7);
    p.attention = rgb(0x653d00);
    p.attentionSoft = rgb(0xfdf0d5);
    p.bad = rgb(0x7f1d1d);
    p.badSoft = rgb(0xfbe9e6);
    p.focus = rgb(0xb4500b);
    p.lamp = rgb(0x4a3a78);
    p.onLamp = rgb(0xffffff);
    return p;
}

Palette darkPalette()
{
    Palette p;
    p.page = rgb(0x15191b);
    p.card = rgb(0x1f2628);
    p.raised = rgb(0x2a3437);
    p.ink = rgb(0xf2f1ed);
    p.muted = rgb(0xc3cccd);
    p.edge = rgb(0x8b999b);
    p.hairline = rgb(0x364144);
    p.accent = rgb(0x8fd6dc);
    p.onAccent = rgb(0x05282c);
    p.accentDeep = rgb(0xb8e8ec);
    p.accentSoft = rgb(0x1c3f44);
    p.onAccentSoft = rgb(0xd3f1f3);
    p.fine = rgb(0xb4e6c5);
    p.fineSoft = rgb(0x173525);
    p.attention = rgb(0xffd994);
    p.attentionSoft = rgb(0x3c2c0c);
    p.bad = rgb(0xffc9c2);
    p.badSoft = rgb(0x451c1a);
    p.focus = rgb(0xffa95c);
    p.lamp = rgb(0xcdbff2);
    p.onLamp = rgb(0x20153f);
    return p;
}

QList<Pair> textPairs(const Palette &p)
{
    return {{"ink on page", p.ink, p.page},
            {"ink on card", p.ink, p.card},
            {"ink on raised card", p.ink, p.raised},
            {"muted on page", p.muted, p.page},
            {"muted on card", p.muted, p.card},
            {"muted on raised card", p.muted, p.raised},
            {"accent on page", p.accent, p.page},
            {"accent on card", p.accent, p.card},
            {"accent on raised card", p.accent, p.raised},
            {"next action", p.onAccent, p.accent},
            {"next action, pointed at", p.onAccent, p.accentDeep},
            {"soft accent", p.onAccentSoft, p.accentSoft},
            {"fine", p.fine, p.fineSoft},
            {"attention", p.attention, p.attentionSoft},
            {"bad", p.bad, p.badSoft},
            {"fine on card", p.fine, p.card},
            {"attention on card", p.attention, p.card},
            {"bad on card", p.bad, p.card},
            {"ink on fine", p.ink, p.fineSoft},
            {"ink on attention", p.ink, p.attentionSoft},
            {"ink on bad", p.ink, p.badSoft},
            {"ink on soft accent", p.ink, p.accentSoft},
            {"practice strip", p.onLamp, p.lamp}};
}

QList<Pair> edgePairs(const Palette &p)
{
    return {{"field against card", p.edge, p.card},
            {"field against page", p.edge, p.page},
            {"ring against page", p.focus, p.page},
            {"ring against card", p.focus, p.card},
            {"next action against page", p.accent, p.page}};
}

double contrast(const QColor &a, const QColor &b)
{
    return model::contrast(a.rgb() & 0xffffff, b.rgb() & 0xffffff);
}

int Tokens::px(double atHundred) const
{
    return qRound(atHundred * percent / 100.0);
}

QStringList textFamilies()
{
    return {QStringLiteral("BIZ UDPGothic"), QStringLiteral("BIZ UDPゴシック"),
            QStringLiteral("Yu Gothic UI"),  QStringLiteral("Noto Sans CJK JP"),
            QStringLiteral("Noto Sans"),     QStringLiteral("sans-serif")};
}

void standInForMissingFonts()
{
    const QStringList families = textFamilies();
    QFont::insertSubstitutions(families.constFirst(), families.mid(1));
}

QStringList codeFamilies()
{
    return {QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Consolas"), QStringLiteral("BIZ UDGothic"),
            QStringLiteral("Noto Sans Mono CJK JP"), QStringLiteral("monospace")};
}

} // namespace wizard::shell
