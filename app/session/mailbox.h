// What a visit has learnt about the mailbox, put together from its facts; and the rescue copy of one message.
#pragma once

#include "model/case.h"
#include "model/finding.h"
#include "session/diagnosis.h"

#include <QFile>
#include <memory>

namespace net {
struct Environment;
}
namespace probes {
class RescuePop3;
}

namespace session {

/// The message that the gravest finding about one message names; nothing where there is none above a note.
std::optional<Blocker> blockerOf(const model::Case &visit, const model::Verdict &verdict);
MailboxSummary mailboxOf(const model::Case &visit, const model::Verdict &verdict);

/// Saves the blocker. One at a time; deleting it cancels, and what was written stays as it is.
class Rescue : public QObject
{
    Q_OBJECT
public:
    Rescue();
    ~Rescue() override;

    bool isRunning() const { return m_copy != nullptr; }
    /// `why` at once if it cannot begin: "exists", "not-writable", "nothing", "not-tried".
    QString start(const QString &path, const Blocker &blocker, const model::Case &visit,
                  const net::Environment &environment, const model::Secret &password);

signals:
    void noted(const model::Fact &fact);
    void done(const QString &path, const QString &why);

private:
    void finish();

    QFile m_file;
    bool m_writable = true;
    std::unique_ptr<probes::RescuePop3> m_copy;
    model::Fact m_last;
};

} // namespace session
