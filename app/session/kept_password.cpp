#include "session/kept_password.h"

#include "session/servers.h"

#include <QTimer>

#include <utility>

namespace session {

using Result = secrets::Keyring::Result;

KeptPassword::KeptPassword(const QString &listFolder, QObject *parent) : QObject(parent), m_items(listFolder)
{
    connect(&m_keyring, &secrets::Keyring::hasRead, this,
            [this](const QString &item, Result result, model::Secret *password) {
                // Kept before there was a list, or taken away by somebody else
                if (result == Result::Done)
                    m_items.note(item);
                else if (result == Result::NotFound)
                    m_items.strike(item);
                emit hasRead(result == Result::Done ? password : nullptr);
            });
    connect(&m_keyring, &secrets::Keyring::hasWritten, this, &KeptPassword::written);
    connect(&m_keyring, &secrets::Keyring::hasRemoved, this, &KeptPassword::removed);
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
    if (item.isEmpty() || password.isEmpty())
        return;
    // Listed first: whatever happens in between, nothing is kept that could not be forgotten
    const bool fresh = !m_items.has(item);
    if (!m_items.note(item))
        return;
    m_fresh = fresh ? item : QString();
    m_keyring.write(item, password);
}

void KeptPassword::written(const QString &item, Result result)
{
    const bool fresh = item == std::exchange(m_fresh, QString());
    if (result == Result::Done)
        m_items.note(item); // again: another Todoku may have forgotten everything meanwhile
    else if (fresh && (result == Result::Unavailable || result == Result::Denied))
        m_items.strike(item);
}

void KeptPassword::forget(const model::Case &visit)
{
    const QString item = itemOf(visit);
    remove(item.isEmpty() ? QStringList() : QStringList{item});
}

void KeptPassword::forgetAll()
{
    remove(m_items.all().value_or(QStringList()));
}

void KeptPassword::remove(const QStringList &items)
{
    if (std::exchange(m_removing, true))
        return;
    m_waiting = items;
    m_gone = m_left = 0;
    QTimer::singleShot(0, this, &KeptPassword::removeNext);
}

void KeptPassword::removeNext()
{
    if (!m_waiting.isEmpty())
        return m_keyring.remove(m_waiting.takeFirst());
    m_removing = false;
    emit hasForgotten(m_gone, m_left);
}

void KeptPassword::removed(const QString &item, Result result)
{
    switch (result) {
    case Result::Done:
    case Result::NotFound:
        m_items.strike(item);
        ++m_gone;
        break;
    case Result::Failed:
        ++m_left;
        break;
    case Result::Unavailable:
    case Result::Denied:
    case Result::Timeout: // would be the answer for all others, too, after as long a wait
        m_left += 1 + int(std::exchange(m_waiting, {}).size());
        break;
    }
    removeNext();
}

} // namespace session
