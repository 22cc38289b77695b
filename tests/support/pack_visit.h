// A visit whose provider has doors that answer: what the remedies need to compare settings with. For tests
// only.
#pragma once

#include "support/edit_home.h"

#include <initializer_list>

namespace support {

inline const model::Endpoint packPop{QStringLiteral("pop.example.ne.jp"), 995, model::Protocol::Pop3,
                                     model::Security::Tls};
inline const model::Endpoint packSmtp{QStringLiteral("smtp.example.ne.jp"), 587, model::Protocol::Smtp,
                                      model::Security::StartTls};

inline model::Fact seenAt(model::Step step, const model::Endpoint &door)
{
    model::Fact fact;
    fact.step = step;
    fact.endpoint = door;
    return fact;
}

/// A log-in that went well with the address in this form.
inline model::Fact loggedIn(const model::Endpoint &door, const QString &form)
{
    model::Fact fact = seenAt(model::Step::Login, door);
    fact.seen[model::seen::userForm] = form;
    return fact;
}

inline void givePack(model::Case &visit)
{
    model::Provider pack;
    pack.id = QStringLiteral("example");
    pack.domains = QStringList{QStringLiteral("example.ne.jp")};
    pack.incoming = {{packPop, {QStringLiteral("local"), QStringLiteral("address")}, true}};
    pack.outgoing = {{packSmtp, {QStringLiteral("address")}, true}};
    visit.provider = pack;
}

/// The visit with the pack, and with the doors that told what they can do.
inline model::Case packVisit(model::Case visit, std::initializer_list<model::Endpoint> answering)
{
    givePack(visit);
    for (const model::Endpoint &door : answering)
        visit.add(seenAt(model::Step::Capabilities, door));
    return visit;
}

} // namespace support
