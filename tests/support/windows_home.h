// A made-up home of a Windows PC with its registry, in a folder that goes away with the object. For tests
// only.
#pragma once

#include "mailapps/reader.h"
#include "model/charset.h"
#include "support/mail_home.h"

#include <QStringEncoder>
#include <QtEndian>

namespace support {

/// UTF-16LE with its mark, as Windows programs write their files.
inline QByteArray utf16(const QString &text)
{
    QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    return encoder(text);
}

/// An .oeaccount file: "POP3_Server=pop.example POP3_Port#3e3": text behind "=", a number behind "#".
inline QByteArray accountFile(const QString &fields)
{
    QString xml = QStringLiteral("<?xml version=\"1.0\" encoding=\"utf-16\" ?>\r\n<MessageAccount>\r\n");
    for (const QString &field : fields.split(u' ', Qt::SkipEmptyParts)) {
        const bool number = field.contains(u'#');
        const QString name = field.section(number ? u'#' : u'=', 0, 0);
        xml += QStringLiteral("    <%1 type=\"%2\">%3</%1>\r\n")
                   .arg(name, number ? QStringLiteral("DWORD") : QStringLiteral("SZ"),
                        field.section(number ? u'#' : u'=', 1));
    }
    return utf16(xml + QStringLiteral("</MessageAccount>\r\n"));
}

inline const QString popAccount
    = QStringLiteral("Account_Name=自宅 POP3_Server=pop.example POP3_User_Name=taro "
                     "SMTP_Server=smtp.example SMTP_Email_Address=taro@example.jp "
                     "SMTP_Display_Name=能登太郎 ");

/// The header of a .dbx file, and nothing behind it.
inline QByteArray dbxFile(quint32 messages = 0, quint32 kind = 0x6f74fdc5, quint32 tree = 0x24bc)
{
    QByteArray file(0x3000, '\0');
    const auto put
        = [&file](qsizetype at, quint32 value) { qToLittleEndian<quint32>(value, file.data() + at); };
    put(0, 0xfe12adcf);
    put(4, kind);
    put(0xc4, messages);
    put(0xe4, messages ? tree : 0);
    return file;
}

class WindowsHome
{
public:
    QString path(const QString &below = {}) const { return m_folder.filePath(below); }
    bool write(const QString &below, const QByteArray &bytes) const { return writeFile(path(below), bytes); }

    /// Keys and values as an export has them, lines divided by "\n"; `ansi`: REGEDIT4 in the Japanese code
    /// page.
    void setRegistry(const QString &keys, bool ansi = false) const
    {
        QString text = (ansi ? QStringLiteral("REGEDIT4\n\n")
                             : QStringLiteral("Windows Registry Editor Version 5.00\n\n"))
            + keys;
        text.replace(QStringLiteral("[HKCU\\"), QStringLiteral("[HKEY_CURRENT_USER\\"))
            .replace(u'\n', QStringLiteral("\r\n"));
        write(QStringLiteral("export.reg"), ansi ? model::toCp932(text).value_or(QByteArray()) : utf16(text));
    }

    /// With the registry opened, as a reader is given them.
    mailapps::Places places() const
    {
        const QString registry = path(QStringLiteral("export.reg"));
        return mailapps::opened({path(), QFile::exists(registry) ? registry : QString(), {}});
    }

private:
    QTemporaryDir m_folder;
};

} // namespace support
