#include "practice/imap_envelope.h"

#include "practice/imap_command.h"
#include "practice/split.h"

#include <algorithm>

namespace practice {

namespace {

/// Cuts at commas that stand outside quotes, comments and angle brackets.
QList<QByteArray> splitAddresses(const QByteArray &value)
{
    QList<QByteArray> out;
    QByteArray one;
    bool inQuotes = false;
    int depth = 0;
    for (const char c : value) {
        if (c == '"')
            inQuotes = !inQuotes;
        else if (!inQuotes && (c == '<' || c == '('))
            ++depth;
        else if (!inQuotes && (c == '>' || c == ')'))
            --depth;
        if (c == ',' && !inQuotes && depth <= 0) {
            out << one.trimmed();
            one.clear();
        } else {
            one += c;
        }
    }
    out << one.trimmed();
    out.removeAll(QByteArray());
    return out;
}

QByteArray addressStructure(const QByteArray &text)
{
    const qsizetype open = text.lastIndexOf('<');
    QByteArray name = open < 0 ? QByteArray() : text.left(open).trimmed();
    const QByteArray address = open < 0 ? text : text.mid(open + 1, text.indexOf('>', open) - open - 1);
    if (name.size() >= 2 && name.startsWith('"') && name.endsWith('"'))
        name = name.mid(1, name.size() - 2);
    return '(' + nstring(name) + " NIL " + nstring(before(address, '@')) + ' ' + nstring(after(address, '@'))
        + ')';
}

QByteArray addressList(const QByteArray &value)
{
    QByteArray out;
    for (const QByteArray &one : splitAddresses(value))
        out += addressStructure(one);
    return out.isEmpty() ? QByteArray("NIL") : '(' + out + ')';
}

} // namespace

QByteArray nstring(const QByteArray &text)
{
    if (text.isEmpty())
        return "NIL";
    // RFC 3501: quoted strings are 7 bit and hold no line ends.
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 127; });
    return plain ? quoted(text) : asLiteral(text);
}

QByteArray imapEnvelope(const Message &message)
{
    const QByteArray from = message.field("From");
    const QByteArray sender = message.field("Sender");
    const QByteArray replyTo = message.field("Reply-To");
    return '(' + nstring(message.field("Date")) + ' ' + nstring(message.field("Subject")) + ' '
        + addressList(from) + ' ' + addressList(sender.isEmpty() ? from : sender) + ' '
        + addressList(replyTo.isEmpty() ? from : replyTo) + ' ' + addressList(message.field("To")) + ' '
        + addressList(message.field("Cc")) + ' ' + addressList(message.field("Bcc")) + ' '
        + nstring(message.field("In-Reply-To")) + ' ' + nstring(message.field("Message-ID")) + ')';
}

} // namespace practice
