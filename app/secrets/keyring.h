// The only door to the keychain of the system (Secret Service, Windows Credential Store, macOS Keychain).
#pragma once

#include "model/secret.h"

#include <QObject>
#include <QString>

#include <functional>

namespace QKeychain {
class Job;
}

namespace secrets {

/// Everything is asynchronous and bounded (10 s); a missing or broken keychain is an answer, never a hang.
/// Plain-text fallback stays off. Items are named "todoku/<protocol>/<host>/<user>". A person who once said
/// no to the system's prompt is not asked a second time by the same Keyring (Denied at once).
class Keyring : public QObject
{
    Q_OBJECT
public:
    enum class Result
    {
        Done,
        NotFound,
        Unavailable,
        Denied,
        Timeout,
        Failed
    };
    Q_ENUM(Result)

    explicit Keyring(QObject *parent = nullptr);
    void setBound(int milliseconds); ///< default 10 000

    void read(const QString &item);
    /// Reads the item back before it says Done: a keychain that dies while writing must not lose a password
    /// silently. Unavailable and Denied: nothing was written.
    void write(const QString &item, const model::Secret &password);
    /// Done also means that it is gone; NotFound that there was nothing.
    void remove(const QString &item);

signals:
    /// `password` is empty unless Done. Moved to the receiver.
    void hasRead(const QString &item, secrets::Keyring::Result result, model::Secret *password);
    void hasWritten(const QString &item, secrets::Keyring::Result result);
    void hasRemoved(const QString &item, secrets::Keyring::Result result);

private:
    void ask(QKeychain::Job *job, const QString &item, std::function<void(Result)> answer);
    Result meaning(const QKeychain::Job &job) const;

    int m_bound = 10'000;
    bool m_denied = false;
};

} // namespace secrets
