#include "practice/mailbox.h"

#include <algorithm>

namespace practice {

bool Message::has(const QByteArray &flag) const
{
    return std::any_of(flags.begin(), flags.end(), [&flag](const QByteArray &own) {
        return own.compare(flag, Qt::CaseInsensitive) == 0;
    });
}

QByteArray Message::header() const
{
    const qsizetype end = raw.indexOf("\r\n\r\n");
    return end < 0 ? raw : raw.left(end + 4);
}

QByteArray Message::body() const
{
    const qsizetype end = raw.indexOf("\r\n\r\n");
    return end < 0 ? QByteArray() : raw.mid(end + 4);
}

QByteArray Message::field(const QByteArray &name) const
{
    const QByteArray head = "\r\n" + header();
    const qsizetype at = head.toLower().indexOf("\r\n" + name.toLower() + ':');
    if (at < 0)
        return {};
    qsizetype from = at + 2 + name.size() + 1;
    QByteArray value;
    for (;;) {
        const qsizetype end = head.indexOf("\r\n", from);
        value += head.mid(from, end < 0 ? -1 : end - from);
        const bool folded
            = end >= 0 && end + 2 < head.size() && (head[end + 2] == ' ' || head[end + 2] == '\t');
        if (!folded)
            return value.trimmed();
        from = end + 2;
    }
}

Message *Folder::message(quint32 uid)
{
    const auto at = std::lower_bound(messages.begin(), messages.end(), uid,
                                     [](const Message &m, quint32 wanted) { return m.uid < wanted; });
    return at != messages.end() && at->uid == uid ? &*at : nullptr;
}

qsizetype Folder::unseen() const
{
    return std::count_if(messages.begin(), messages.end(), [](const Message &m) { return !m.has("\\Seen"); });
}

Mailbox::Mailbox(QObject *parent) : QObject(parent)
{
    // Another start is another mailbox: a client that kept uids from the last one must not believe them.
    m_nextValidity = quint32(QDateTime::currentSecsSinceEpoch());
}

Folder *Mailbox::folder(const QByteArray &name)
{
    const bool inbox = name.compare("INBOX", Qt::CaseInsensitive) == 0;
    for (Folder &folder : m_folders) {
        if (folder.name == (inbox ? QByteArray("INBOX") : name))
            return &folder;
    }
    return nullptr;
}

bool Mailbox::create(const QByteArray &name, const QByteArray &specialUse)
{
    constexpr qsizetype mostFolders = 100;
    if (name.isEmpty() || folder(name) || m_folders.size() >= mostFolders)
        return false;
    Folder fresh;
    fresh.name = name;
    fresh.specialUse = specialUse;
    fresh.uidValidity = m_nextValidity++;
    m_folders << fresh;
    return true;
}

bool Mailbox::remove(const QByteArray &name)
{
    Folder *found = folder(name);
    if (!found || found->name == "INBOX")
        return false;
    const QByteArray gone = found->name;
    m_folders.removeIf([&gone](const Folder &f) { return f.name == gone; });
    emit changed(gone);
    return true;
}

quint32 Mailbox::add(const QByteArray &name, const QByteArray &raw, const QSet<QByteArray> &flags,
                     const QDateTime &arrived)
{
    Folder *into = folder(name);
    if (!into)
        return 0;
    Message message;
    message.uid = into->uidNext++;
    message.raw = raw;
    message.flags = flags;
    message.arrived = arrived;
    message.recent = true;
    into->messages << message;
    emit changed(into->name);
    return message.uid;
}

void Mailbox::expunge(const QByteArray &name, const QSet<quint32> &uids)
{
    Folder *from = folder(name);
    if (!from || uids.isEmpty())
        return;
    from->messages.removeIf([&uids](const Message &m) { return uids.contains(m.uid); });
    emit changed(from->name);
}

qint64 Mailbox::usedBytes() const
{
    qint64 bytes = 0;
    for (const Folder &folder : m_folders) {
        for (const Message &message : folder.messages)
            bytes += message.raw.size();
    }
    return bytes;
}

} // namespace practice
