#include "knowledge/json_reader.h"

#include <QFile>
#include <QStringDecoder>
#include <cmath>

namespace knowledge {

namespace {

using Kind = JsonNode::Kind;

/// Characters that make a text look other than it is (CVE-2021-42574), and controls.
bool isForbidden(QChar c)
{
    const ushort u = c.unicode();
    return (u < 0x20 && u != u'\n' && u != u'\t') || u == 0x7f || (u >= 0x80 && u < 0xa0)
        || (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069) || u == 0x200e || u == 0x200f
        || u == 0x061c || u == 0xfeff;
}

/// Members stand from the whole to its parts: value, object, array, string, number, word.
class Parser
{
public:
    Parser(const QString &file, const QString &text, const JsonLimits &limits)
        : m_file(file), m_text(text), m_limits(limits)
    {
    }

    std::variant<JsonNode, LoadError> read()
    {
        JsonNode top;
        if (!value(top, QString(), 1))
            return m_error;
        blank();
        if (m_at < m_text.size()) {
            (void)refuse(QString(), QStringLiteral("something follows the end"));
            return m_error;
        }
        return top;
    }

private:
    bool value(JsonNode &node, const QString &key, int depth)
    {
        blank();
        node.line = m_line;
        node.key = key;
        if (depth > m_limits.depth)
            return refuse(key, QStringLiteral("nested deeper than %1").arg(m_limits.depth));
        if (m_at >= m_text.size())
            return refuse(key, QStringLiteral("ends too early"));
        const QChar c = m_text.at(m_at);
        if (c == u'{')
            return object(node, key, depth);
        if (c == u'[')
            return array(node, key, depth);
        if (c == u'"') {
            node.kind = Kind::String;
            return string(node.text, key);
        }
        if (c == u'-' || c.isDigit())
            return number(node, key);
        return word(node, key);
    }

    bool object(JsonNode &node, const QString &key, int depth)
    {
        node.kind = Kind::Object;
        ++m_at;
        if (taken(u'}'))
            return true;
        while (true) {
            blank();
            const int line = m_line;
            QString name;
            if (m_at >= m_text.size() || m_text.at(m_at) != u'"')
                return refuse(key, QStringLiteral("a key in quotation marks must stand here"));
            if (!string(name, key))
                return false;
            const QString path = key.isEmpty() ? name : key + u'.' + name;
            if (node.member(name))
                return refuse(path, QStringLiteral("stands twice"), line);
            if (!taken(u':'))
                return refuse(path, QStringLiteral("a colon must follow the key"));
            JsonNode child;
            if (!value(child, path, depth + 1))
                return false;
            child.line = line;
            node.members.append({name, child});
            if (taken(u'}'))
                return true;
            if (!taken(u','))
                return refuse(path, QStringLiteral("a comma or } must follow"));
        }
    }

    bool array(JsonNode &node, const QString &key, int depth)
    {
        node.kind = Kind::Array;
        ++m_at;
        if (taken(u']'))
            return true;
        while (true) {
            JsonNode child;
            const QString path = QStringLiteral("%1[%2]").arg(key).arg(node.items.size());
            if (!value(child, path, depth + 1))
                return false;
            node.items.append(child);
            if (taken(u']'))
                return true;
            if (!taken(u','))
                return refuse(path, QStringLiteral("a comma or ] must follow"));
        }
    }

    bool string(QString &out, const QString &key)
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            QChar c = m_text.at(m_at);
            if (c == u'"') {
                ++m_at;
                return true;
            }
            if (c.unicode() < 0x20)
                return refuse(key, QStringLiteral("a line break or control character inside a string"));
            if (c == u'\\' && !escaped(c, key))
                return false;
            if (isForbidden(c))
                return refuse(key,
                              QStringLiteral("the character U+%1 is not allowed")
                                  .arg(uint(c.unicode()), 4, 16, QLatin1Char('0')));
            if (out.size() >= m_limits.stringCharacters)
                return refuse(key,
                              QStringLiteral("longer than %1 characters").arg(m_limits.stringCharacters));
            out.append(c);
        }
        return refuse(key, QStringLiteral("a string does not end"));
    }

