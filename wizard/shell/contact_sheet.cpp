#include "wizard/shell/contact_sheet.h"

#include "wizard/shell/contact_card.h"
#include "wizard/shell/reading.h"
#include "wizard/widgets/callout.h"

#include <QVBoxLayout>

namespace wizard::shell {

ContactSheet::ContactSheet(Visit &visit, const QString &screenId, QWidget *parent)
    : Sheet(tr("Ask by telephone", "@title"), parent)
{
    auto *card = new ContactCard;
    card->show(visit.support(), visit.language().code());
    body()->addWidget(card);
    auto *say = new widgets::Callout(widgets::State::Info);
    say->say(tr("Please say first: “Screen %1”", "@callout").arg(screenId),
             tr("Read aloud: %1", "@callout").arg(Reading::line(screenId)));
    body()->addWidget(say);
    addButton(tr("Close", "@button"), QStringLiteral("primary"), Accepted);
}

} // namespace wizard::shell
