// What the headers of some messages tell about a whole mailbox: oldest, largest, marked as spam, doubled.
#pragma once

#include "model/case.h"
#include "probes/message_words.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

namespace probes {

/// What is looked for beside numbers; from the provider's pack and the address of the visit.
struct MailboxWishes
{
    QStringList tags; ///< the pack's marks of spam, then the usual ones
    QStringList junkFolders; ///< the pack's names, then the usual ones
    QString ownAddress;
    bool hidden = false; ///< the mail program uses POP3: it cannot show a folder for unwanted mail
};
MailboxWishes wishesOf(const model::Case &visit);

class HeaderSample
{
public:
    explicit HeaderSample(const MailboxWishes &wishes) : m_wishes(wishes) { }

    /// `bytes` 0: not known. `arrived`: the server's own date, where it told one.
    void add(int number, qint64 bytes, const MessageHead &head, const QDateTime &arrived = {});
    /// A size that is known without the header.
    void addSize(int number, qint64 bytes);
    QList<int> largestNumbers() const;
    /// sampled, oldest, largest, tag, tagged, copies, subject
    QJsonObject seen() const;

    static constexpr qsizetype largestKept = 5;

private:
    struct Large
    {
        int number = 0;
        qint64 bytes = 0;
        QString from, subject, date;
    };
    struct Double
    {
        int copies = 0;
        QByteArray subject, from;
    };
    void addTag(const QString &subject);

    MailboxWishes m_wishes;
    QList<Large> m_largest; ///< largest first
    QHash<QByteArray, Double> m_byId;
    QHash<QString, int> m_tagged;
    QDateTime m_oldest;
    int m_sampled = 0;
};

/// ISO 8601, or the field as it came.
QString shownDate(const QByteArray &value);

} // namespace probes
