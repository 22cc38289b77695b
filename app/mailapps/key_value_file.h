// Settings in sections of key=value, byte for byte: every value with the place where it stands, so that one
// can be exchanged and no other byte moves. Of Becky! (a Windows INI file) and of Sylpheed's family.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace mailapps {

class KeyValueFile
{
public:
    /// How the program reads its file; keys are compared without case by both.
    enum class Dialect
    {
        Windows, ///< GetPrivateProfileString: cp932, blanks and quotes around a value are not part of it, the
                 ///< first of a doubled key counts
        Sylpheed ///< libsylph/prefs.c: UTF-8, everything behind "key=" is the value, the last one counts
    };

    struct Problem
    {
        int line = 0; ///< 0: the whole file
        QString why; ///< "half-written", "encoding"
    };

    KeyValueFile() = default;
    /// Never fails: what cannot be read is in problems().
    KeyValueFile(const QByteArray &bytes, Dialect dialect);

    const QByteArray &bytes() const { return m_bytes; }
    /// A file with problems must not be written to: what follows the break could be lost.
    const QList<Problem> &problems() const { return m_problems; }

    /// In the order of the file, as written; a name that comes twice only once.
    QStringList sections() const;
    bool contains(const QString &section, QByteArrayView key) const;

    /// Empty if the key is absent, or is one of a password: those are never looked at.
    std::optional<QString> text(const QString &section, QByteArrayView key) const;
    /// As atoi() reads it in these programs: the digits at its start; empty if there is none.
    std::optional<int> number(const QString &section, QByteArrayView key) const;
    /// As the program sees a switch: anything that does not begin with 0, and is not empty, is on.
    std::optional<bool> flag(const QString &section, QByteArrayView key) const;

    /// Bytes [begin, end) of the value that counts.
    struct Place
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        int line = 0; ///< 1 …
    };
    std::optional<Place> find(const QString &section, QByteArrayView key) const;

    /// The file with this one value exchanged, or with one line more at the end of its section. Nothing if
    /// there is no such section, or if the value has a line break or does not fit the file's code page.
    std::optional<QByteArray> with(const QString &section, QByteArrayView key, const QString &value) const;

private:
    struct Entry
    {
        QByteArray key;
        Place value;
    };
    struct Section
    {
        QByteArray name;
        QList<Entry> entries;
        qsizetype end = 0; ///< behind its last line that is not blank, without the line break
    };

    void readLine(qsizetype begin, qsizetype end, int line);
    const Section *section(const QString &name) const;
    std::optional<QByteArray> encoded(const QString &text) const;
    QString decoded(QByteArrayView bytes) const;

    QByteArray m_bytes;
    Dialect m_dialect = Dialect::Sylpheed;
    QList<Section> m_sections; ///< of one name only the first: these programs read no further
    QList<Problem> m_problems;
    bool m_skipping = false; ///< in a section of a name that came before
};

} // namespace mailapps
