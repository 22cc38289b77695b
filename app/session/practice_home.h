// A made-up home with a mail program in it, so that a practice visit has something to read, to change and to
// put back, and never touches the person's own. Gone with the object.
#pragma once

#include "model/endpoint.h"

#include <QString>
#include <QTemporaryDir>

namespace session {

class PracticeHome
{
public:
    struct Wishes
    {
        QString address;
        model::Endpoint incoming, outgoing;
        int timeoutSeconds = 0; ///< how long its Thunderbird waits
        bool outboxStuck = false; ///< one message waits in its outbox
    };

    /// False if the disk did not allow it; nothing is left behind then.
    bool build(const Wishes &wishes);
    QString path() const { return m_folder.path(); }
    QString journalFolder() const { return m_folder.filePath(QStringLiteral("todoku")); }

private:
    QTemporaryDir m_folder;
};

} // namespace session
