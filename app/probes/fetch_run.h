// A POP3 mailbox read through into nothing: how far it came, over however many connections it takes.
#pragma once

#include "model/failure.h"
#include "probes/message_lint.h"

#include <QElapsedTimer>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

namespace probes {

/// Why one message is worth a word.
struct Suspect
{
    int number = 0;
    QByteArray uidl;
    qint64 bytes = 0;
    MessageHead head;
    QString defect; ///< see seen::defect
    bool grave = false; ///< known to stop mail programs
    int tries = 0; ///< how often the fetch broke here
    qint64 neededMs = 0; ///< giants: how long it takes
    model::Failure failure = model::Failure::None;
};

struct FetchRun
{
    struct Message
    {
        int number = 0;
        qint64 bytes = 0;
        QByteArray uidl; ///< empty where the server has no UIDL
    };

    /// Only so many are read; the newest, because what a program has not fetched yet lies at the end.
    static constexpr qsizetype mostSearched = 20'000;
    /// A larger message is not read to its end: its time is reckoned from its size (faults.md S55).
    static constexpr qint64 mostOctets = 16 * 1024 * 1024;
    static constexpr qsizetype mostSuspects = 20;

    QList<Message> messages; ///< as listed by the connection at hand
    qint64 listed = 0; ///< how many there are
    Message resume; ///< the next connection begins here; number 0: from the first
    bool careful = false; ///< `resume` alone, its header before its body
    bool headAsked = false; ///< that header was asked for
    bool complete = false; ///< all messages were read
    bool over = false; ///< nothing more is to be read, complete or not
    bool reading = false; ///< an answer about `current` is being waited for
    Message current;
    MessageHead head; ///< of `current`, if it could be read beforehand
    QElapsedTimer clock; ///< since the search began
    qint64 octets = 0, readingMs = 0;
    QSet<QByteArray> searched; ///< by UIDL, else by number
    Message previous; ///< read to what its server calls its end
    bool previousShort = false; ///< much less came of it than LIST had said
    int logins = 0;
    QList<Suspect> suspects;

    /// Octets a second; 0 while too little was read to tell.
    qint64 rate() const;
    void wasSearched(const Message &message);
    void suspect(const Suspect &found);
    /// What would be read after this message; number 0 at the end.
    Message after(const Message &message) const;
    qsizetype indexOf(const Message &message) const; ///< by UIDL, else by number; -1: gone
};

} // namespace probes
