#include "wizard/shell/stylesheet.h"

#include <QHash>

#ifdef Q_OS_WIN // where Qt Svg is not there to read the ticks
#include <QtPlugin>
Q_IMPORT_PLUGIN(SvgImages)
#endif

namespace wizard::shell {

// Names in @…@ are tokens. One template, so that the whole look can be read in one place.
static const char *const pattern = R"(
* { font-family: @families@; font-size: @body@px; color: @ink@; }
QWidget#window, QWidget#page, QScrollArea, QDialog { background: @page@; border: none; }
QToolTip { background: @card@; color: @ink@; border: 1px solid @edge@; padding: 6px; }

QWidget#header { background: @card@; border-bottom: 1px solid @hairline@; }
QWidget#footer { background: @card@; border-top: 1px solid @hairline@; }
QWidget#practice { background: @lamp@; }
QLabel[role="strip"] { color: @onLamp@; font-size: @note@px; }
QPushButton#badge { background: @accentSoft@; color: @onAccentSoft@; font-size: @lead@px; font-weight: bold;
    padding: 4px 14px; border-radius: @corner@px; border: 3px solid transparent; min-height: 38px; }
QPushButton#badge:hover { border-color: @accent@; }
QPushButton#badge:focus { border-color: @focus@; }

QLabel[role="title"] { font-size: @title@px; font-weight: bold; }
QLabel[role="lead"] { font-size: @lead@px; }
QLabel[role="heading"] { font-size: @lead@px; font-weight: bold; }
QLabel[role="brand"] { color: @accent@; font-weight: bold; }
QLabel[role="strong"] { font-weight: bold; }
QLabel[role="note"] { font-size: @note@px; color: @muted@; }
QLabel[role="muted"] { color: @muted@; }
QLabel[role="figure"] { font-size: @figure@px; font-weight: bold; color: @accent@; }
QLabel[role="code"] { font-family: @codeFamilies@; }
QLabel[role="word"] { font-weight: bold; }

QPushButton { background: @card@; border: 2px solid @edge@; border-radius: @corner@px; padding: 6px 22px;
    min-height: 36px; min-width: 44px; outline: none; }
QPushButton:hover { background: @raised@; }
QPushButton:pressed { background: @accentSoft@; }
QPushButton:disabled { color: @muted@; border-color: @hairline@; background: @page@; }
QPushButton[role="primary"] { background: @accent@; color: @onAccent@; border: 2px solid @accent@; font-weight: bold;
    padding: 8px 32px; min-height: 40px; min-width: 120px; }
QPushButton[role="primary"]:hover { background: @accentDeep@; }
QPushButton[role="primary"]:disabled { background: @page@; color: @muted@; border: 2px solid @hairline@; }
QPushButton[role="quiet"] { background: transparent; border: 2px solid transparent; color: @accent@;
    padding: 6px 14px; }
QPushButton[role="quiet"]:hover { background: @raised@; }
QPushButton[role="tool"] { background: transparent; border: 2px solid transparent; color: @accent@; font-size: @note@px;
    padding: 4px 12px; min-height: 38px; }
QPushButton[role="tool"]:hover { background: @raised@; }
QPushButton:focus, QPushButton[role="primary"]:focus, QPushButton[role="quiet"]:focus, QPushButton[role="tool"]:focus {
    border: 3px solid @focus@; }
QPushButton::menu-indicator { width: 0px; }

QMenu { background: @card@; border: 1px solid @edge@; padding: 6px; }
QMenu::item { padding: 12px 28px; border-radius: 8px; border: 2px solid transparent; }
QMenu::item:selected { background: @raised@; border-color: @focus@; }

QAbstractButton[role="card"] { background: @card@; border: 2px solid @hairline@; border-radius: @corner@px; }
QAbstractButton[role="card"]:hover { background: @raised@; border-color: @accent@; }
QAbstractButton[role="card"]:pressed { background: @accentSoft@; }
QAbstractButton[role="card"]:checked { background: @accentSoft@; border-color: @accent@; }
QAbstractButton[role="card"]:focus { border: 3px solid @focus@; }

QFrame[role="panel"] { background: @card@; border: 1px solid @hairline@; border-radius: @corner@px; }
QFrame[role="callout"] { border-radius: @corner@px; border: none; background: @accentSoft@; }
QFrame[role="callout"][state="fine"] { background: @fineSoft@; }
QFrame[role="callout"][state="attention"] { background: @attentionSoft@; }
QFrame[role="callout"][state="bad"] { background: @badSoft@; }
QFrame[role="rule"] { background: @hairline@; border: none; min-height: 1px; max-height: 1px; }

