// What the person reads from their papers: server names without a pack; and the practice mailbox's own
// password.
#include "session/diagnosis.h"
#include "session/diagnosis_private.h"

namespace session {

void Diagnosis::setServers(const QString &incoming, const QString &outgoing)
{
    using model::Protocol;
    using model::Security;
    const QString in = incoming.trimmed().toLower(), out = outgoing.trimmed().toLower();
    if (in.isEmpty() && out.isEmpty())
        return;
    const QStringList forms{QStringLiteral("address"), QStringLiteral("local")};
    model::Provider typed;
    typed.id = QStringLiteral("typed");
    typed.guessed = true;
    typed.domains = {d->visit.address.mid(d->visit.address.lastIndexOf(u'@') + 1)};
    if (!in.isEmpty()) {
        typed.incoming = {{{in, 993, Protocol::Imap, Security::Tls}, forms, true},
                          {{in, 995, Protocol::Pop3, Security::Tls}, forms, true}};
    }
    if (!out.isEmpty()) {
        typed.outgoing = {{{out, 587, Protocol::Smtp, Security::StartTls}, forms, true},
                          {{out, 465, Protocol::Smtp, Security::Tls}, forms, true}};
    }
    d->visit.provider = typed;
}

QString Diagnosis::practicePassword() const
{
    return d->practice ? d->practice->password() : QString();
}

} // namespace session
