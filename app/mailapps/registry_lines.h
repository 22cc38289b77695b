// The lines of a registry export, in whatever encoding regedit, another program or an editor left it.
#pragma once

#include <QByteArray>
#include <QString>

namespace mailapps {

class RegistryLines
{
public:
    /// Lines end with CR LF, LF or CR. `bytes` are shared, not copied.
    explicit RegistryLines(const QByteArray &bytes);

    bool next(); ///< false: there is no further one
    const QString &line() const { return m_line; } ///< without white space around it
    int number() const { return m_number; } ///< 1 …
    bool isCut() const { return m_isCut; } ///< the line is longer than lineCap, its tail is left out
    bool isDamaged() const { return m_isDamaged; } ///< has bytes that no encoding explains

    /// Characters of one line: more than a value of registryValueCap needs.
    static constexpr qsizetype lineCap = 512 * 1024;

private:
    enum class Encoding
    {
        Utf16Little,
        Utf16Big,
        Utf8,
        Cp932
    };

    qsizetype lineEnd() const;
    char16_t unit(qsizetype at) const;
    void decode(qsizetype size);

    QByteArray m_bytes;
    Encoding m_encoding = Encoding::Utf8;
    qsizetype m_at = 0, m_width = 1; ///< m_width: bytes of one unit
    QString m_line;
    int m_number = 0;
    bool m_isCut = false, m_isDamaged = false;
};

} // namespace mailapps
