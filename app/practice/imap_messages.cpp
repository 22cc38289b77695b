// The commands of ImapSession that deal with the messages of the selected folder.
#include "practice/imap_fetch.h"
#include "practice/imap_search.h"
#include "practice/imap_session.h"
#include "practice/imap_set.h"

namespace practice {

std::optional<QList<QPair<quint32, Message *>>> ImapSession::chosen(const ImapWord &set)
{
    const quint32 last = m_byUid ? (m_uids.isEmpty() ? 0 : m_uids.last()) : quint32(m_uids.size());
    const auto numbers = ImapSet::read(set.text, last);
    if (!numbers)
        return std::nullopt;
    QList<QPair<quint32, Message *>> found;
    Folder *folder = selected();
    for (quint32 n = 1; folder && n <= quint32(m_uids.size()); ++n) {
        const quint32 ownUid = m_uids[qsizetype(n) - 1];
        Message *message = numbers->contains(m_byUid ? ownUid : n) ? folder->message(ownUid) : nullptr;
        if (message)
            found << QPair<quint32, Message *>(n, message);
    }
    return found;
}

void ImapSession::tellChanges(bool mayExpunge)
{
    Folder *folder = selected();
    for (qsizetype n = m_uids.size(); mayExpunge && n > 0; --n) {
        if (folder && folder->message(m_uids[n - 1]))
            continue;
        m_uids.removeAt(n - 1);
        say("* " + QByteArray::number(n) + " EXPUNGE");
    }
    const quint32 last = m_uids.isEmpty() ? 0 : m_uids.last();
    qsizetype fresh = 0;
    for (qsizetype i = folder ? folder->messages.size() : 0; i > 0 && folder->messages[i - 1].uid > last; --i)
        m_uids.insert(m_uids.size() - fresh++, folder->messages[i - 1].uid);
    if (fresh > 0) {
        say("* " + QByteArray::number(m_uids.size()) + " EXISTS");
        say("* " + QByteArray::number(fresh) + " RECENT");
    }
}

void ImapSession::uid(const ImapWords &words)
{
    const QByteArray verb = words.isEmpty() ? QByteArray() : words.first().upper();
    m_byUid = true;
    if (verb == "FETCH")
        return fetch(words.mid(1));
    if (verb == "STORE")
        return store(words.mid(1));
    if (verb == "SEARCH")
        return search(words.mid(1));
    if (verb == "COPY")
        return copy(words.mid(1));
    if (verb == "EXPUNGE")
        return expunge(words.mid(1));
    bad("Command not known");
}

void ImapSession::fetch(const ImapWords &words)
{
    const auto messages = words.size() == 2 ? chosen(words[0]) : std::nullopt;
    if (!messages)
        return bad();
    QList<QByteArray> items;
    for (const ImapWord &word : words[1].isList() ? words[1].list : ImapWords{words[1]})
        items += expandFetchMacro(word.text);
    if (m_byUid && !items.contains("UID"))
        items.prepend("UID");
    m_numbersMustStay = !m_byUid;
    const bool marks = !m_readOnly && std::any_of(items.begin(), items.end(), fetchMarksSeen);
    for (const auto &[number, message] : *messages) {
        QList<QByteArray> answers;
        const bool newlySeen = marks && !message->has("\\Seen");
        if (newlySeen)
            message->flags << "\\Seen";
        for (const QByteArray &item : std::as_const(items)) {
            answers << fetchItem(*message, item);
            if (answers.last().isEmpty())
                return bad("Fetch item not known");
        }
        if (newlySeen && !items.contains("FLAGS"))
            answers << fetchItem(*message, "FLAGS");
        say("* " + QByteArray::number(number) + " FETCH (" + answers.join(' ') + ')');
    }
    ok("Done");
}

void ImapSession::store(const ImapWords &words)
{
    const auto messages = words.size() >= 3 ? chosen(words[0]) : std::nullopt;
    if (!messages)
        return bad();
    if (m_readOnly)
        return no("[READ-ONLY] Opened for reading only");
    QByteArray how = words[1].upper();
    const bool silent = how.endsWith(".SILENT");
    if (silent)
        how.chop(7);
    if (how != "FLAGS" && how != "+FLAGS" && how != "-FLAGS")
        return bad();
    QSet<QByteArray> flags;
    for (const ImapWord &flag : words[2].isList() ? words[2].list : words.mid(2))
        flags << flag.text;
    m_numbersMustStay = !m_byUid;
    for (const auto &[number, message] : *messages) {
        if (how == "FLAGS")
            message->flags = flags;
        else if (how == "+FLAGS")
            message->flags |= flags;
        else
            message->flags -= flags;
        if (!silent)
            say("* " + QByteArray::number(number) + " FETCH ("
                + (m_byUid ? fetchItem(*message, "UID") + ' ' : "") + fetchItem(*message, "FLAGS") + ')');
    }
    ok("Done");
}

void ImapSession::search(const ImapWords &words)
{
    ImapWords keys = words;
    if (keys.size() > 1 && keys[0].upper() == "CHARSET") {
        if (keys[1].upper() != "UTF-8" && keys[1].upper() != "US-ASCII")
            return no("[BADCHARSET (UTF-8 US-ASCII)] Charset not known");
        keys.remove(0, 2);
    }
    Folder *folder = selected();
    if (keys.isEmpty() || !folder)
        return bad();
    m_numbersMustStay = !m_byUid;
    QByteArray found;
    for (quint32 n = 1; n <= quint32(m_uids.size()); ++n) {
        const Message *message = folder->message(m_uids[qsizetype(n) - 1]);
        if (!message)
            continue;
        const auto fits = matches({*message, n, quint32(m_uids.size()), m_uids.last()}, keys);
        if (!fits)
            return bad("Search key not known");
        if (*fits)
            found += ' ' + QByteArray::number(m_byUid ? message->uid : n);
    }
    say("* SEARCH" + found);
    ok("Done");
}

void ImapSession::copy(const ImapWords &words)
{
    const auto messages = words.size() == 2 ? chosen(words[0]) : std::nullopt;
    if (!messages)
        return bad();
    const Folder *target = office().mailbox.folder(words[1].text);
    if (!target)
        return no("[TRYCREATE] No such folder");
    // Copies first: adding to a folder may move its messages in memory.
    QList<Message> copies;
    qint64 bytes = 0;
    for (const auto &[number, message] : *messages) {
        copies << *message;
        bytes += message->raw.size();
    }
    if (!office().mailbox.hasRoomFor(bytes))
        return no("[OVERQUOTA] Mailbox full");
    const QByteArray validity = QByteArray::number(target->uidValidity);
    const QByteArray name = target->name;
    QList<QByteArray> from;
    QList<QByteArray> to;
    for (const Message &message : std::as_const(copies)) {
        from << QByteArray::number(message.uid);
        to << QByteArray::number(office().mailbox.add(name, message.raw, message.flags, message.arrived));
    }
    if (copies.isEmpty())
        return ok("Nothing to copy");
    ok("[COPYUID " + validity + ' ' + from.join(',') + ' ' + to.join(',') + "] Done");
}

void ImapSession::expungeDeleted(const ImapSet *onlyUids)
{
    Folder *folder = selected();
    QSet<quint32> gone;
    for (qsizetype i = 0; folder && !m_readOnly && i < folder->messages.size(); ++i) {
        const Message &message = folder->messages[i];
        if (message.has("\\Deleted") && (!onlyUids || onlyUids->contains(message.uid)))
            gone << message.uid;
    }
    office().mailbox.expunge(m_folder, gone);
}

void ImapSession::expunge(const ImapWords &words)
{
    if (m_readOnly)
        return no("[READ-ONLY] Opened for reading only");
    if (!m_byUid) {
        expungeDeleted(nullptr);
        return ok("Done");
    }
    const auto set = words.size() == 1 ? ImapSet::read(words[0].text, m_uids.isEmpty() ? 0 : m_uids.last())
                                       : std::nullopt;
    if (!set)
        return bad();
    expungeDeleted(&*set);
    ok("Done");
}

void ImapSession::closeFolder(const ImapWords &)
{
    expungeDeleted(nullptr);
    m_state = State::Authenticated;
    ok("Done");
}

void ImapSession::unselect(const ImapWords &)
{
    m_state = State::Authenticated;
    ok("Done");
}

void ImapSession::idle(const ImapWords &)
{
    say("+ Waiting");
    m_idling = true;
    if (m_state == State::Selected)
        tellChanges(true);
}

} // namespace practice
