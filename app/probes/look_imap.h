// Looks at IMAP as far as its capabilities, and leaves.
#pragma once

#include "probes/imap_opening.h"

namespace probes {

class LookImap : public ImapOpening
{
public:
    using ImapOpening::ImapOpening;

private:
    void offered(const QByteArrayList &capabilities) override;
};

} // namespace probes
