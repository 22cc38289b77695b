// The keychain's part in a visit: asked only when the person wants it, given only passwords that worked, and
// told to forget them again.
#pragma once

#include "model/case.h"
#include "secrets/keyring.h"
#include "session/kept_items.h"

#include <QObject>

namespace session {

class KeptPassword : public QObject
{
    Q_OBJECT
public:
    /// `listFolder`: of the journal, where the names of what is kept stand; empty: the person's own.
    explicit KeptPassword(const QString &listFolder, QObject *parent = nullptr);

    /// "todoku/<protocol>/<host>/<user>" of the account's first server; empty where none is known.
    static QString itemOf(const model::Case &visit);
    const KeptItems &items() const { return m_items; }

    void read(const model::Case &visit);
    void keep(const model::Case &visit, const model::Secret &password);
    /// hasForgotten() tells; one at a time, a second call while it runs is not heard.
    void forget(const model::Case &visit);
    void forgetAll();

signals:
    /// Null: none there, or no keychain.
    void hasRead(model::Secret *password);
    /// What was not there counts as gone. What is left stays listed.
    void hasForgotten(int gone, int left);

private:
    void remove(const QStringList &items);
    void removeNext();
    void written(const QString &item, secrets::Keyring::Result result);
    void removed(const QString &item, secrets::Keyring::Result result);

    secrets::Keyring m_keyring;
    KeptItems m_items;
    QString m_fresh; ///< listed for the write that is under way
    QStringList m_waiting; ///< still to be removed
    bool m_removing = false;
    int m_gone = 0, m_left = 0;
};

} // namespace session
