#include "practice/samples.h"

#include "practice/office.h"

#include <QDir>
#include <QFile>
#include <algorithm>

namespace practice {

namespace {

QByteArray dateLine(const QDateTime &when)
{
    return "Date: " + when.toString(Qt::RFC2822Date).toLatin1() + "\r\n";
}

/// An uncompressed picture, a sunrise of about 150 kB: readable by everything, and made of nothing but sums.
QByteArray sunrise()
{
    constexpr int side = 224;
    constexpr int headerBytes = 54;
    const auto little = [](quint32 value, int bytes) {
        QByteArray out;
        for (int i = 0; i < bytes; ++i)
            out += char(value >> (8 * i) & 0xff);
        return out;
    };
    QByteArray picture = "BM" + little(headerBytes + side * side * 3, 4) + little(0, 4)
        + little(headerBytes, 4) + little(40, 4) + little(side, 4) + little(side, 4) + little(1, 2)
        + little(24, 2) + QByteArray(24, '\0');
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const int dx = x - side / 2;
            const int dy = y - side / 3;
            const bool sun = dx * dx + dy * dy < 40 * 40;
            picture += char(sun ? 60 : 90 + y / 2);
            picture += char(sun ? 120 : 110 + y / 4);
            picture += char(sun ? 250 : 240 - y / 3);
        }
    }
    return picture;
}

QByteArray letter(const QByteArray &id, const QByteArray &subject, const QDateTime &when,
                  const QByteArray &more)
{
    return "From: =?UTF-8?B?6L6y5ZyS?= <farm@shop.example>\r\nTo: " + Office::address()
        + "\r\nSubject: " + subject + "\r\nMessage-ID: <" + id + "@shop.example>\r\n" + dateLine(when)
        + "MIME-Version: 1.0\r\n" + more;
}

QByteArray plainLetter(const QByteArray &id, const QByteArray &subject, const QDateTime &when)
{
    return letter(
        id, subject, when,
        "Content-Type: text/plain; charset=us-ascii\r\n\r\nThe list of this week is in our shop.\r\n");
}

QByteArray letterWithPicture(const QDateTime &when)
{
    QByteArray encoded;
    const QByteArray picture = sunrise().toBase64();
    for (qsizetype from = 0; from < picture.size(); from += 76)
        encoded += picture.mid(from, 76) + "\r\n";
    return letter(
        "sunrise-over-the-field", "A photograph of the field", when,
        "Content-Type: multipart/mixed; boundary=\"=_practice\"\r\n\r\n--=_practice\r\n"
        "Content-Type: text/plain; charset=us-ascii\r\n\r\nThis morning at five.\r\n\r\n--=_practice\r\n"
        "Content-Type: image/bmp; name=\"sunrise.bmp\"\r\nContent-Transfer-Encoding: base64\r\n"
        "Content-Disposition: attachment; filename=\"sunrise.bmp\"\r\n\r\n"
            + encoded + "--=_practice--\r\n");
}

/// The first line of a sample: "X-Practice: inbox 3 seen", its folder, age in days and flags.
bool addSample(Mailbox &mailbox, const QString &path, const QDateTime &now)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    QByteArray text = file.readAll().replace("\r\n", "\n");
    const qsizetype lineEnd = text.indexOf('\n');
    const QList<QByteArray> words = text.left(lineEnd).simplified().split(' ');
    if (words.size() < 3 || words[0] != "X-Practice:")
        return false;
    const QDateTime when = now.addDays(-words[2].toInt()).addSecs(-3600 * (words[2].toInt() % 7));
    const QByteArray raw = dateLine(when) + text.mid(lineEnd + 1).replace("\n", "\r\n");
    const QSet<QByteArray> flags = words.contains("seen") ? QSet<QByteArray>{"\\Seen"} : QSet<QByteArray>{};
    return mailbox.add(words[1] == "junk"       ? junkFolder()
                           : words[1] == "sent" ? "Sent"
                                                : "INBOX",
                       raw, flags, when)
        > 0;
}

