#include "practice/imap_fetch.h"

#include "practice/imap_command.h"
#include "practice/imap_envelope.h"
#include "practice/mime_part.h"
#include "practice/split.h"

#include <QLocale>
#include <optional>

namespace practice {

namespace {

QByteArray internalDate(const QDateTime &when)
{
    const QDateTime local = when.toOffsetFromUtc(when.offsetFromUtc());
    const int minutes = local.offsetFromUtc() / 60;
    const QString zone = QStringLiteral("%1%2%3")
                             .arg(minutes < 0 ? u'-' : u'+')
                             .arg(std::abs(minutes) / 60, 2, 10, QLatin1Char('0'))
                             .arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'));
    return QLocale::c().toString(local, QStringLiteral("dd-MMM-yyyy HH:mm:ss ")).toLatin1() + zone.toLatin1();
}

/// The header lines whose names are listed, or, for NOT, all others; ends with the empty line.
QByteArray headerFields(const QByteArray &header, const QByteArray &list, bool inverted)
{
    const QList<QByteArray> wanted = list.toUpper().replace('"', "").simplified().split(' ');
    QByteArray out;
    bool taking = false;
    for (const QByteArray &text : header.split('\n')) {
        if (text.trimmed().isEmpty())
            continue;
        if (!text.startsWith(' ') && !text.startsWith('\t'))
            taking = wanted.contains(before(text, ':').trimmed().toUpper()) != inverted;
        if (taking)
            out += text + '\n';
    }
    return out + "\r\n";
}

/// The words of a section that are no part numbers: "", HEADER, TEXT, MIME, HEADER.FIELDS (…).
std::optional<QByteArray> namedSection(const Message &entity, const QByteArray &section, bool isWhole)
{
    const QByteArray upper = section.toUpper();
    if (upper.isEmpty())
        return isWhole ? entity.raw : entity.body();
    if (upper == "HEADER" || upper == "MIME")
        return entity.header();
    if (upper == "TEXT")
        return entity.body();
    const bool inverted = upper.startsWith("HEADER.FIELDS.NOT");
    const qsizetype open = section.indexOf('(');
    if (!upper.startsWith("HEADER.FIELDS") || open < 0)
        return std::nullopt;
    return headerFields(entity.header(), section.mid(open + 1, section.lastIndexOf(')') - open - 1),
                        inverted);
}

std::optional<QByteArray> sectionText(const Message &message, const QByteArray &section)
{
    qsizetype digits = 0;
    while (digits < section.size()
           && ((section[digits] >= '0' && section[digits] <= '9') || section[digits] == '.'))
        ++digits;
    if (digits == 0)
        return namedSection(message, section, true);
    const QByteArray numbers = section.left(section[digits - 1] == '.' ? digits - 1 : digits);
    const MimePart root = MimePart::read(message.raw);
    const MimePart *part = root.part(numbers);
    return part ? namedSection(part->entity, section.mid(digits), false) : QByteArray();
}

/// "BODY.PEEK[TEXT]<10.20>" answers as "BODY[TEXT]<10> {20}…".
QByteArray bodySection(const Message &message, const QByteArray &item)
{
    const qsizetype open = item.indexOf('[');
    const qsizetype close = item.lastIndexOf(']');
    const QByteArray section = item.mid(open + 1, close - open - 1);
    auto text = close < open ? std::nullopt : sectionText(message, section);
    if (!text)
        return {};
    QByteArray partial = item.mid(close + 1);
    QByteArray origin;
    if (partial.startsWith('<') && partial.endsWith('>')) {
        const QList<QByteArray> numbers = partial.mid(1, partial.size() - 2).split('.');
        const qsizetype from = numbers.first().toLongLong();
        if (numbers.size() != 2 || from < 0)
            return {};
        text = text->mid(from, numbers[1].toLongLong());
        origin = '<' + QByteArray::number(from) + '>';
    }
    return "BODY[" + section.toUpper() + ']' + origin + ' ' + asLiteral(*text);
}

} // namespace

QList<QByteArray> expandFetchMacro(const QByteArray &item)
{
    const QList<QByteArray> fast{"FLAGS", "INTERNALDATE", "RFC822.SIZE"};
    if (item == "FAST")
        return fast;
    if (item == "ALL")
        return fast + QList<QByteArray>{"ENVELOPE"};
    if (item == "FULL")
        return fast + QList<QByteArray>{"ENVELOPE", "BODY"};
    return {item};
}

bool fetchMarksSeen(const QByteArray &item)
{
    const QByteArray upper = item.toUpper();
    return upper.startsWith("BODY[") || upper == "RFC822" || upper == "RFC822.TEXT";
}

QByteArray flagList(const Message &message)
{
    QList<QByteArray> flags(message.flags.begin(), message.flags.end());
    if (message.recent)
        flags << "\\Recent";
    return '(' + flags.join(' ') + ')';
}

QByteArray fetchItem(const Message &message, const QByteArray &item)
{
    const QByteArray upper = item.toUpper();
    if (upper == "UID")
        return "UID " + QByteArray::number(message.uid);
    if (upper == "FLAGS")
        return "FLAGS " + flagList(message);
    if (upper == "INTERNALDATE")
        return "INTERNALDATE " + quoted(internalDate(message.arrived));
    if (upper == "RFC822.SIZE")
        return "RFC822.SIZE " + QByteArray::number(message.raw.size());
    if (upper == "ENVELOPE")
        return "ENVELOPE " + imapEnvelope(message);
    if (upper == "BODYSTRUCTURE" || upper == "BODY")
        return upper + ' ' + MimePart::read(message.raw).structure(upper == "BODYSTRUCTURE");
    if (upper == "RFC822")
        return "RFC822 " + asLiteral(message.raw);
    if (upper == "RFC822.HEADER")
        return "RFC822.HEADER " + asLiteral(message.header());
    if (upper == "RFC822.TEXT")
        return "RFC822.TEXT " + asLiteral(message.body());
    if (upper.startsWith("BODY[") || upper.startsWith("BODY.PEEK["))
        return bodySection(message, item);
    return {};
}

} // namespace practice
