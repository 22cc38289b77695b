// windows-live-mail.servers-as-pack and windows-mail.servers-as-pack: server names, ports, encryption and
// log-in as the provider publishes them, where its own door was seen to answer in this visit.
#pragma once

#include "remedies/file_remedy.h"

namespace remedies {

/// Only what these programs' files are documented to mean: encryption from the first byte (SSL on 995, 993,
/// 465). What their one switch means together with port 587 is not, so no account is moved to STARTTLS; the
/// walk-through does that. Nothing that would let a password go out unencrypted.
class LiveMailServers : public FileRemedy
{
public:
    explicit LiveMailServers(const QString &program) : m_program(program) { }

    QString id() const override { return m_program + QStringLiteral(".servers-as-pack"); }

protected:
    QList<Edit> edits(const model::Case &visit) const override;
    std::optional<QString> valueIn(const QByteArray &file, const QString &key) const override;

private:
    QString m_program;
};

} // namespace remedies
