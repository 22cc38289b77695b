#include "wizard/shell/sheet.h"

#include "wizard/shell/tokens.h"
#include "wizard/widgets/paragraph.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace wizard::shell {

Sheet::Sheet(const QString &title, QWidget *parent)
    : QDialog(parent), m_body(new QVBoxLayout), m_column(new QVBoxLayout(this)), m_buttons(new QWidget)
{
    setWindowTitle(title);
    setAccessibleName(title);
    auto *heading = new widgets::Paragraph(QStringLiteral("title"));
    heading->say(title);
    m_column->setContentsMargins(wide, apart, wide, apart);
    m_column->setSpacing(near);
    m_column->addWidget(heading);
    m_body->setSpacing(near);
    m_column->addLayout(m_body);
    m_column->addSpacing(tight);
    m_column->addWidget(m_buttons);
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch();
    setMinimumWidth(parent ? qMin(parent->width() - far, 640) : 560);
}

QPushButton *Sheet::addButton(const QString &text, const QString &role, DialogCode code)
{
    auto *button = new QPushButton(text);
    button->setProperty("role", role);
    button->setDefault(role == QLatin1String("primary"));
    button->setAutoDefault(button->isDefault());
    m_buttons->layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, code] { done(code); });
    return button;
}

} // namespace wizard::shell
