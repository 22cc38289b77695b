// Looks at SMTP as far as its capabilities, and leaves.
#pragma once

#include "probes/smtp_opening.h"

namespace probes {

class LookSmtp : public SmtpOpening
{
public:
    using SmtpOpening::SmtpOpening;

private:
    void offered(const net::SmtpReply &reply) override;
};

} // namespace probes
