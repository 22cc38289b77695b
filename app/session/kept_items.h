// The names of what Todoku keeps in the keychain, which cannot list them itself: "todoku/<protocol>/<host>/
// <user>", never a password. Lies beside the journal of changes and is written like it, a line at a time.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

namespace session {

class KeptItems
{
public:
    /// `folder` of the journal; empty: the person's own. Nothing is created before something is noted.
    explicit KeptItems(const QString &folder = {});

    QString file() const { return m_file; }
    /// Null: there is a list, and it cannot be read. A line that makes no sense is passed over.
    std::optional<QStringList> all() const;
    bool has(const QString &item) const;

    /// True once it stands on the disk. Refuses what is no name of ours.
    bool note(const QString &item);
    bool strike(const QString &item);

private:
    QString m_file;
};

} // namespace session
