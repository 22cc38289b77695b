// The keychain's part in a visit: asked only when the person wants it, and given only passwords that worked.
#pragma once

#include "model/case.h"
#include "secrets/keyring.h"

#include <QObject>

namespace session {

class KeptPassword : public QObject
{
    Q_OBJECT
public:
    explicit KeptPassword(QObject *parent = nullptr);

    /// "todoku/<protocol>/<host>/<user>" of the account's first server; empty where none is known.
    static QString itemOf(const model::Case &visit);

    void read(const model::Case &visit);
    void keep(const model::Case &visit, const model::Secret &password);

signals:
    /// Null: none there, or no keychain.
    void hasRead(model::Secret *password);

private:
    secrets::Keyring m_keyring;
};

} // namespace session
