#include "wizard/screens/put_back.h"

#include "wizard/screens/words.h"

namespace wizard::screens {

QList<PutBack::Item> PutBack::open(shell::Visit &visit)
{
    QList<Item> items;
    const session::Diagnosis &diagnosis = visit.diagnosis();
    bool known = false, offline = false;
    QString program = visit.chosenApp;
    for (const model::MailApp &app : diagnosis.visit().apps) {
        for (const model::AppProfile &profile : app.profiles) {
            known |= profile.offline.has_value();
            if (profile.offline.value_or(false)) {
                offline = true;
                program = app.id;
            }
        }
    }
    // Where the setting can be read it decides; elsewhere only the person can tell.
    if (offline || (visit.wentOffline && !known)) {
        const QString name = Words::program(diagnosis.knowledge(), program, visit.language().code());
        items += {QStringLiteral("online"),
                  name.isEmpty() ? tr("Switch your mail program back to “online”.", "@put back")
                                 : tr("Switch %1 back to “online”.", "@put back").arg(name),
                  offline};
    }
    for (const model::JournalEntry &entry : diagnosis.journal()) {
        if (entry.remedy.endsWith(u".set-outbox-aside") && entry.state == model::EntryState::Done) {
            items += {QStringLiteral("outbox"),
                      tr("Some mail was moved from the outbox to a safe place. Look whether any of it still "
                         "has to be sent.",
                         "@put back"),
                      false};
            break;
        }
    }
    return items;
}

} // namespace wizard::screens
