// windows-live-mail.raise-timeout and windows-mail.raise-timeout: let the accounts of Live Mail wait longer.
#pragma once

#include "remedies/file_remedy.h"

namespace remedies {

/// The longest that the program's own dialog offers, and so the longest that is known to be kept.
inline constexpr int liveMailLongest = 300;

class LiveMailTimeout : public FileRemedy
{
public:
    explicit LiveMailTimeout(const QString &program) : m_program(program) { }

    QString id() const override { return m_program + QStringLiteral(".raise-timeout"); }

protected:
    /// SMTP_Timeout, and POP3_Timeout or IMAP_Timeout, in the .oeaccount file of each account concerned. It
    /// never lowers.
    QList<Edit> edits(const model::Case &visit) const override;
    std::optional<QString> valueIn(const QByteArray &file, const QString &key) const override;

private:
    QString m_program;
};

/// What must be closed before its files are touched.
QStringList liveMailExecutables();

} // namespace remedies
