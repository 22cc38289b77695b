#include "probes/header_sample.h"

#include "model/seen.h"

#include <QJsonArray>
#include <algorithm>

namespace probes {

namespace seen = model::seen;

namespace {

/// Marks that filters of providers and security products put before a subject.
QStringList usualTags()
{
    return {
        QStringLiteral("*** SPAM ***"), QStringLiteral("[SPAM]"),       QStringLiteral("[SPAM?]"),
        QStringLiteral("{Spam?}"),      QStringLiteral("[迷惑メール]"), QStringLiteral("【迷惑メール】"),
        QStringLiteral("[meiwaku]"),    QStringLiteral("***SPAM***"),   QStringLiteral("[Suspected Spam]"),
        QStringLiteral("[スパム]"),     QStringLiteral("(spam)")};
}

QStringList usualJunkFolders()
{
    return {QStringLiteral("Junk"),
            QStringLiteral("Spam"),
            QStringLiteral("Junk E-mail"),
            QStringLiteral("Junk Email"),
            QStringLiteral("Bulk Mail"),
            QStringLiteral("迷惑メール"),
            QStringLiteral("迷惑メールフォルダー"),
            QStringLiteral("迷惑メールフォルダ"),
            QStringLiteral("迷惑"),
            QStringLiteral("スパム"),
            QStringLiteral("垃圾邮件"),
            QStringLiteral("스팸")};
}

QString bare(const QString &text)
{
    return text.simplified().remove(u' ').toLower();
}

/// Nobody's mail came before there was mail, nor tomorrow.
bool isPlausible(const QDateTime &when)
{
    return when.isValid() && when.date().year() >= 1985 && when < QDateTime::currentDateTimeUtc().addDays(1);
}

} // namespace

MailboxWishes wishesOf(const model::Case &visit)
{
    MailboxWishes wishes;
    if (visit.provider) {
        wishes.tags = visit.provider->spam.tags;
        wishes.junkFolders = visit.provider->spam.junkFolders;
    }
    wishes.tags += usualTags();
    wishes.junkFolders += usualJunkFolders();
    wishes.ownAddress = visit.address.toLower();
    const auto account = visit.account();
    wishes.hidden
        = account && account->incoming && account->incoming->endpoint.protocol == model::Protocol::Pop3;
    return wishes;
}

QString shownDate(const QByteArray &value)
{
    const QDateTime date = headerDate(value);
    return date.isValid() ? date.toString(Qt::ISODate) : readableHeader(value, 60);
}

void HeaderSample::addSize(int number, qint64 bytes)
{
    if (m_largest.size() == largestKept && m_largest.last().bytes >= bytes)
        return;
    const auto place = std::find_if(m_largest.begin(), m_largest.end(),
                                    [bytes](const Large &one) { return one.bytes < bytes; });
    m_largest.insert(place, Large{number, bytes, {}, {}, {}});
    if (m_largest.size() > largestKept)
        m_largest.removeLast();
}

QList<int> HeaderSample::largestNumbers() const
{
    QList<int> numbers;
    for (const Large &one : m_largest)
        numbers.append(one.number);
    return numbers;
}

void HeaderSample::addTag(const QString &subject)
{
    const QString start = bare(subject);
    for (const QString &tag : std::as_const(m_wishes.tags)) {
        if (!bare(tag).isEmpty() && start.startsWith(bare(tag))) {
            ++m_tagged[tag];
            return;
        }
    }
}

void HeaderSample::add(int number, qint64 bytes, const MessageHead &head, const QDateTime &arrived)
{
    ++m_sampled;
    const QString subject = readableHeader(head.subject);
    addTag(subject);
    for (Large &one : m_largest)
        if (one.number == number && (bytes == 0 || one.bytes == bytes))
            one = {number, one.bytes, readableHeader(head.from), subject, shownDate(head.date)};
    const QDateTime when = isPlausible(arrived) ? arrived : headerDate(head.date);
    if (isPlausible(when) && (!m_oldest.isValid() || when < m_oldest))
        m_oldest = when;
    if (!head.messageId.isEmpty()) {
        Double &same = m_byId[head.messageId.left(250)];
        ++same.copies;
        same.subject = head.subject;
        same.from = head.from;
    }
}

QJsonObject HeaderSample::seen() const
{
    QJsonObject values{{seen::sampled, m_sampled}};
    if (m_oldest.isValid())
        values.insert(seen::oldest, m_oldest.toUTC().toString(Qt::ISODate));
    QJsonArray largest;
    for (const Large &one : m_largest)
        largest.append(QJsonObject{{seen::number, one.number},
                                   {seen::bytes, one.bytes},
                                   {seen::from, one.from},
                                   {seen::subject, one.subject},
                                   {seen::date, one.date}});
    values.insert(seen::largest, largest);
    const auto tag = std::max_element(m_tagged.begin(), m_tagged.end());
    if (tag != m_tagged.end()) {
        values.insert(seen::tag, tag.key());
        values.insert(seen::tagged, *tag);
    }
    const auto most = std::max_element(m_byId.begin(), m_byId.end(),
                                       [](const Double &a, const Double &b) { return a.copies < b.copies; });
    if (most != m_byId.end() && most->copies > 1) {
        values.insert(seen::copies, most->copies);
        values.insert(seen::subject, readableHeader(most->subject));
        const QString from = readableHeader(most->from).toLower();
        values.insert(seen::ownCopies, !m_wishes.ownAddress.isEmpty() && from.contains(m_wishes.ownAddress));
    }
    return values;
}

} // namespace probes
