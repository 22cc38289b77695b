#include "wizard/screens/letterhead.h"

#include "wizard/shell/tokens.h"
#include "wizard/widgets/emblem.h"
#include "wizard/widgets/paragraph.h"

#include <QHBoxLayout>

namespace wizard::screens {

Letterhead::Letterhead(QWidget *parent)
    : QWidget(parent), m_logo(new widgets::Emblem), m_name(new widgets::Paragraph(QStringLiteral("brand"))),
      m_support(new widgets::Paragraph(QStringLiteral("note")))
{
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addWidget(m_support);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, shell::tight);
    row->setSpacing(shell::near);
    row->addWidget(m_logo, 0, Qt::AlignTop);
    row->addLayout(words, 1);
}

void Letterhead::show(const shell::Brand &brand, const QString &language)
{
    setVisible(!brand.isHouse());
    if (brand.isHouse())
        return;
    m_logo->setPicture(brand.logo);
    m_name->say(model::inLanguage(brand.name, language));
    if (!brand.provider || brand.provider->contact.phone.isEmpty())
        return m_support->say({});
    const QString who = model::inLanguage(brand.provider->name, language);
    const QString phone = brand.provider->contact.phone;
    const QString hours = model::inLanguage(brand.provider->contact.hours, language);
    m_support->say(hours.isEmpty() ? tr("Support: %1, telephone %2", "@contact").arg(who, phone)
                                   : tr("Support: %1, telephone %2, %3", "@contact").arg(who, phone, hours));
}

} // namespace wizard::screens
