#include "wizard/screens/catalogue.h"

#include "wizard/screens/address.h"
#include "wizard/screens/checking.h"
#include "wizard/screens/end.h"
#include "wizard/screens/mail_program.h"
#include "wizard/screens/mailbox_look.h"
#include "wizard/screens/no_internet.h"
#include "wizard/screens/password.h"
#include "wizard/screens/preview.h"
#include "wizard/screens/raise_waiting.h"
#include "wizard/screens/servers_by_hand.h"
#include "wizard/screens/solved.h"
#include "wizard/screens/stop_first.h"
#include "wizard/screens/stuck_message.h"
#include "wizard/screens/summary.h"
#include "wizard/screens/timing.h"
#include "wizard/screens/understood.h"
#include "wizard/screens/welcome.h"
#include "wizard/screens/what_is_wrong.h"

namespace wizard::screens {

template <typename S>
static shell::Screen *make(shell::Visit &visit)
{
    return new S(visit);
}

const QList<shell::ScreenEntry> &catalogue()
{
    static const QList<shell::ScreenEntry> table{
        {"A-1", make<Welcome>},      {"A-2", make<Address>},     {"A-3", make<Checking>},
        {"A-4", make<WhatIsWrong>},  {"A-7", make<NoInternet>},  {"A-8", make<ServersByHand>},
        {"R-3", make<Password>},     {"R-4", make<MailboxLook>}, {"R-5", make<StuckMessage>},
        {"R-7", make<MailProgram>},  {"S-5", make<StopFirst>},   {"S-6", make<Timing>},
        {"S-7", make<RaiseWaiting>}, {"S-9", make<Preview>},     {"Z-1", make<Understood>},
        {"Z-2", make<Solved>},       {"Z-3", make<Summary>},     {"Z-9", make<End>},
    };
    return table;
}

} // namespace wizard::screens
