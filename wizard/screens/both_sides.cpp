#include "wizard/screens/both_sides.h"

#include "wizard/screens/change_words.h"
#include "wizard/widgets/panel.h"

#include <QFileInfo>

namespace wizard::screens {

void BothSides::show(widgets::Panel *panel, const QList<model::Clash> &conflict)
{
    panel->clear();
    panel->setVisible(!conflict.isEmpty());
    if (conflict.isEmpty())
        return;
    panel->add(QStringLiteral("heading"), tr("Changed again since", "@heading"));
    for (const model::Clash &clash : conflict) {
        const model::Change &change = clash.change;
        const bool whole = change.key.isEmpty();
        panel->add(QStringLiteral("strong"),
                   whole ? tr("The settings in “%1”", "@setting").arg(QFileInfo(change.file).fileName())
                         : ChangeWords::what(change));
        if (!whole) {
            panel->add(QStringLiteral("muted"),
                       tr("Before: %1", "@change").arg(ChangeWords::value(change, change.oldValue)));
            panel->add(QStringLiteral("muted"),
                       tr("Set here: %1", "@change").arg(ChangeWords::value(change, change.newValue)));
        }
        panel->add(QStringLiteral("body"),
                   clash.known ? tr("Now: %1", "@change").arg(ChangeWords::value(change, clash.now))
                               : tr("Now: this cannot be read from here", "@change"));
    }
    panel->add(
        QStringLiteral("body"),
        tr("What is set now has been left alone. If you would rather have the earlier setting, you can "
           "change it in your mail program.",
           "@way on"));
}

QString BothSides::left(const model::Outcome &outcome)
{
    if (outcome.detail == u"keys-only")
        return tr(
            "Your mail program had saved its settings in the meantime. Only what was changed here was put "
            "back; the rest is as your program left it.",
            "@result");
    if (outcome.detail.isEmpty() || outcome.detail == u"program-started")
        return {};
    return tr("There was newer mail, which stays where it is. The mail from before is beside it, under the "
              "name "
              "“%1”.",
              "@result")
        .arg(QFileInfo(outcome.detail).fileName());
}

} // namespace wizard::screens
