// Looks at POP3 as far as its capabilities, and leaves.
#pragma once

#include "probes/pop3_opening.h"

namespace probes {

class LookPop3 : public Pop3Opening
{
public:
    using Pop3Opening::Pop3Opening;

private:
    void offered(const net::Pop3Reply &capa) override;
};

} // namespace probes
