#include "practice/imap_command.h"

namespace practice {

namespace {

constexpr int deepest = 32;

class Reader
{
public:
    explicit Reader(const QByteArray &text) : m_text(text) { }

    bool words(ImapWords &into, int depth)
    {
        if (depth > deepest)
            return false;
        for (;;) {
            while (peek() == ' ')
                ++m_at;
            if (atEnd() || peek() == ')')
                return true;
            ImapWord word;
            if (!one(word, depth))
                return false;
            into << word;
        }
    }
    bool atEnd() const { return m_at >= m_text.size(); }

private:
    char peek() const { return atEnd() ? '\0' : m_text[m_at]; }

    bool one(ImapWord &word, int depth)
    {
        switch (peek()) {
        case '(':
            ++m_at;
            word.kind = ImapWord::Kind::List;
            if (!words(word.list, depth + 1) || peek() != ')')
                return false;
            ++m_at;
            return true;
        case '"':
            word.kind = ImapWord::Kind::String;
            return quotedString(word.text);
        case '{':
            word.kind = ImapWord::Kind::String;
            return literal(word.text);
        default:
            return atom(word.text);
        }
    }

    bool quotedString(QByteArray &into)
    {
        for (++m_at; !atEnd() && peek() != '"'; ++m_at) {
            if (peek() == '\\')
                ++m_at;
            if (atEnd())
                return false;
            into += peek();
        }
        ++m_at;
        return m_at <= m_text.size();
    }

    bool literal(QByteArray &into)
    {
        const qsizetype end = m_text.indexOf("}\r\n", m_at);
        const qint64 size = end < 0 ? -1 : announcedLiteral(m_text.mid(m_at, end + 1 - m_at), nullptr);
        if (size < 0 || end + 3 + size > m_text.size())
            return false;
        into = m_text.mid(end + 3, size);
        m_at = end + 3 + size;
        return true;
    }

    bool atom(QByteArray &into)
    {
        bool bracketed = false;
        for (; !atEnd(); ++m_at) {
            const char c = peek();
            if (!bracketed && (c == ' ' || c == '(' || c == ')'))
                break;
            if (c == '[')
                bracketed = true;
            if (c == ']')
                bracketed = false;
            into += c;
        }
        return !into.isEmpty() && !bracketed;
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
};

} // namespace

std::optional<ImapWords> readImapWords(const QByteArray &text)
{
    Reader reader(text);
    ImapWords words;
    if (!reader.words(words, 0) || !reader.atEnd())
        return std::nullopt;
    return words;
}

qint64 announcedLiteral(const QByteArray &line, bool *waits)
{
    const qsizetype open = line.lastIndexOf('{');
    if (open < 0 || !line.endsWith('}'))
        return -1;
    QByteArray digits = line.mid(open + 1, line.size() - open - 2);
    const bool plus = digits.endsWith('+');
    if (plus)
        digits.chop(1);
    if (waits)
        *waits = !plus;
    bool isNumber = false;
    const qint64 size = digits.toLongLong(&isNumber);
    return isNumber && size >= 0 && digits.size() <= 18 ? size : -1;
}

QByteArray quoted(const QByteArray &text)
{
    QByteArray out = text;
    out.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + out + '"';
}

QByteArray asLiteral(const QByteArray &bytes)
{
    return '{' + QByteArray::number(bytes.size()) + "}\r\n" + bytes;
}

} // namespace practice
