#include "probes/junk_imap.h"

#include "model/seen.h"
#include "net/clean_text.h"
#include "probes/imap_words.h"
#include "probes/modified_utf7.h"
#include "probes/reply_seen.h"

namespace probes {

using model::Failure;
using net::ImapReply;
namespace seen = model::seen;

namespace {

constexpr qsizetype longestName = 1000;

/// Without a prefix such as "INBOX.": the last part is the name that people see.
QString lastPart(const QString &name, const QString &separator)
{
    return separator.isEmpty() ? name : name.section(separator, -1);
}

} // namespace

JunkImap::JunkImap(const net::Environment &environment, const model::Endpoint &endpoint,
                   const QString &address, Credential credential, const MailboxWishes &wishes)
    : ImapLogin(environment, endpoint, address, std::move(credential)), m_wishes(wishes)
{
}

void JunkImap::loggedIn(const ImapReply &reply)
{
    mark({{seen::logins, 1}});
    enter(model::Step::Junk);
    ImapLogin::loggedIn(reply);
}

QByteArray JunkImap::listCommand() const
{
    // A plain LIST tells special uses on servers that have them; the extended form is for those that tell
    // them only when asked (RFC 6154 section 2, RFC 5258).
    return capabilities().contains("SPECIAL-USE") && capabilities().contains("LIST-EXTENDED")
        ? "LIST \"\" \"*\" RETURN (SPECIAL-USE)"
        : "LIST \"\" \"*\"";
}

void JunkImap::atHome()
{
    command(listCommand(), &JunkImap::listed);
}

void JunkImap::chooseFolder(const ImapReply &listed)
{
    qsizetype rank = m_wishes.junkFolders.size();
    for (const QByteArray &line : listed.untagged) {
        const auto folder = listedFolder(line);
        if (!folder || folder->name.size() > longestName || folder->attributes.contains("\\NOSELECT")
            || folder->attributes.contains("\\NONEXISTENT"))
            continue;
        const QString shown = fromModifiedUtf7(folder->name).value_or(net::cleanText(folder->name));
        const bool byUse = folder->attributes.contains("\\JUNK");
        const QString last = lastPart(shown, QString::fromLatin1(folder->separator));
        qsizetype own = 0;
        while (own < rank && m_wishes.junkFolders.at(own).compare(last, Qt::CaseInsensitive) != 0)
            ++own;
        if (!byUse && own >= rank)
            continue;
        rank = byUse ? -1 : own;
        m_folder = folder->name;
        m_shownFolder = net::cleanText(last.toUtf8()).left(100);
        if (byUse)
            return;
    }
}

QByteArray JunkImap::statusCommand() const
{
    // Never \r or \n: the reader has no way to bring one into a name. Quotes and backslashes are escaped.
    QByteArray name = m_folder;
    name.replace('\\', "\\\\").replace('"', "\\\"");
    const bool sayable
        = !name.isEmpty() && !name.contains('\r') && !name.contains('\n') && !name.contains('\0');
    return sayable ? "STATUS \"" + name + "\" (MESSAGES UNSEEN)" : QByteArray();
}

void JunkImap::listed(const ImapReply &reply)
{
    if (!reply.ok())
        return end(Failure::Busy, seenOf(reply));
    chooseFolder(reply);
    const QByteArray status = statusCommand();
    if (status.isEmpty()) {
        note(); // looked, and there is no such folder
        return logout();
    }
    command(status, &JunkImap::told);
}

void JunkImap::noteFolder(const ImapReply &reply)
{
    const auto messages = statusItem(reply, "MESSAGES");
    const auto unseen = statusItem(reply, "UNSEEN");
    QJsonObject values{{seen::folder, m_shownFolder}, {seen::hidden, m_wishes.hidden}};
    if (messages)
        values.insert(seen::messages, *messages);
    if (unseen)
        values.insert(seen::unseen, *unseen);
    note(values);
}

void JunkImap::told(const ImapReply &reply)
{
    if (!reply.ok())
        return end(Failure::Busy, seenOf(reply));
    noteFolder(reply);
    logout();
}

} // namespace probes
