// Writes a registry export with Outlook profiles in it, in both forms of strings. For tests only.
#pragma once

#include <QByteArray>
#include <QString>
#include <QtEndian>

namespace support {

class OutlookExport
{
public:
    static inline const QByteArray newRoot
        = "HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook\\Profiles";
    static inline const QByteArray oldRoot
        = "HKEY_CURRENT_USER\\Software\\Microsoft\\Windows NT\\CurrentVersion"
          "\\Windows Messaging Subsystem\\Profiles";
    static inline const QByteArray accounts = "\\9375CFF0413111d3B88A00104B2A6676";

    /// `isBinary`: strings as REG_BINARY, as until 2010.
    explicit OutlookExport(QByteArray root = newRoot, bool isBinary = false, QByteArray profile = "Outlook")
        : m_profile(root + '\\' + profile), m_isBinary(isBinary)
    {
    }

    OutlookExport &key(const QByteArray &whole)
    {
        m_text += "\n[" + whole + "]\n";
        return *this;
    }
    OutlookExport &below(const QByteArray &key) { return this->key(m_profile + key); }
    /// The ids of the accounts in their order.
    OutlookExport &order(const QList<quint32> &ids)
    {
        QByteArray bytes;
        for (const quint32 id : ids)
            for (int i = 0; i < 32; i += 8)
                bytes.append(char(id >> i));
        below(accounts);
        return binary("{ED475418-B0D6-11D2-8C3B-00104B2A6676}", bytes);
    }
    OutlookExport &account(const QByteArray &id, const QByteArray &kind)
    {
        below(accounts + '\\' + id);
        return text("clsid", "{" + kind + "-2345-11D2-8C3B-00104B2A6676}");
    }
    OutlookExport &text(const QByteArray &name, const QByteArray &utf8)
    {
        if (m_isBinary && name != "clsid")
            return binary(name, utf16(utf8));
        m_text += '"' + name + "\"=\"" + QByteArray(utf8).replace('\\', "\\\\") + "\"\n";
        return *this;
    }
    OutlookExport &number(const QByteArray &name, quint32 value)
    {
        m_text += '"' + name + "\"=dword:" + QByteArray::number(value, 16).rightJustified(8, '0') + '\n';
        return *this;
    }
    OutlookExport &binary(const QByteArray &name, const QByteArray &bytes)
    {
        m_text += '"' + name + "\"=hex:" + bytes.toHex(',') + '\n';
        return *this;
    }
    OutlookExport &line(const QByteArray &line)
    {
        m_text += line + '\n';
        return *this;
    }

    QByteArray bytes() const { return "Windows Registry Editor Version 5.00\n" + m_text; }

    static QByteArray utf16(const QByteArray &utf8)
    {
        const QString text = QString::fromUtf8(utf8);
        QByteArray bytes((text.size() + 1) * 2, '\0');
        qToLittleEndian<char16_t>(text.constData(), text.size(), bytes.data());
        return bytes;
    }
    /// A data file's entry id: a provider's name, then the path.
    static QByteArray storeEntryId(const QByteArray &path, bool isOdd = false)
    {
        return QByteArray(4, '\0') + QByteArray::fromHex("38a1bb1005e5101aa1bb08002b2a56c2")
            + QByteArray("\0\0mspst.dll\0", 12) + QByteArray(16 + isOdd, '\0') + utf16(path);
    }

private:
    QByteArray m_profile, m_text;
    bool m_isBinary;
};

} // namespace support
