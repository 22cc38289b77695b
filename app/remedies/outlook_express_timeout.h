// outlook-express.raise-timeout: let the accounts of Outlook Express wait longer, in the registry.
#pragma once

#include "remedies/registry_store.h"
#include "remedies/remedy.h"

namespace remedies {

class OutlookExpressTimeout : public Remedy
{
public:
    /// `registry`: of this machine, or a made-up one in tests; the journal's own must be the same.
    explicit OutlookExpressTimeout(std::shared_ptr<RegistryStore> registry = machineRegistryStore())
        : m_registry(std::move(registry))
    {
    }

    QString id() const override { return QStringLiteral("outlook-express.raise-timeout"); }
    bool applies(const model::Case &visit) const override;
    /// "SMTP Timeout", and "POP3 Timeout" or "IMAP Timeout", of each account concerned, up to the five
    /// minutes that the dialogs of this family offer. It never lowers.
    QList<model::Change> preview(const model::Case &visit) const override;
    model::Outcome apply(const model::Case &visit, Journal &journal) const override;
    bool verify(const model::JournalEntry &entry) const override;

private:
    std::shared_ptr<RegistryStore> m_registry;
};

} // namespace remedies
