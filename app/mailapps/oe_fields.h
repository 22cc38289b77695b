// The settings of one account as the family of Outlook Express names them, wherever they are kept: elements
// of an .oeaccount file (SMTP_Timeout) or values of a registry key (SMTP Timeout).
#pragma once

#include <QString>
#include <optional>

namespace mailapps {

class OeFields
{
public:
    virtual ~OeFields() = default;

    // `name` in the spelling of .oeaccount files. Empty where it is absent or of another type: these
    // programs write down only what differs from their default.
    virtual std::optional<QString> text(const QString &name) const = 0;
    virtual std::optional<quint32> number(const QString &name) const = 0;
    /// Where it stands, to name it in model::Unreadable; 0 if there are no lines.
    virtual int line(const QString &name) const = 0;
};

} // namespace mailapps
