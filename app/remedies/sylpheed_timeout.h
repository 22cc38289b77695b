// sylpheed.raise-timeout and claws-mail.raise-timeout: let the program wait as long as this server needs.
#pragma once

#include "mailapps/sylpheed.h"
#include "remedies/file_remedy.h"

namespace remedies {

class SylpheedTimeout : public FileRemedy
{
public:
    explicit SylpheedTimeout(const mailapps::sylpheed::Program &program) : m_program(program) { }

    QString id() const override { return m_program.id + QStringLiteral(".raise-timeout"); }

protected:
    /// io_timeout_secs in the section that belongs to no account: one waiting time for all of them. It never
    /// lowers.
    QList<Edit> edits(const model::Case &visit) const override;
    std::optional<QString> valueIn(const QByteArray &file, const QString &key) const override;

private:
    const mailapps::sylpheed::Program &m_program;
};

} // namespace remedies
