// An account of Windows Live Mail or Windows Mail: an .oeaccount file. Read strictly, with the place of every
// value, so that one of them can be exchanged and no other byte moves.
#pragma once

#include "mailapps/oe_fields.h"
#include "mailapps/prefs_js.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>

namespace mailapps {

struct OeField
{
    QString name; ///< "SMTP_Timeout"
    bool isNumber = false; ///< DWORD, otherwise SZ; BINARY is left out
    QString text; ///< of SZ, with its entities resolved
    quint32 number = 0; ///< of DWORD, which is written in hexadecimal without a prefix
    int line = 0;
    Span value; ///< bytes of the file between the tags; empty at 0 where there is no end tag (<Name/>)
};

/// Never holds the bytes of the file, nor anything of a field whose name says that it is about a password.
class OeAccount : public OeFields
{
public:
    struct Problem
    {
        int line = 0; ///< 1 …; 0: the whole file
        QString why; ///< "half-written", "malformed", "encoding", "too-large"
    };

    /// Never fails: what cannot be read is in problems(), what stands before it is read.
    explicit OeAccount(const QByteArray &file);

    const QList<OeField> &all() const { return m_fields; }
    const QList<Problem> &problems() const { return m_problems; }
    /// The file was understood to its end. Only then is it ever changed.
    bool isWhole() const { return m_endTag.has_value(); }

    /// The one that counts: the first of that name, as other programs that import these files take it.
    std::optional<OeField> find(const QString &name) const;
    std::optional<QString> text(const QString &name) const override;
    std::optional<quint32> number(const QString &name) const override;
    int line(const QString &name) const override;

    /// The file with this one value exchanged, or with one element added at its end, in its own encoding.
    /// Nothing if the file is not whole, if the name stands there twice, as another type or without an end
    /// tag, or if `value` has characters that XML cannot hold.
    static std::optional<QByteArray> withNumber(const QByteArray &file, const QString &name, quint32 value);
    static std::optional<QByteArray> withText(const QByteArray &file, const QString &name,
                                              const QString &value);

private:
    static std::optional<QByteArray> with(const QByteArray &file, const QString &name, bool isNumber,
                                          const QString &literal);

    QList<OeField> m_fields;
    QStringList m_seen; ///< names of all elements, in order, with those that are not in m_fields
    std::optional<Span> m_endTag; ///< </MessageAccount>
    QList<Problem> m_problems;
};

/// Bytes of an .oeaccount file that are believed; ordinary ones have 2 to 6 KB.
inline constexpr qint64 oeAccountCap = 512 * 1024;

} // namespace mailapps