    /// Leaves m_at on the last character of the escape.
    bool escaped(QChar &c, const QString &key)
    {
        static const QString letters = QStringLiteral("\"\\/bfnrt");
        static const QString meanings = QStringLiteral("\"\\/\b\f\n\r\t");
        const QChar letter = ++m_at < m_text.size() ? m_text.at(m_at) : QChar();
        if (const qsizetype known = letters.indexOf(letter); known >= 0 && !letter.isNull()) {
            c = meanings.at(known);
            return true;
        }
        bool isHex = false;
        const ushort code = m_text.mid(m_at + 1, 4).toUShort(&isHex, 16);
        if (letter != u'u' || !isHex || m_at + 4 >= m_text.size())
            return refuse(key, QStringLiteral("an escape that JSON does not have"));
        c = QChar(code);
        m_at += 4;
        return true;
    }

    bool number(JsonNode &node, const QString &key)
    {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && QStringLiteral("+-.0123456789eE").contains(m_text.at(m_at)))
            ++m_at;
        const QString digits = m_text.mid(from, m_at - from);
        bool understood = false;
        node.kind = Kind::Number;
        node.number = digits.toDouble(&understood);
        const QString plain = digits.startsWith(u'-') ? digits.mid(1) : digits;
        if (!understood || !std::isfinite(node.number) || digits.size() > 32
            || (plain.size() > 1 && plain.startsWith(u'0') && plain.at(1).isDigit()))
            return refuse(key, QStringLiteral("not a number"));
        return true;
    }

    bool word(JsonNode &node, const QString &key)
    {
        const auto is = [&](const QString &wanted) {
            if (m_text.mid(m_at, wanted.size()) != wanted)
                return false;
            m_at += wanted.size();
            return true;
        };
        if (is(QStringLiteral("null")))
            return true;
        node.kind = Kind::Bool;
        node.truth = is(QStringLiteral("true"));
        return node.truth || is(QStringLiteral("false")) || refuse(key, QStringLiteral("not a JSON value"));
    }

    void blank()
    {
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c == u'\n')
                ++m_line;
            else if (c != u' ' && c != u'\t' && c != u'\r')
                return;
        }
    }

    bool taken(QChar c)
    {
        blank();
        if (m_at >= m_text.size() || m_text.at(m_at) != c)
            return false;
        ++m_at;
        return true;
    }

    bool refuse(const QString &key, const QString &why, int line = 0)
    {
        m_error = {m_file, line > 0 ? line : m_line, key, why};
        return false;
    }

    QString m_file;
    QString m_text;
    JsonLimits m_limits;
    qsizetype m_at = 0;
    int m_line = 1;
    LoadError m_error;
};

} // namespace

const JsonNode *JsonNode::member(const QString &name) const
{
    for (const auto &[known, node] : members)
        if (known == name)
            return &node;
    return nullptr;
}

std::variant<JsonNode, LoadError> readJson(const QString &file, const QByteArray &bytes,
                                           const JsonLimits &limits)
{
    if (bytes.size() > limits.bytes)
        return LoadError{file, 0, {}, QStringLiteral("larger than %1 KiB").arg(limits.bytes / 1024)};
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decode(bytes);
    if (decode.hasError())
        return LoadError{file, 0, {}, QStringLiteral("not UTF-8")};
    return Parser(file, text, limits).read();
}

std::variant<JsonNode, LoadError> readJsonFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return LoadError{path, 0, {}, QStringLiteral("cannot be read")};
    // One byte over the bound is enough to know that it is too large.
    return readJson(path, file.read(JsonLimits().bytes + 1));
}

} // namespace knowledge
