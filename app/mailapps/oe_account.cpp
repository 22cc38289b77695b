#include "mailapps/oe_account.h"

#include "mailapps/oe_text.h"
#include "mailapps/registry.h"

#include <QXmlStreamReader>
#include <algorithm>

namespace mailapps {

namespace {

constexpr int depthCap = 32;
constexpr qsizetype fieldCap = 1000;

/// Walks through the tokens once. Never readElementText() or skipCurrentElement(): both recurse or loop
/// without a bound that is ours.
class Scanner
{
public:
    explicit Scanner(const OeText &text) : m_text(text) { m_reader.addData(text.text()); }

    QList<OeField> fields;
    QStringList seen;
    std::optional<Span> endTag;
    QList<OeAccount::Problem> problems;

    void run()
    {
        bool going = true;
        while (going && !m_reader.atEnd())
            going = take(m_reader.readNext());
        if (going && m_reader.hasError())
            wrong(m_reader.error() == QXmlStreamReader::PrematureEndOfDocumentError ? u"half-written"
                                                                                    : u"malformed");
        if (!going || m_reader.hasError())
            endTag.reset();
    }

private:
    bool take(QXmlStreamReader::TokenType token)
    {
        switch (token) {
        case QXmlStreamReader::StartElement:
            return begin();
        case QXmlStreamReader::EndElement:
            end();
            return true;
        case QXmlStreamReader::Characters:
            // What holds a password is left in the file.
            if (m_depth == 2 && !m_secret)
                m_field.text += m_reader.text();
            else if (m_depth == 1 && !m_reader.isWhitespace())
                wrong(u"malformed");
            return true;
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            wrong(u"malformed");
            return false;
        case QXmlStreamReader::NoToken:
        case QXmlStreamReader::Invalid:
        case QXmlStreamReader::StartDocument:
        case QXmlStreamReader::EndDocument:
        case QXmlStreamReader::Comment:
        case QXmlStreamReader::ProcessingInstruction:
            break;
        }
        return true;
    }

    bool begin()
    {
        ++m_depth;
        if (m_depth > depthCap || seen.size() >= fieldCap
            || (m_depth == 1 && m_reader.name() != u"MessageAccount")) {
            wrong(u"malformed");
            return false;
        }
        m_begin[m_depth > 2 ? 0 : m_depth] = m_reader.characterOffset();
        if (m_depth > 2)
            m_broken = true;
        if (m_depth != 2)
            return true;
        m_field = {};
        m_field.name = m_reader.name().toString();
        m_field.line = int(m_reader.lineNumber());
        m_type = m_reader.attributes().value(QLatin1String("type")).toString();
        m_secret = holdsPassword(m_field.name);
        m_broken = false;
        seen.append(m_field.name);
        return true;
    }

    void end()
    {
        const std::optional<Span> tag = endTagOf(m_begin[m_depth > 2 ? 0 : m_depth]);
        if (m_depth == 2)
            endField(tag);
        else if (m_depth == 1 && tag)
            endTag = tag;
        else if (m_depth == 1)
            wrong(u"malformed"); // <MessageAccount/>: an account without anything
        --m_depth;
    }

    /// The tag that just ended, which is no part of what began at `begin`; nothing for <Name/>.
    std::optional<Span> endTagOf(qsizetype begin) const
    {
        const qsizetype after = m_reader.characterOffset();
        const qsizetype from = after > begin ? m_text.text().lastIndexOf(u"</", after - 1) : -1;
        if (from < begin)
            return std::nullopt;
        return Span{quint32(m_text.byteAt(from)), quint32(m_text.byteAt(after))};
    }

    void endField(const std::optional<Span> &tag)
    {
        if (m_secret || (m_type == u"BINARY" && !m_broken))
            return;
        m_field.isNumber = m_type == u"DWORD";
        if (m_broken || (!m_field.isNumber && m_type != u"SZ") || (m_field.isNumber && !readNumber())) {
            problems.append({m_field.line, QStringLiteral("malformed")});
            return;
        }
        if (tag)
            m_field.value = {quint32(m_text.byteAt(m_begin[2])), tag->begin};
        fields.append(m_field);
    }

    bool readNumber()
    {
        const QString digits = m_field.text.trimmed();
        m_field.text.clear();
        const auto isHex = [](QChar c) {
            const char16_t lower = c.unicode() | 0x20;
            return (c >= u'0' && c <= u'9') || (lower >= u'a' && lower <= u'f');
        };
        if (digits.isEmpty() || digits.size() > 8 || !std::all_of(digits.begin(), digits.end(), isHex))
            return false;
        m_field.number = digits.toUInt(nullptr, 16);
        return true;
    }

