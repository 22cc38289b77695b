#include "practice/mime_part.h"

#include "practice/imap_envelope.h"

namespace practice {

namespace {

constexpr int deepest = 8;
constexpr qsizetype mostParts = 200;

QList<QByteArray> splitParameters(const QByteArray &value)
{
    QList<QByteArray> out{QByteArray()};
    bool inQuotes = false;
    for (const char c : value) {
        if (c == '"')
            inQuotes = !inQuotes;
        if (c == ';' && !inQuotes)
            out << QByteArray();
        else
            out.last() += c;
    }
    return out;
}

void readType(MimePart &part, const QByteArray &field)
{
    const QList<QByteArray> pieces = splitParameters(field);
    const QByteArray kind = pieces.first().trimmed().toLower();
    const qsizetype slash = kind.indexOf('/');
    if (slash > 0) {
        part.type = kind.left(slash);
        part.subtype = kind.mid(slash + 1);
    }
    for (const QByteArray &piece : pieces.mid(1)) {
        const qsizetype equals = piece.indexOf('=');
        QByteArray value = piece.mid(equals + 1).trimmed();
        if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"'))
            value = value.mid(1, value.size() - 2);
        if (equals > 0)
            part.parameters << QPair<QByteArray, QByteArray>(piece.left(equals).trimmed().toLower(), value);
    }
}

QByteArray boundaryOf(const MimePart &part)
{
    for (const auto &[key, value] : part.parameters) {
        if (key == "boundary")
            return value;
    }
    return {};
}

} // namespace

MimePart MimePart::read(const QByteArray &raw, int depth)
{
    MimePart part;
    part.entity.raw = raw;
    readType(part, part.entity.field("Content-Type"));
    const QByteArray boundary = boundaryOf(part);
    if (part.type != "multipart" || boundary.isEmpty() || depth >= deepest)
        return part;
    const QByteArray body = "\r\n" + part.entity.body();
    const QByteArray mark = "\r\n--" + boundary;
    qsizetype at = body.indexOf(mark);
    while (at >= 0 && part.parts.size() < mostParts) {
        at += mark.size();
        if (body.mid(at, 2) == "--")
            break;
        const qsizetype start = body.indexOf("\r\n", at);
        const qsizetype next = start < 0 ? -1 : body.indexOf(mark, start);
        if (next < 0)
            break;
        part.parts << read(next > start ? body.mid(start + 2, next - start - 2) : QByteArray(), depth + 1);
        at = next;
    }
    return part;
}

const MimePart *MimePart::part(const QByteArray &number) const
{
    const MimePart *at = this;
    for (const QByteArray &step : number.split('.')) {
        const qsizetype n = step.toLongLong();
        // The one part of a message that is not multipart is its body: "1".
        if (at->parts.isEmpty() && at == this && n == 1)
            continue;
        if (n < 1 || n > at->parts.size())
            return nullptr;
        at = &at->parts[n - 1];
    }
    return at;
}

QByteArray MimePart::parameterList() const
{
    QByteArray out;
    for (const auto &[key, value] : parameters)
        out += (out.isEmpty() ? "" : " ") + nstring(key) + ' ' + nstring(value);
    return out.isEmpty() ? QByteArray("NIL") : '(' + out + ')';
}

QByteArray MimePart::leafStructure(bool extended) const
{
    const QByteArray body = entity.body();
    const QByteArray encoding = entity.field("Content-Transfer-Encoding");
    QByteArray out = '(' + nstring(type) + ' ' + nstring(subtype) + ' ' + parameterList() + ' '
        + nstring(entity.field("Content-ID")) + " NIL " + nstring(encoding.isEmpty() ? "7bit" : encoding)
        + ' ' + QByteArray::number(body.size());
    if (type == "text")
        out += ' ' + QByteArray::number(body.count('\n'));
    if (extended) {
        MimePart disposition;
        readType(disposition, "x/" + entity.field("Content-Disposition"));
        out += " NIL ";
        out += disposition.subtype.isEmpty()
            ? QByteArray("NIL")
            : '(' + nstring(disposition.subtype) + ' ' + disposition.parameterList() + ')';
        out += " NIL NIL";
    }
    return out + ')';
}

QByteArray MimePart::structure(bool extended) const
{
    if (parts.isEmpty())
        return leafStructure(extended);
    QByteArray out = "(";
    for (const MimePart &one : parts)
        out += one.structure(extended);
    out += ' ' + nstring(subtype);
    if (extended)
        out += ' ' + parameterList() + " NIL NIL NIL";
    return out + ')';
}

} // namespace practice
