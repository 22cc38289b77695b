#include "session/kept_password.h"

#include "session/servers.h"

#include <QTimer>

namespace session {

KeptPassword::KeptPassword(QObject *parent) : QObject(parent)
{
    connect(&m_keyring, &secrets::Keyring::hasRead, this,
            [this](const QString &, secrets::Keyring::Result result, model::Secret *password) {
                emit hasRead(result == secrets::Keyring::Result::Done ? password : nullptr);
            });
}

QString KeptPassword::itemOf(const model::Case &visit)
{
    const QList<model::Endpoint> servers = configuredServers(visit);
    if (servers.isEmpty())
        return {};
    QString user = visit.address;
    if (const auto account = visit.account(); user.isEmpty() && account)
        user = account->address;
    if (user.isEmpty())
        return {};
    const model::Endpoint &first = servers.first();
    return QStringList{QStringLiteral("todoku"), model::name(first.protocol), first.host, user}.join(u'/');
}

void KeptPassword::read(const model::Case &visit)
{
    const QString item = itemOf(visit);
    if (!item.isEmpty())
        m_keyring.read(item);
    else
        QTimer::singleShot(0, this, [this] { emit hasRead(nullptr); });
}

void KeptPassword::keep(const model::Case &visit, const model::Secret &password)
{
    const QString item = itemOf(visit);
    if (!item.isEmpty() && !password.isEmpty())
        m_keyring.write(item, password);
}

} // namespace session
