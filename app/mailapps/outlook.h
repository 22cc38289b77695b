// Microsoft Outlook for Windows, the classic one (2003 to 365): profiles and accounts out of the registry,
// its data files with their limits, and what waits in them. How long it waits for a server stands nowhere
// that is known: it is not read.
#pragma once

#include "mailapps/outlook_key.h"
#include "mailapps/reader.h"

namespace mailapps {

model::MailApp readOutlook(const Places &places);

namespace outlook {

/// One place in the registry that holds profiles.
struct Root
{
    QString key;
    QString version; ///< "16.0"; empty where 2003, 2007 and 2010 share one and it is not known which it is
    bool isUsed = false; ///< by the version that is installed; false: left behind by an older one
};
/// Those that have profiles, the one in use first.
QList<Root> roots(const Registry &registry);
/// "16.0.17932.20114", "16.0", or empty.
QString version(const Registry &registry);
QString defaultProfile(const Registry &registry, const Root &root);

struct FoundAccount
{
    model::Account account;
    QString storePath; ///< data file that its mail goes into, as Windows writes it; empty: unknown
};
/// POP3 and IMAP accounts of a profile, in the order in which Outlook shows them. Exchange is left out: there
/// are no mail servers in it that a person has set.
QList<FoundAccount> accounts(const Registry &registry, const QString &profile,
                             QList<model::Unreadable> *unreadable);

/// How large data files may become.
struct Limits
{
    qint64 ansi = 0x7bb04400; ///< about 1.93 GB
    qint64 unicode = 50LL * 1024 * 1024 * 1024;
};
/// `version` as of a Root.
Limits limits(const Registry &registry, const QString &version);

/// Paths of the data files that the services of a profile name, as Windows writes them.
QStringList storePaths(const Registry &registry, const QString &profile);
/// .pst and .ost files in the folders in which Outlook makes them.
QStringList usualStores(const Places &places);
/// Nothing if the file is not there. One that may not be opened, or is no data file of Outlook, goes to
/// `unreadable` and has its size alone.
std::optional<model::Store> store(const QString &path, const Limits &limits,
                                  QList<model::Unreadable> *unreadable);

/// The path at the end of an entry id that names a data file.
QString pathOfEntryId(const QByteArray &entryId);

} // namespace outlook

} // namespace mailapps
