#include "wizard/shell/jump_sheet.h"

#include "wizard/shell/reading.h"
#include "wizard/widgets/callout.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace wizard::shell {

JumpSheet::JumpSheet(QWidget *parent)
    : Sheet(tr("Go to a screen by its number", "@title"), parent), m_field(new QLineEdit),
      m_unknown(new widgets::Callout(widgets::State::Attention))
{
    auto *hint = new widgets::Paragraph;
    hint->say(tr("Type the number that you were told, for example S-5.", "@hint"));
    m_field->setMaxLength(12);
    m_field->setProperty("role", QStringLiteral("code"));
    m_field->setAccessibleName(tr("Screen number", "@field"));
    m_field->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhNoPredictiveText);
    m_unknown->say(QString());
    body()->addWidget(hint);
    body()->addWidget(m_field);
    body()->addWidget(m_unknown);
    addButton(tr("Close", "@button"), QStringLiteral("secondary"), Rejected);
    addButton(tr("Go there", "@button"), QStringLiteral("primary"), Accepted);
    m_field->setFocus();
}

QString JumpSheet::screenId() const
{
    return Reading::normalised(m_field->text());
}

void JumpSheet::sayUnknown()
{
    m_unknown->say(tr("There is no screen with this number.", "@error"),
                   tr("A number is one letter and one digit. Please ask for it again.", "@error"));
    m_field->selectAll();
    m_field->setFocus();
}

} // namespace wizard::shell
