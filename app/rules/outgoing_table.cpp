#include "rules/outgoing_table.h"

#include "rules/line_evidence.h"

#include <algorithm>

namespace rules {

using namespace model;

namespace {

DoorState stateOf(const Case &visit, const QString &host, quint16 port, bool ipv6)
{
    DoorState state = DoorState::Unknown;
    for (const Fact &fact : visit.at(Step::Connect)) {
        if (fact.endpoint.host != host || fact.endpoint.port != port || isIpv6(fact.address) != ipv6)
            continue;
        if (fact.ok())
            return DoorState::Open; // one address that lets us in is enough
        if (fact.failure == Failure::Refused)
            state = DoorState::Refused;
        else if (isFiltered(fact) && state == DoorState::Unknown)
            state = DoorState::Filtered;
    }
    return state;
}

template <typename Cell>
bool fits(const std::optional<Cell> &cell, const Cell &seen)
{
    return !cell || *cell == seen;
}

} // namespace

const QList<OutgoingRow> &outgoingTable()
{
    using S = DoorState;
    using V = OutgoingVerdict;
    constexpr std::nullopt_t any = std::nullopt;
    // clang-format off
    static const QList<OutgoingRow> table{
        // 25           587          465          web    banner  verdict
        {S::Open,     any,         any,         any,   true,  V::MailProxy},
        {S::Filtered, S::Open,     any,         any,   false, V::Port25Blocked},
        {S::Filtered, any,         S::Open,     any,   false, V::Port25Blocked},
        {S::Open,     any,         any,         any,   false, V::Unhindered},
        {S::Filtered, S::Filtered, S::Filtered, true,  false, V::BlockedOrDown},
        {S::Filtered, S::Filtered, S::Filtered, false, false, V::NoInternet},
    };
    // clang-format on
    return table;
}

OutgoingVerdict judgeOutgoing(const OutgoingDoors &doors)
{
    for (const OutgoingRow &row : outgoingTable())
        if (fits(row.port25, doors.port25) && fits(row.port587, doors.port587)
            && fits(row.port465, doors.port465) && (!row.web || row.web == doors.web)
            && row.foreignBanner == doors.foreignBanner)
            return row.verdict;
    return OutgoingVerdict::Undecided;
}

OutgoingDoors outgoingDoors(const Case &visit, const QString &host, bool ipv6)
{
    OutgoingDoors doors;
    doors.port25 = stateOf(visit, host, 25, ipv6);
    doors.port587 = stateOf(visit, host, 587, ipv6);
    doors.port465 = stateOf(visit, host, 465, ipv6);
    const WebLook web = webOf(visit);
    if (web.works() || !web.silent.isEmpty() || !web.foreign.isEmpty())
        doors.web = web.works();
    const QList<Fact> controls = visit.at(Step::Control);
    doors.foreignBanner = std::any_of(controls.begin(), controls.end(),
                                      [](const Fact &fact) { return fact.ok() && fact.endpoint.port == 25; });
    return doors;
}

} // namespace rules