    void wrong(QStringView why) { problems.append({int(m_reader.lineNumber()), why.toString()}); }

    const OeText &m_text;
    QXmlStreamReader m_reader;
    int m_depth = 0;
    qsizetype m_begin[3] = {}; ///< behind the start tag: of anything deeper, of the account, of the field
    OeField m_field;
    QString m_type;
    bool m_secret = false;
    bool m_broken = false; ///< has elements of its own
};

bool isName(const QString &name)
{
    return !name.isEmpty() && !name.at(0).isDigit() && !holdsPassword(name)
        && std::all_of(name.begin(), name.end(),
                       [](QChar c) { return c == u'_' || (c.unicode() < 128 && c.isLetterOrNumber()); });
}

/// XML 1.0 has no way to write most of the others.
bool isPlainText(const QString &text)
{
    return text.isValidUtf16() && std::all_of(text.begin(), text.end(), [](QChar c) {
               return c >= u' ' && c.unicode() != 0xFFFE && c.unicode() != 0xFFFF;
           });
}

/// `element` on a line of its own after `before`, indented as the last one; in line where the file has no
/// lines.
QString asLine(const QString &before, const QString &element)
{
    if (!before.endsWith(u'\n'))
        return element;
    const QString lineBreak = before.endsWith(u"\r\n") ? QStringLiteral("\r\n") : QStringLiteral("\n");
    const QString last = before.chopped(lineBreak.size()).section(u'\n', -1);
    const auto first
        = std::find_if(last.begin(), last.end(), [](QChar c) { return c != u' ' && c != u'\t'; });
    return last.left(first - last.begin()) + element + lineBreak;
}

} // namespace

OeAccount::OeAccount(const QByteArray &file)
{
    if (file.size() > oeAccountCap) {
        m_problems.append({0, QStringLiteral("too-large")});
        return;
    }
    const auto text = OeText::of(file);
    // These programs write no document type; with one a few bytes can be made to mean gigabytes.
    if (!text || text->text().contains(u"<!DOCTYPE")) {
        m_problems.append({0, text ? QStringLiteral("malformed") : QStringLiteral("encoding")});
        return;
    }
    Scanner scanner(*text);
    scanner.run();
    m_fields = std::move(scanner.fields);
    m_seen = std::move(scanner.seen);
    m_endTag = scanner.endTag;
    m_problems = std::move(scanner.problems);
}

std::optional<OeField> OeAccount::find(const QString &name) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(),
                                    [&](const OeField &field) { return field.name == name; });
    return found == m_fields.end() ? std::nullopt : std::optional<OeField>(*found);
}

std::optional<QString> OeAccount::text(const QString &name) const
{
    const auto field = find(name);
    return field && !field->isNumber ? std::optional<QString>(field->text) : std::nullopt;
}

std::optional<quint32> OeAccount::number(const QString &name) const
{
    const auto field = find(name);
    return field && field->isNumber ? std::optional<quint32>(field->number) : std::nullopt;
}

int OeAccount::line(const QString &name) const
{
    const auto field = find(name);
    return field ? field->line : 0;
}

std::optional<QByteArray> OeAccount::withNumber(const QByteArray &file, const QString &name, quint32 value)
{
    return with(file, name, true, QStringLiteral("%1").arg(value, 8, 16, QChar(u'0')));
}

std::optional<QByteArray> OeAccount::withText(const QByteArray &file, const QString &name,
                                              const QString &value)
{
    return isPlainText(value) ? with(file, name, false, value.toHtmlEscaped()) : std::nullopt;
}

std::optional<QByteArray> OeAccount::with(const QByteArray &file, const QString &name, bool isNumber,
                                          const QString &literal)
{
    const OeAccount account(file);
    if (!account.isWhole() || !isName(name))
        return std::nullopt;
    const OeText text = *OeText::of(file);
    const qsizetype times = account.m_seen.count(name);
    const auto field = account.find(name);
    QByteArray changed = file;
    if (times == 0) {
        const QString type = isNumber ? QStringLiteral("DWORD") : QStringLiteral("SZ");
        const QString element = QStringLiteral("<%1 type=\"%2\">%3</%1>").arg(name, type, literal);
        const QString before = OeText::of(file.first(account.m_endTag->begin))->text();
        return changed.insert(account.m_endTag->begin, text.encoded(asLine(before, element)));
    }
    if (times > 1 || !field || field->isNumber != isNumber || field->value.begin == 0)
        return std::nullopt;
    return changed.replace(field->value.begin, field->value.end - field->value.begin, text.encoded(literal));
}

} // namespace mailapps
