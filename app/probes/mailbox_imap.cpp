#include "probes/mailbox_imap.h"

#include "model/seen.h"
#include "probes/imap_words.h"
#include "probes/reply_seen.h"

namespace probes {

using model::Failure;
using net::ImapReply;
namespace seen = model::seen;

namespace {

constexpr int sizesOf = 1000; ///< the newest; a mailbox of two million is not read through (faults.md S43)
constexpr int newestSampled = 100, oldestSampled = 5;
constexpr int mostFolders = 5000;

QByteArray range(qint64 from, qint64 to)
{
    return QByteArray::number(from) + ':' + QByteArray::number(to);
}

} // namespace

MailboxImap::MailboxImap(const net::Environment &environment, const model::Endpoint &endpoint,
                         const QString &address, Credential credential, const MailboxWishes &wishes)
    : JunkImap(environment, endpoint, address, std::move(credential), wishes), m_sample(wishes)
{
}

void MailboxImap::loggedIn(const ImapReply &reply)
{
    note(seenOf(reply));
    enter(model::Step::Mailbox);
    ImapLogin::loggedIn(reply);
}

void MailboxImap::atHome()
{
    // The sum before the folder is opened: RFC 9051 section 6.3.11 wants no STATUS of the opened one.
    if (capabilities().contains("STATUS=SIZE") || capabilities().contains("IMAP4REV2"))
        ask("STATUS INBOX (SIZE)", &MailboxImap::summed);
    if (capabilities().contains("QUOTA"))
        ask("GETQUOTAROOT INBOX", &MailboxImap::quotaTold);
    ask(listCommand(), &MailboxImap::foldersTold, mostFolders);
    ask("EXAMINE INBOX", &MailboxImap::examined); // read-only: not even \Recent changes
    hearNext();
}

void MailboxImap::ask(const QByteArray &text, Hearer hearer, int lines)
{
    m_asked.append({commandAhead(text), hearer, lines});
}

/// In order of the questions, which need not be the order of the answers (RFC 9051 section 5.5): Dovecot
/// tells a folder's numbers while the headers of another are still on their way.
void MailboxImap::hearNext()
{
    if (m_asked.isEmpty())
        return logout();
    const QByteArray due = m_asked.first().tag;
    for (const ImapReply &reply : m_early)
        if (reply.tag == due)
            return answer(reply);
    QByteArrayList behind;
    int lines = 0;
    for (const Asked &asked : m_asked) {
        lines += asked.lines;
        if (asked.tag != due)
            behind.append(asked.tag);
    }
    for (const ImapReply &reply : m_early)
        behind.removeAll(reply.tag);
    hearTag(due, &MailboxImap::heard, lines, behind);
}

void MailboxImap::heard(const ImapReply &reply)
{
    m_data += reply.untagged;
    m_early.insert(m_early.end(), reply.early.begin(), reply.early.end());
    answer(reply);
}

void MailboxImap::answer(const ImapReply &reply)
{
    ImapReply whole = reply;
    whole.untagged = m_data;
    (this->*m_asked.takeFirst().hearer)(whole);
}

void MailboxImap::summed(const ImapReply &reply)
{
    if (const auto bytes = statusItem(reply, "SIZE"))
        m_mailbox.insert(seen::bytes, *bytes);
    hearNext();
}

void MailboxImap::quotaTold(const ImapReply &reply)
{
    const QJsonObject quota = quotaIn(reply);
    for (auto value = quota.begin(); value != quota.end(); ++value)
        m_mailbox.insert(value.key(), value.value());
    hearNext();
}

void MailboxImap::foldersTold(const ImapReply &reply)
{
    if (reply.ok())
        chooseFolder(reply);
    hearNext();
}

void MailboxImap::examined(const ImapReply &reply)
{
    if (!reply.ok())
        return end(reply.code == "INUSE" ? Failure::MailboxInUse : Failure::Busy, seenOf(reply));
    if (const auto count = existsIn(reply)) {
        m_messages = *count;
        m_mailbox.insert(seen::messages, m_messages);
    }
    note(m_mailbox);
    keepNothing();
    askMessages();
    hearNext();
}

void MailboxImap::askMessages()
{
    m_data.clear();
    if (m_messages > 0) {
        const qint64 from = qMax<qint64>(1, m_messages - sizesOf + 1);
        ask("FETCH " + range(from, m_messages) + " (RFC822.SIZE)", &MailboxImap::sized, 2 * sizesOf + 100);
        const qint64 newest = qMax<qint64>(1, m_messages - newestSampled + 1);
        QByteArray set = range(newest, m_messages);
        if (newest > 1)
            set.prepend(range(1, qMin<qint64>(oldestSampled, newest - 1)) + ',');
        ask("FETCH " + set + " (INTERNALDATE BODY.PEEK[HEADER.FIELDS (FROM SUBJECT DATE MESSAGE-ID)])",
            &MailboxImap::headersTold, 4 * (newestSampled + oldestSampled) + 100);
    }
    if (const QByteArray status = statusCommand(); !status.isEmpty())
        ask(status, &MailboxImap::junkTold);
}

void MailboxImap::sized(const ImapReply &reply)
{
    for (const QByteArray &line : reply.untagged)
        if (const auto item = fetchedItem(line); item && item->bytes > 0)
            m_sample.addSize(item->number, item->bytes);
    hearNext();
}

void MailboxImap::headersTold(const ImapReply &reply)
{
    for (const QByteArray &line : reply.untagged) {
        const auto item = fetchedItem(line);
        if (!item || item->literal.isEmpty())
            continue;
        QByteArrayList fields = item->literal.split('\n');
        for (QByteArray &field : fields)
            if (field.endsWith('\r'))
                field.chop(1);
        m_sample.add(item->number, 0, headOf(fields), item->arrived);
    }
    note(m_sample.seen());
    hearNext();
}

void MailboxImap::junkTold(const ImapReply &reply)
{
    enter(model::Step::Junk);
    if (reply.ok())
        noteFolder(reply);
    hearNext();
}

} // namespace probes
