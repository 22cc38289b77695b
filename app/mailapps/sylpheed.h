// Sylpheed, and Claws Mail, which grew out of it and keeps its settings alike: accounts, waiting time, queue.
#pragma once

#include "mailapps/key_value_file.h"
#include "mailapps/reader.h"

#include <QStringList>

namespace mailapps {

model::MailApp readSylpheed(const Places &places);
model::MailApp readClawsMail(const Places &places);

namespace sylpheed {

/// Where the two programs differ.
struct Program
{
    QString id;
    QString settings; ///< file name of the settings that belong to no account
    int plainAuth = 8; ///< smtp_auth_method of PLAIN
    bool claws = false;
    QStringList executables;
};

/// One folder that may hold the settings, and the folder that mailboxes with a relative path lie in.
struct Root
{
    QString settings;
    QString mail;
};

const Program &sylpheed();
const Program &clawsMail();

/// All places under this home, on all systems: a home may be read that was copied from another machine.
QList<Root> roots(const Program &program, const Places &places);

inline const QString common = QStringLiteral("Common"); ///< the section of the settings
inline constexpr QByteArrayView timeoutKey{"io_timeout_secs"};
/// Seconds without a word from the server until a transmission is given up (libsylph/prefs_common.c; Claws
/// Mail's prefs_common.c).
inline constexpr int defaultTimeout = 60;

QList<model::Account> accounts(const KeyValueFile &accountrc, const Program &program);
/// Whether it starts offline.
std::optional<bool> offline(const KeyValueFile &settings, const Program &program);
/// Folders of all queues, existing or not; one that may not be looked at goes to `unreadable`.
QStringList queues(const Root &root, const KeyValueFile &accountrc, const Places &places,
                   QList<model::Unreadable> *unreadable);

} // namespace sylpheed

} // namespace mailapps
