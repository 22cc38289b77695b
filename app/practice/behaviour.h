// How the practice servers behave: healthy as it stands, bent by faults (faults.cpp), read by the sessions.
#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>

namespace practice {

/// The doors of the provider, named by the ports from which they are routed.
enum class Door : quint16
{
    Smtp = 25,
    Pop3 = 110,
    Imap = 143,
    Submissions = 465,
    Submission = 587,
    Imaps = 993,
    Pop3s = 995
};

enum class StartTls
{
    Offered,
    NotOffered, ///< and the password is welcome in clear text: a client must not take the bait
    Refused, ///< offered, then refused
    Injected ///< agreed to, with bytes behind the agreement that nobody asked for
};

enum class LogIn
{
    Normal,
    WrongPassword,
    Expired,
    TemporaryFailure,
    InUse, ///< POP3 only: another program holds the mailbox
    LocalPartOnly, ///< the whole address as user name is refused
    Silent ///< no answer to the password
};

enum class Greeting
{
    Normal,
    Endless,
    Drip, ///< a byte a second
    Busy,
    ClosedEarly, ///< hangs up without a word
    Preauth, ///< IMAP without TLS only
    Web ///< a web server on 587
};

struct Behaviour
{
    double speed = 1; ///< every wait is divided by this
    QSet<quint16> closed; ///< doors that refuse
    QSet<quint16> silent; ///< doors that accept and never greet
    Greeting greeting = Greeting::Normal;
    double greetingSeconds = 0;
    bool plainOnTlsDoors = false;
    bool tlsOnPlainDoors = false;
    bool onlyOldTls = false; ///< TLS 1.0 and nothing newer
    StartTls startTls = StartTls::Offered;
    QString certificate = QStringLiteral("good"); ///< resources/practice/<this>.crt
    LogIn logIn = LogIn::Normal;

    bool scans = false;
    double scanSeconds = 75; ///< for a message of scanBytes or more; less in proportion for smaller ones
    qint64 scanBytes = 1'000'000;
    qint64 sizeLimit = 64 * 1024 * 1024; ///< announced by SIZE, enforced
    QByteArray senderAnswer; ///< to MAIL FROM; empty: accepted
    QByteArray recipientAnswer; ///< to RCPT TO; empty: judged
    bool greylists = false; ///< refuses each pair of sender and recipient once

    int quotaPercent = 0; ///< 0: plenty of room
    int extraDuplicates = 0; ///< copies of one message in the inbox
    int oldMessages = 0; ///< mail of the last years that nobody took away
    int unseenJunk = 0;
    int taggedSpam = 0; ///< messages of the inbox that a filter has marked
    qint64 messageLimit = 10'000; ///< what the provider allows in a mailbox
    bool breaksAtLetter = false; ///< POP3: the connection ends in the middle of one message, each time
    bool zeroOctet = false; ///< one message holds an octet that mail must not hold
    qint64 giantBytes = 0; ///< one message of this size
    qint64 giantBytesPerSecond = 48'000; ///< POP3: how fast that one comes

    bool isClosed(Door door) const { return closed.contains(quint16(door)); }
    bool isSilent(Door door) const { return silent.contains(quint16(door)); }
    /// How long a message of this size is scanned.
    double scanTime(qint64 bytes) const;
    int milliseconds(double seconds) const;
};

} // namespace practice
