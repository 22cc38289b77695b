#include "wizard/shell/header.h"

#include "wizard/shell/language.h"
#include "wizard/shell/reading.h"
#include "wizard/shell/tokens.h"
#include "wizard/widgets/paragraph.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace wizard::shell {

Header::Header(QWidget *parent)
    : QWidget(parent), m_badge(new QPushButton), m_reading(new widgets::Paragraph(QStringLiteral("note"))),
      m_contact(new QPushButton), m_jump(new QPushButton), m_size(new QPushButton), m_tongue(new QPushButton),
      m_more(new QPushButton)
{
    setObjectName(QStringLiteral("header"));
    setAttribute(Qt::WA_StyledBackground);
    m_badge->setObjectName(QStringLiteral("badge"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(wide, tight, apart, tight);
    row->setSpacing(hair);
    row->addWidget(m_badge);
    row->addSpacing(tight);
    row->addWidget(m_reading);
    m_reading->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
    row->addStretch();
    for (QPushButton *tool : {m_contact, m_jump, m_size, m_tongue, m_more}) {
        tool->setProperty("role", QStringLiteral("tool"));
        row->addWidget(tool);
    }
    for (QPushButton *tool : {m_size, m_tongue, m_more})
        tool->setMenu(new QMenu(tool));
    connect(m_badge, &QPushButton::clicked, this, &Header::jumpAsked);
    connect(m_jump, &QPushButton::clicked, this, &Header::jumpAsked);
    connect(m_contact, &QPushButton::clicked, this, &Header::contactAsked);
}

void Header::show(const QString &screenId)
{
    m_id = screenId;
    retranslate();
}

void Header::setLanguage(const QString &code)
{
    m_language = code;
    fillMenus();
}

void Header::setTextSize(int percent)
{
    m_percent = percent;
    fillMenus();
    fold();
}

void Header::retranslate()
{
    m_badge->setText(m_id);
    m_badge->setAccessibleName(tr("Screen %1, read aloud: %2", "@accessible").arg(m_id, Reading::line(m_id)));
    m_badge->setAccessibleDescription(tr("Press to go to another screen by its number.", "@accessible"));
    m_badge->setToolTip(tr("Number of this screen. Say it on the telephone.", "@tooltip"));
    m_reading->say(Reading::line(m_id));
    m_contact->setText(tr("Ask by phone", "@button"));
    m_jump->setText(tr("Go to number", "@button"));
    m_size->setText(tr("Text size", "@button"));
    m_tongue->setText(tr("Language (ことば)", "@button"));
    m_more->setText(tr("Menu", "@button"));
    m_contact->setAccessibleDescription(tr("Shows whom to call, and what to say.", "@accessible"));
    m_jump->setAccessibleDescription(tr("Go to the screen whose number you are told.", "@accessible"));
    fillMenus();
    fold();
}

static void addSizes(Header *header, QMenu *menu, int current)
{
    const QStringList names{Header::tr("Normal", "@text size"), Header::tr("Large", "@text size"),
                            Header::tr("Very large", "@text size")};
    auto *group = new QActionGroup(menu);
    for (int i = 0; i < textSizes.size(); ++i) {
        const int percent = textSizes[i];
        auto *action
            = menu->addAction(names[i], header, [header, percent] { emit header->textSizeChosen(percent); });
        action->setCheckable(true);
        action->setChecked(percent == current);
        group->addAction(action);
    }
}

static void addLanguages(Header *header, QMenu *menu, const QString &current)
{
    auto *group = new QActionGroup(menu);
    for (const Language::Choice &choice : Language::choices()) {
        const QString code = choice.code;
        auto *action
            = menu->addAction(choice.name, header, [header, code] { emit header->languageChosen(code); });
        action->setCheckable(true);
        action->setChecked(code == current);
        group->addAction(action);
    }
}

void Header::fillMenus()
{
    for (QPushButton *tool : {m_size, m_tongue, m_more})
        tool->menu()->clear();
    addSizes(this, m_size->menu(), m_percent);
    addLanguages(this, m_tongue->menu(), m_language);
    QMenu *all = m_more->menu();
    all->addAction(m_contact->text(), this, &Header::contactAsked);
    all->addAction(m_jump->text(), this, &Header::jumpAsked);
    all->addSeparator();
    addSizes(this, all, m_percent);
    all->addSeparator();
    addLanguages(this, all, m_language);
}

void Header::fold()
{
    ensurePolished();
    int wanted = wide + apart + m_badge->sizeHint().width() + m_reading->sizeHint().width() + 2 * wide;
    for (const QPushButton *tool : {m_contact, m_jump, m_size, m_tongue})
        wanted += tool->sizeHint().width() + hair;
    const bool folded = wanted > width();
    for (QPushButton *tool : {m_contact, m_jump, m_size, m_tongue})
        tool->setVisible(!folded);
    m_more->setVisible(folded);
}

void Header::resizeEvent(QResizeEvent *)
{
    fold();
}

bool Header::event(QEvent *event)
{
    // After a change of the style sheet the widths of the tools are others.
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutRequest)
        fold();
    return done;
}

} // namespace wizard::shell
