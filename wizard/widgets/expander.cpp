#include "wizard/widgets/expander.h"

namespace wizard::widgets {

Expander::Expander(QWidget *parent) : QWidget(parent), m_button(new QPushButton), m_panel(new Panel)
{
    m_button->setProperty("role", QStringLiteral("quiet"));
    m_button->setCheckable(true);
    m_panel->column()->setSpacing(8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    column->addWidget(m_panel);
    m_panel->hide();
    connect(m_button, &QPushButton::toggled, this, &Expander::show);
}

void Expander::say(const QString &closed, const QString &open)
{
    m_closed = closed;
    m_open = open;
    show();
}

void Expander::show()
{
    const bool open = m_button->isChecked();
    // Signs that every font has: the small triangles are in none of the Japanese ones of Windows.
    m_button->setText(open ? QStringLiteral("−  ") + m_open : QStringLiteral("+  ") + m_closed);
    m_button->setAccessibleName(open ? m_open : m_closed);
    m_panel->setVisible(open);
}

} // namespace wizard::widgets
