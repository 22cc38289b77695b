#include "wizard/shell/footer.h"

#include "wizard/shell/tokens.h"

#include <QEvent>
#include <QGridLayout>
#include <QPushButton>

namespace wizard::shell {

Footer::Footer(QWidget *parent)
    : QWidget(parent), m_grid(new QGridLayout(this)), m_back(new QPushButton), m_aside(new QPushButton),
      m_next(new QPushButton)
{
    setObjectName(QStringLiteral("footer"));
    setAttribute(Qt::WA_StyledBackground);
    m_next->setProperty("role", QStringLiteral("primary"));
    m_next->setDefault(true);
    m_aside->setProperty("role", QStringLiteral("quiet"));
    m_back->setObjectName(QStringLiteral("back"));
    m_next->setObjectName(QStringLiteral("next"));
    m_aside->setObjectName(QStringLiteral("aside"));
    m_grid->setContentsMargins(wide, snug, wide, snug);
    m_grid->setHorizontalSpacing(near);
    m_grid->setVerticalSpacing(tight);
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(m_back, 1, 0);
    m_grid->addWidget(m_aside, 1, 2);
    m_grid->addWidget(m_next, 1, 3);
    connect(m_back, &QPushButton::clicked, this, &Footer::backPressed);
    connect(m_aside, &QPushButton::clicked, this, &Footer::asidePressed);
    connect(m_next, &QPushButton::clicked, this, &Footer::nextPressed);
}

void Footer::show(const Action &next, const Action &aside, bool back)
{
    m_back->setVisible(back);
    m_aside->setText(aside.text);
    m_aside->setVisible(!aside.text.isEmpty());
    m_aside->setEnabled(aside.enabled);
    m_next->setText(next.text);
    m_next->setVisible(!next.text.isEmpty());
    m_next->setEnabled(next.enabled);
    m_aside->setAccessibleName(aside.text);
    m_next->setAccessibleName(next.text);
    fold();
}

void Footer::fold()
{
    int wanted = 2 * wide + near;
    for (const QPushButton *button : {m_back, m_aside, m_next}) {
        if (!button->isHidden())
            wanted += button->sizeHint().width() + near;
    }
    const bool folded = wanted > width();
    if (folded == m_folded)
        return;
    m_folded = folded;
    m_grid->removeWidget(m_aside);
    if (folded)
        m_grid->addWidget(m_aside, 0, 0, 1, 4, Qt::AlignRight);
    else
        m_grid->addWidget(m_aside, 1, 2);
}

void Footer::resizeEvent(QResizeEvent *)
{
    fold();
}

bool Footer::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutRequest)
        fold();
    return done;
}

void Footer::retranslate()
{
    m_back->setText(tr("Back", "@button"));
    m_back->setAccessibleName(m_back->text());
}

} // namespace wizard::shell
