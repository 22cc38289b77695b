// The doors for sending, and what their answers together say about the line (blocking of port 25, "OP25B").
#pragma once

#include "model/case.h"

#include <QList>
#include <optional>

namespace rules {

/// How a door answered over one family of addresses.
enum class DoorState
{
    Open,
    Filtered, ///< no answer, or "no way": somebody on the line
    Refused, ///< RST: the machine itself
    Unknown, ///< not tried
};

struct OutgoingDoors
{
    DoorState port25 = DoorState::Unknown;
    DoorState port587 = DoorState::Unknown;
    DoorState port465 = DoorState::Unknown;
    std::optional<bool> web; ///< the web works; empty: not asked
    bool foreignBanner = false; ///< the same words come from an address at which nobody is
};

enum class OutgoingVerdict
{
    MailProxy,
    Port25Blocked,
    Unhindered,
    BlockedOrDown, ///< the line blocks mail, or the server is down
    NoInternet,
    Undecided,
};

/// One row of the table: an empty cell takes anything. The first row that fits decides.
struct OutgoingRow
{
    std::optional<DoorState> port25, port587, port465;
    std::optional<bool> web;
    bool foreignBanner;
    OutgoingVerdict verdict;
};
const QList<OutgoingRow> &outgoingTable();
OutgoingVerdict judgeOutgoing(const OutgoingDoors &doors);

/// The doors of one host over one family of addresses.
OutgoingDoors outgoingDoors(const model::Case &visit, const QString &host, bool ipv6);

} // namespace rules
