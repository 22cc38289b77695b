// The text of a settings file with the way back to its bytes. Used by OeAccount alone.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringConverter>
#include <optional>

namespace mailapps {

class OeText
{
public:
    /// Told by the byte order mark, or by the bytes themselves: a file that was saved again by another
    /// program often declares an encoding that it no longer has. Nothing if the bytes are not valid in it.
    static std::optional<OeText> of(const QByteArray &file);

    const QString &text() const { return m_text; }
    /// Where the character at `index` begins in the file.
    qsizetype byteAt(qsizetype index) const;
    QByteArray encoded(QStringView text) const;

private:
    QString m_text;
    QStringConverter::Encoding m_encoding = QStringConverter::Utf8;
    qsizetype m_markSize = 0;
};

} // namespace mailapps
