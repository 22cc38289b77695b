// Reads the arguments of an IMAP command: atoms, strings, literals, lists (RFC 3501 section 9).
#pragma once

#include <QByteArray>
#include <QList>
#include <optional>

namespace practice {

struct ImapWord
{
    enum class Kind
    {
        Atom, ///< "BODY[HEADER.FIELDS (DATE)]<0.100>" is one atom: brackets hold together
        String,
        List
    };
    Kind kind = Kind::Atom;
    QByteArray text; ///< of atoms and strings
    QList<ImapWord> list;

    bool isList() const { return kind == Kind::List; }
    QByteArray upper() const { return text.toUpper(); }
};

using ImapWords = QList<ImapWord>;

/// Literals stand in the text as they came: "{3}\r\nabc". No value if the syntax is wrong or lists are nested
/// deeper than 32.
std::optional<ImapWords> readImapWords(const QByteArray &text);
/// The size of the literal that a line announces at its end; -1 if it announces none. `waits`: the client
/// wants a "+" first (RFC 7888).
qint64 announcedLiteral(const QByteArray &line, bool *waits);
/// "a\"b" with the quotes around it.
QByteArray quoted(const QByteArray &text);
/// "{3}\r\nabc".
QByteArray asLiteral(const QByteArray &bytes);

} // namespace practice
