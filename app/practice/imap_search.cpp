#include "practice/imap_search.h"

#include "practice/imap_set.h"

#include <QHash>
#include <QLocale>

namespace practice {

namespace {

struct FlagKey
{
    QByteArray flag;
    bool wanted;
};

const QHash<QByteArray, FlagKey> &flagKeys()
{
    static const QHash<QByteArray, FlagKey> keys{
        {"SEEN", {"\\Seen", true}},         {"UNSEEN", {"\\Seen", false}},
        {"DELETED", {"\\Deleted", true}},   {"UNDELETED", {"\\Deleted", false}},
        {"FLAGGED", {"\\Flagged", true}},   {"UNFLAGGED", {"\\Flagged", false}},
        {"ANSWERED", {"\\Answered", true}}, {"UNANSWERED", {"\\Answered", false}},
        {"DRAFT", {"\\Draft", true}},       {"UNDRAFT", {"\\Draft", false}},
    };
    return keys;
}

bool contains(const QByteArray &text, const QByteArray &wanted)
{
    return text.toLower().contains(wanted.toLower());
}

std::optional<bool> compareDate(const QByteArray &key, const QDate &own, const QByteArray &asked)
{
    const QDate date = QLocale::c().toDate(QString::fromLatin1(asked), QStringLiteral("d-MMM-yyyy"));
    if (!date.isValid())
        return std::nullopt;
    if (key.endsWith("SINCE"))
        return own >= date;
    return key.endsWith("BEFORE") ? own < date : own == date;
}

class Keys
{
public:
    Keys(const SearchedMessage &searched, const ImapWords &words)
        : m_searched(searched), m_message(searched.message), m_words(words)
    {
    }

    std::optional<bool> all()
    {
        bool every = true;
        while (m_at < m_words.size()) {
            const auto one = next();
            if (!one)
                return std::nullopt;
            every = every && *one;
        }
        return every;
    }

private:
    std::optional<QByteArray> argument()
    {
        if (m_at >= m_words.size() || m_words[m_at].isList())
            return std::nullopt;
        return m_words[m_at++].text;
    }

    std::optional<bool> next()
    {
        if (m_at >= m_words.size())
            return std::nullopt;
        const ImapWord &word = m_words[m_at++];
        if (word.isList())
            return matches(m_searched, word.list);
        const QByteArray key = word.upper();
        if (const auto flag = flagKeys().constFind(key); flag != flagKeys().cend())
            return m_message.has(flag->flag) == flag->wanted;
        if (key == "ALL")
            return true;
        if (key == "RECENT" || key == "OLD")
            return m_message.recent == (key == "RECENT");
        if (key == "NEW")
            return m_message.recent && !m_message.has("\\Seen");
        if (key == "NOT") {
            const auto one = next();
            return one ? std::optional<bool>(!*one) : std::nullopt;
        }
        if (key == "OR") {
            const auto one = next();
            const auto other = next();
            return one && other ? std::optional<bool>(*one || *other) : std::nullopt;
        }
        return withArgument(key);
    }

    std::optional<bool> withArgument(const QByteArray &key)
    {
        if (!key.isEmpty() && (key[0] == '*' || (key[0] >= '0' && key[0] <= '9')))
            return inSet(key, m_searched.number, m_searched.lastNumber);
        const auto value = argument();
        if (!value)
            return std::nullopt;
        if (key == "UID")
            return inSet(*value, m_message.uid, m_searched.lastUid);
        if (key == "HEADER") {
            const auto wanted = argument();
            const QByteArray field = m_message.field(*value);
            return wanted ? std::optional<bool>(!field.isEmpty() && contains(field, *wanted)) : std::nullopt;
        }
        if (key == "SUBJECT" || key == "FROM" || key == "TO" || key == "CC" || key == "BCC")
            return contains(m_message.field(key), *value);
        if (key == "BODY" || key == "TEXT")
            return contains(key == "BODY" ? m_message.body() : m_message.raw, *value);
        if (key == "KEYWORD" || key == "UNKEYWORD")
            return m_message.has(*value) == (key == "KEYWORD");
        if (key == "LARGER" || key == "SMALLER")
            return key == "LARGER" ? m_message.raw.size() > value->toLongLong()
                                   : m_message.raw.size() < value->toLongLong();
        if (key == "SENTSINCE" || key == "SENTBEFORE" || key == "SENTON") {
            const QString sent = QString::fromLatin1(m_message.field("Date"));
            return compareDate(key, QDateTime::fromString(sent, Qt::RFC2822Date).date(), *value);
        }
        if (key == "SINCE" || key == "BEFORE" || key == "ON")
            return compareDate(key, m_message.arrived.date(), *value);
        return std::nullopt;
    }

    static std::optional<bool> inSet(const QByteArray &text, quint32 number, quint32 last)
    {
        const auto set = ImapSet::read(text, last);
        return set ? std::optional<bool>(set->contains(number)) : std::nullopt;
    }

    const SearchedMessage &m_searched;
    const Message &m_message;
    const ImapWords &m_words;
    qsizetype m_at = 0;
};

} // namespace

std::optional<bool> matches(const SearchedMessage &searched, const ImapWords &keys)
{
    return Keys(searched, keys).all();
}

} // namespace practice
