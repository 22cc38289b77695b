#include "wizard/shell/contact_card.h"

#include "wizard/widgets/paragraph.h"

#include <QVBoxLayout>

namespace wizard::shell {

using widgets::Paragraph;

ContactCard::ContactCard(QWidget *parent)
    : QFrame(parent), m_who(new Paragraph(QStringLiteral("strong"))),
      m_number(new Paragraph(QStringLiteral("figure"))), m_hours(new Paragraph),
      m_check(new Paragraph(QStringLiteral("note"))), m_never(new Paragraph(QStringLiteral("note")))
{
    setProperty("role", QStringLiteral("panel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(4);
    for (Paragraph *line : {m_who, m_number, m_hours, m_check, m_never})
        column->addWidget(line);
}

void ContactCard::show(const std::optional<model::Provider> &provider, const QString &language)
{
    const bool known = provider && !provider->contact.phone.isEmpty();
    m_who->say(known ? model::inLanguage(provider->name, language)
                     : tr("Please look at the papers of your contract.", "@contact"));
    m_number->say(known ? provider->contact.phone : QString());
    m_hours->say(known ? model::inLanguage(provider->contact.hours, language)
                       : tr("The telephone number of your mail company is printed there.", "@contact"));
    m_check->say(known
                     ? tr("Is it the same number as on your contract papers? Please compare before you call.",
                          "@contact")
                     : QString());
    m_never->say(
        tr("This program never asks for money, and never for remote control of your PC.", "@contact"));
}

} // namespace wizard::shell
