// The one mailbox of the practice provider: folders with messages, in memory, seen alike by POP3 and IMAP.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QObject>
#include <QSet>

namespace practice {

struct Message
{
    quint32 uid = 0; ///< ascending within its folder, never used twice (RFC 3501 section 2.3.1.1)
    QByteArray raw; ///< header and body with CRLF
    QSet<QByteArray> flags; ///< "\\Seen", "$Junk"
    QDateTime arrived;
    bool recent = false;

    bool has(const QByteArray &flag) const;
    /// Header with the empty line that ends it.
    QByteArray header() const;
    QByteArray body() const;
    /// A field's unfolded value, without decoding; empty if there is none.
    QByteArray field(const QByteArray &name) const;
};

struct Folder
{
    QByteArray name; ///< as on the wire: modified UTF-7 (RFC 3501 section 5.1.3)
    QByteArray specialUse; ///< "\\Junk", "\\Sent" (RFC 6154)
    quint32 uidValidity = 1;
    quint32 uidNext = 1;
    bool subscribed = true;
    QList<Message> messages; ///< ascending by uid

    Message *message(quint32 uid);
    qsizetype unseen() const;
};

class Mailbox : public QObject
{
    Q_OBJECT
public:
    explicit Mailbox(QObject *parent = nullptr);

    /// Null if there is no such folder. INBOX in any case (RFC 3501 section 5.1). Invalid after create() or
    /// remove().
    Folder *folder(const QByteArray &name);
    const QList<Folder> &folders() const { return m_folders; }
    bool create(const QByteArray &name, const QByteArray &specialUse = {});
    bool remove(const QByteArray &name);

    /// The new message's uid; 0 without such a folder.
    quint32 add(const QByteArray &folder, const QByteArray &raw, const QSet<QByteArray> &flags = {},
                const QDateTime &arrived = QDateTime::currentDateTime());
    void expunge(const QByteArray &folder, const QSet<quint32> &uids);

    qint64 usedBytes() const;
    qint64 limitBytes() const { return m_limit; }
    void setLimitBytes(qint64 bytes) { m_limit = bytes; }
    bool hasRoomFor(qint64 bytes) const { return usedBytes() + bytes <= m_limit; }

signals:
    void changed(const QByteArray &folder);

private:
    QList<Folder> m_folders;
    qint64 m_limit = 100 * 1024 * 1024;
    quint32 m_nextValidity = 1;
};

} // namespace practice
