// prefs.js and user.js of the Mozilla family, byte for byte: every setting with the place where it stands, so
// that one value can be exchanged and no other byte moves. Grammar: modules/libpref/parser of
// mozilla-central.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <optional>
#include <vector>

namespace mailapps {

/// Bytes begin … end-1 of the file.
struct Span
{
    quint32 begin = 0;
    quint32 end = 0;
};

struct Pref
{
    enum class Kind : quint8
    {
        Text,
        Number,
        Flag
    };
    Span name; ///< without its quotes, as written
    Span value; ///< as written; for Text without the quotes
    Span statement; ///< from user_pref to the semicolon
    quint32 line = 0; ///< 1 … of the statement's start
    Kind kind = Kind::Text;
    bool escaped = false; ///< the name contains a backslash
};

class Prefs
{
public:
    struct Problem
    {
        int line = 0;
        QString why; ///< "half-written", "malformed", "encoding"
    };

    Prefs() = default;
    /// Never fails: what cannot be read is in problems(), what stands before and after it is read.
    explicit Prefs(const QByteArray &bytes);

    /// In the order of the file, with duplicates.
    const std::vector<Pref> &all() const { return m_prefs; }
    const QList<Problem> &problems() const { return m_problems; }
    const QByteArray &bytes() const { return m_bytes; }

    /// The one that counts: the last of that name.
    std::optional<Pref> find(QByteArrayView name) const;
    bool contains(QByteArrayView name) const { return find(name).has_value(); }

    // Empty where it is absent or of another kind, as the program itself sees it.
    std::optional<QString> text(QByteArrayView name) const;
    std::optional<int> number(QByteArrayView name) const;
    std::optional<bool> flag(QByteArrayView name) const;

    QString nameOf(const Pref &pref) const;
    /// As written, with quotes resolved for Text: "600", "true", the text itself.
    QString valueOf(const Pref &pref) const;
    /// From the start of the statement's first line to the end of its last, with the line break.
    Span linesOf(const Pref &pref) const;

    /// The file with this one value exchanged, or with one line added at its end.
    QByteArray withNumber(QByteArrayView name, int value) const
    {
        return with(name, QByteArray::number(value));
    }
    QByteArray withFlag(QByteArrayView name, bool value) const
    {
        return with(name, value ? "true" : "false");
    }
    /// Escaped so that every reader of this grammar gets `value` back, and nothing of it is ever read as
    /// anything else. The file as it is if `value` holds a NUL or half a character.
    QByteArray withText(QByteArrayView name, const QString &value) const;
    /// The file with this one value as it is written in `other`; without the setting if it has none.
    QByteArray withValueOf(QByteArrayView name, const Prefs &other) const;

private:
    struct Place
    {
        quint32 hash;
        quint32 index;
    };

    void buildIndex();
    QByteArrayView slice(Span span) const;
    QByteArray rawName(const Pref &pref) const;
    QByteArray with(QByteArrayView name, const QByteArray &literal) const;
    QByteArray without(QByteArrayView name) const;

    QByteArray m_bytes;
    std::vector<Pref> m_prefs;
    std::vector<Place>
        m_index; ///< sorted by hash, then by place: eight bytes a pref, where a map takes sixty
    QList<Problem> m_problems;
};

} // namespace mailapps
