#include "wizard/shell/screen.h"

#include "wizard/shell/tokens.h"
#include "wizard/widgets/paragraph.h"

#include <QEvent>
#include <QVBoxLayout>

namespace wizard::shell {

Screen::Screen(Visit &visit, QWidget *parent)
    : QWidget(parent), m_visit(visit), m_title(new widgets::Paragraph(QStringLiteral("title"))),
      m_lead(new widgets::Paragraph(QStringLiteral("lead"))), m_body(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(wide, apart, wide, wide);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addSpacing(tight);
    column->addWidget(m_lead);
    column->addSpacing(apart);
    m_body->setSpacing(near);
    column->addLayout(m_body);
    column->addStretch();
}

void Screen::speak()
{
    m_title->say(title());
    m_lead->say(lead());
    setAccessibleName(title());
    setAccessibleDescription(lead());
    retranslate();
    emit actionsChanged();
}

void Screen::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        speak();
    QWidget::changeEvent(event);
}

} // namespace wizard::shell