QWidget[role="mark"], QLabel[role="word"] { color: @muted@; }
QWidget[state="running"][role="mark"], QLabel[state="running"][role="word"] { color: @accent@; }
QWidget[state="info"][role="mark"], QLabel[state="info"][role="word"] { color: @onAccentSoft@; }
QWidget[state="fine"][role="mark"], QLabel[state="fine"][role="word"] { color: @fine@; }
QWidget[state="attention"][role="mark"], QLabel[state="attention"][role="word"] { color: @attention@; }
QWidget[state="bad"][role="mark"], QLabel[state="bad"][role="word"] { color: @bad@; }

QLineEdit { background: @card@; border: 2px solid @edge@; border-radius: @corner@px; padding: 8px 14px;
    min-height: 36px; selection-background-color: @accent@; selection-color: @onAccent@; }
QLineEdit[role="code"] { font-family: @codeFamilies@; }
QLineEdit:focus { border: 3px solid @focus@; }
QLineEdit:disabled { color: @muted@; border-color: @hairline@; }

QCheckBox { spacing: 14px; min-height: 48px; border: 3px solid transparent; border-radius: 8px; padding: 0 6px; }
QCheckBox:focus { border-color: @focus@; }
QCheckBox::indicator { width: @tick@px; height: @tick@px; border: 2px solid @edge@; border-radius: 6px;
    background: @card@; }
QCheckBox::indicator:checked { background: @accent@; border-color: @accent@; image: url(:/brands/@brand@/tick-@tone@.svg); }

QProgressBar { background: @hairline@; border: none; border-radius: 5px; min-height: 10px; max-height: 10px; }
QProgressBar::chunk { background: @accent@; border-radius: 5px; }

QWidget[role="bars"] { color: @accent@; background: @hairline@; }
QScrollBar:vertical { background: @page@; width: 18px; margin: 0; }
QScrollBar::handle:vertical { background: @edge@; border-radius: 6px; min-height: 60px; margin: 3px; }
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: transparent; }
)";

static QString families(const QStringList &names)
{
    QStringList quoted;
    for (const QString &name : names)
        quoted += QLatin1Char('"') + name + QLatin1Char('"');
    return quoted.join(QLatin1String(", "));
}

QString sheetFor(const Tokens &t)
{
    const Palette &p = t.palette;
    const QHash<QString, QString> values{
        {QStringLiteral("families"), families(textFamilies())},
        {QStringLiteral("codeFamilies"), families(codeFamilies())},
        {QStringLiteral("note"), QString::number(t.note())},
        {QStringLiteral("body"), QString::number(t.body())},
        {QStringLiteral("lead"), QString::number(t.lead())},
        {QStringLiteral("title"), QString::number(t.title())},
        {QStringLiteral("figure"), QString::number(t.figure())},
        {QStringLiteral("corner"), QString::number(corner)},
        {QStringLiteral("tick"), QString::number(qMin(44, t.px(28)))},
        {QStringLiteral("tone"), p.page.lightness() > 128 ? QStringLiteral("light") : QStringLiteral("dark")},
        {QStringLiteral("brand"), t.brand},
        {QStringLiteral("page"), p.page.name()},
        {QStringLiteral("card"), p.card.name()},
        {QStringLiteral("raised"), p.raised.name()},
        {QStringLiteral("ink"), p.ink.name()},
        {QStringLiteral("muted"), p.muted.name()},
        {QStringLiteral("edge"), p.edge.name()},
        {QStringLiteral("hairline"), p.hairline.name()},
        {QStringLiteral("accent"), p.accent.name()},
        {QStringLiteral("onAccent"), p.onAccent.name()},
        {QStringLiteral("accentDeep"), p.accentDeep.name()},
        {QStringLiteral("accentSoft"), p.accentSoft.name()},
        {QStringLiteral("onAccentSoft"), p.onAccentSoft.name()},
        {QStringLiteral("fine"), p.fine.name()},
        {QStringLiteral("fineSoft"), p.fineSoft.name()},
        {QStringLiteral("attention"), p.attention.name()},
        {QStringLiteral("attentionSoft"), p.attentionSoft.name()},
        {QStringLiteral("bad"), p.bad.name()},
        {QStringLiteral("badSoft"), p.badSoft.name()},
        {QStringLiteral("focus"), p.focus.name()},
        {QStringLiteral("lamp"), p.lamp.name()},
        {QStringLiteral("onLamp"), p.onLamp.name()},
    };
    QString text = QString::fromUtf8(pattern);
    for (auto it = values.begin(); it != values.end(); ++it)
        text.replace(QLatin1Char('@') + it.key() + QLatin1Char('@'), it.value());
    return text;
}

} // namespace wizard::shell
