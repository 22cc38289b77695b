// A journal, a Thunderbird home and a visit that names both. For tests only.
#pragma once

#include "support/mail_home.h"

#include "mailapps/thunderbird.h"
#include "model/case.h"
#include "model/seen.h"
#include "remedies/journal.h"

namespace support {

class EditHome : public MailHome
{
public:
    using MailHome::MailHome;
    virtual ~EditHome() = default; // tests derive from it and own it by this type

    QString journalFolder() const { return path(QStringLiteral("todoku")); }

    model::Case visit() const
    {
        model::Case found;
        found.address = QStringLiteral("taro@example.ne.jp");
        found.apps = {mailapps::readThunderbird({path(), {}})};
        found.appsRead = true;
        return found;
    }

    /// What lies in the profile besides what the program put there.
    QStringList strays() const
    {
        return QDir(profile()).entryList({QStringLiteral("*todoku*")},
                                         QDir::AllEntries | QDir::Hidden | QDir::System);
    }
};

inline model::Fact measured(qint64 dotToReplyMs)
{
    model::Fact fact;
    fact.step = model::Step::Submit;
    fact.seen[model::seen::dotToReplyMs] = dotToReplyMs;
    return fact;
}

} // namespace support