/// A message of about that size: lines of text, so that it is nothing but long.
QByteArray giant(qint64 bytes, const QDateTime &when)
{
    const QByteArray line = QByteArray(74, 'x') + "\r\n";
    return letter("the-whole-album", "All photographs of the journey", when,
                  "Content-Type: text/plain; charset=us-ascii\r\n\r\n" + line.repeated(bytes / line.size()));
}

/// Letters that make trouble come in the middle, where a program gets stuck with mail behind it.
void addTroubleMakers(Mailbox &mailbox, const Behaviour &behaviour, const QDateTime &now)
{
    const QDateTime when = now.addDays(-3);
    if (behaviour.breaksAtLetter)
        mailbox.add("INBOX",
                    letter("breaks-here", "=?iso-2022-jp?b?GyRCPEw/PxsoQg==?=", when,
                           "Content-Type: text/plain; charset=us-ascii\r\n\r\n"
                               + QByteArray("Somewhere in here it ends.\r\n").repeated(200)),
                    {}, when);
    if (behaviour.zeroOctet)
        mailbox.add("INBOX",
                    letter("zero-octet", "A message with a hole", when,
                           "Content-Type: text/plain; charset=us-ascii\r\n\r\nBefore the hole")
                        + QByteArray("\0 and behind it.\r\n", 18),
                    {}, when);
    if (behaviour.giantBytes > 0)
        mailbox.add("INBOX", giant(behaviour.giantBytes, when), {}, when);
    for (int i = 0; i < behaviour.taggedSpam; ++i)
        mailbox.add("INBOX",
                    plainLetter("marked-" + QByteArray::number(i), "*** SPAM *** You have won", when), {},
                    when);
}

void bendMailbox(Mailbox &mailbox, const Behaviour &behaviour, const QDateTime &now)
{
    for (int i = 0; i < behaviour.extraDuplicates; ++i)
        mailbox.add("INBOX", plainLetter("order-4711", "Your order", now.addDays(-1)), {}, now.addDays(-1));
    for (int i = 0; i < behaviour.unseenJunk; ++i) {
        const QByteArray number = QByteArray::number(i + 1);
        mailbox.add(junkFolder(), plainLetter("held-" + number, "Answer to your question " + number, now), {},
                    now.addSecs(-3600 * i));
    }
    if (behaviour.quotaPercent > 0)
        mailbox.setLimitBytes(mailbox.usedBytes() * 100 / behaviour.quotaPercent);
}

} // namespace

QByteArray junkFolder()
{
    return QByteArrayLiteral("&j,dg0TDhMPww6w-");
}

QByteArray breakingLetter()
{
    return QByteArrayLiteral("breaks-here@shop.example");
}

QByteArray giantLetter()
{
    return QByteArrayLiteral("the-whole-album@shop.example");
}

bool fillMailbox(Mailbox &mailbox, const Behaviour &behaviour)
{
    mailbox.create("INBOX");
    mailbox.create("Sent", "\\Sent");
    mailbox.create(junkFolder(), "\\Junk");
    const QDateTime now = QDateTime::currentDateTime();
    constexpr int daysBetween = 1;
    for (int i = behaviour.oldMessages; i > 0; --i) {
        const QDateTime when = now.addDays(-30 - i * daysBetween);
        mailbox.add("INBOX", plainLetter("week-" + QByteArray::number(i), "The list of this week", when),
                    {"\\Seen"}, when);
    }
    const QDir folder(QStringLiteral(":/practice/mail"));
    const QStringList names = folder.entryList({QStringLiteral("*.eml")}, QDir::Files, QDir::Name);
    if (names.isEmpty())
        return false;
    const bool allAdded = std::all_of(names.begin(), names.end(), [&](const QString &name) {
        return addSample(mailbox, folder.filePath(name), now);
    });
    addTroubleMakers(mailbox, behaviour, now);
    mailbox.add("INBOX", letterWithPicture(now.addDays(-2)), {}, now.addDays(-2));
    bendMailbox(mailbox, behaviour, now);
    return allAdded;
}

} // namespace practice
