#include "wizard/widgets/panel.h"

#include "wizard/widgets/paragraph.h"

#include <QVBoxLayout>

namespace wizard::widgets {

Panel::Panel(QWidget *parent) : QFrame(parent), m_column(new QVBoxLayout(this))
{
    setProperty("role", QStringLiteral("panel"));
    m_column->setContentsMargins(20, 16, 20, 16);
    m_column->setSpacing(4);
}

Paragraph *Panel::add(const QString &role, const QString &text)
{
    if (text.isEmpty())
        return nullptr;
    auto *paragraph = new Paragraph(role);
    m_column->addWidget(paragraph);
    paragraph->say(text);
    return paragraph;
}

void Panel::clear()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace wizard::widgets
