#include "probes/imap_words.h"

#include "model/seen.h"
#include "probes/message_words.h"

namespace probes {

namespace {

struct Reading
{
    const QByteArray &text;
    qsizetype at = 0;

    bool skip(char c)
    {
        const bool there = at < text.size() && text.at(at) == c;
        at += there;
        return there;
    }
    void blanks()
    {
        while (skip(' ')) { }
    }
    /// An atom, a quoted string or a literal.
    std::optional<QByteArray> string()
    {
        if (skip('"')) {
            QByteArray value;
            while (at < text.size() && text.at(at) != '"') {
                at += text.at(at) == '\\';
                value += text.mid(at++, 1);
            }
            return skip('"') ? std::optional(value) : std::nullopt;
        }
        if (skip('{'))
            return literal();
        const qsizetype from = at;
        while (at < text.size() && text.at(at) != ' ' && text.at(at) != ')')
            ++at;
        return at > from ? std::optional(text.mid(from, at - from)) : std::nullopt;
    }
    /// As the reader keeps it: "{5}", a line feed, five octets.
    std::optional<QByteArray> literal()
    {
        const qsizetype close = text.indexOf("}\n", at);
        const auto size = close < 0 ? std::nullopt : imapNumber(text.mid(at, close - at));
        if (!size || *size > text.size() - close - 2)
            return std::nullopt;
        at = close + 2 + qsizetype(*size);
        return text.mid(close + 2, qsizetype(*size));
    }
};

/// Nobody keeps more in one folder: a number beyond it is no number (RFC 9051 section 9 allows 32 bits).
constexpr qint64 mostMessages = 100'000'000;

bool begins(const QByteArray &text, const char *word)
{
    return text.left(qsizetype(qstrlen(word))).toUpper() == word;
}

} // namespace

std::optional<qint64> imapNumber(const QByteArray &digits)
{
    bool valid = false;
    const qint64 value = digits.size() <= 18 ? digits.toLongLong(&valid) : 0;
    return valid && value >= 0 && digits.front() != '+' ? std::optional(value) : std::nullopt;
}

std::optional<ListedFolder> listedFolder(const QByteArray &untagged)
{
    if (!begins(untagged, "LIST ("))
        return std::nullopt;
    const qsizetype close = untagged.indexOf(')');
    if (close < 0)
        return std::nullopt;
    ListedFolder folder;
    folder.attributes = untagged.mid(6, close - 6).toUpper().simplified().split(' ');
    Reading rest{untagged, close + 1};
    rest.blanks();
    const auto separator = rest.string();
    rest.blanks();
    const auto name = rest.string();
    if (!separator || !name || name->isEmpty())
        return std::nullopt;
    folder.separator = separator->toUpper() == "NIL" ? QByteArray() : *separator;
    folder.name = *name;
    return folder;
}

std::optional<qint64> statusItem(const net::ImapReply &reply, const QByteArray &item)
{
    for (const QByteArray &line : reply.untagged) {
        const qsizetype open = line.lastIndexOf('(');
        const qsizetype close = line.lastIndexOf(')');
        if (!begins(line, "STATUS ") || open < 0 || close < open)
            continue;
        const QByteArrayList words = line.mid(open + 1, close - open - 1).simplified().split(' ');
        for (qsizetype i = 0; i + 1 < words.size(); i += 2)
            if (words.at(i).toUpper() == item)
                return imapNumber(words.at(i + 1));
    }
    return std::nullopt;
}

QJsonObject quotaIn(const net::ImapReply &reply)
{
    for (const QByteArray &line : reply.untagged) {
        const qsizetype open = line.lastIndexOf('(');
        const qsizetype close = line.lastIndexOf(')');
        if (!begins(line, "QUOTA ") || open < 0 || close < open)
            continue;
        const QByteArrayList words = line.mid(open + 1, close - open - 1).simplified().split(' ');
        for (qsizetype i = 0; i + 2 < words.size(); i += 3) {
            const auto used = imapNumber(words.at(i + 1));
            const auto limit = imapNumber(words.at(i + 2));
            if (words.at(i).toUpper() == "STORAGE" && used && limit && *used < (1LL << 50)
                && *limit < (1LL << 50))
                return {{model::seen::quotaUsed, *used * 1024}, {model::seen::quotaLimit, *limit * 1024}};
        }
    }
    return {};
}

std::optional<FetchedItem> fetchedItem(const QByteArray &untagged)
{
    const qsizetype blank = untagged.indexOf(' ');
    const auto number = blank < 1 ? std::nullopt : imapNumber(untagged.left(blank));
    if (!number || *number < 1 || *number > INT_MAX || !begins(untagged.mid(blank + 1, 7), "FETCH ("))
        return std::nullopt;
    FetchedItem item;
    item.number = int(*number);
    Reading rest{untagged, blank + 8};
    while (rest.at < untagged.size() && !rest.skip(')')) {
        const auto name = rest.string();
        if (!name)
            return std::nullopt;
        // BODY[HEADER.FIELDS (FROM DATE)]: the name goes on behind its blanks.
        if (name->contains('[') && !name->contains(']')) {
            const qsizetype close = untagged.indexOf(']', rest.at);
            if (close < 0)
                return std::nullopt;
            rest.at = close + 1;
        }
        rest.blanks();
        const auto value = rest.string();
        if (!value)
            return std::nullopt;
        rest.blanks();
        if (name->toUpper() == "RFC822.SIZE")
            item.bytes = imapNumber(*value).value_or(0);
        else if (name->toUpper() == "INTERNALDATE")
            item.arrived = headerDate(*value);
        else if (begins(*name, "BODY["))
            item.literal = *value;
    }
    return item;
}

std::optional<qint64> existsIn(const net::ImapReply &reply)
{
    std::optional<qint64> found;
    for (const QByteArray &line : reply.untagged) {
        const QByteArrayList words = line.split(' ');
        if (words.size() != 2 || words.at(1).toUpper() != "EXISTS")
            continue;
        const auto count = words.at(0).isEmpty() ? std::nullopt : imapNumber(words.at(0));
        if (count && *count <= mostMessages)
            found = count;
    }
    return found;
}

} // namespace probes
