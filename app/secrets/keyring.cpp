#include "secrets/keyring.h"

#include <QByteArray>
#include <QFileInfo>
#include <QTimer>

#include <memory>
#include <qt6keychain/keychain.h>
#include <utility>

namespace secrets {

namespace {

const QString service = QStringLiteral("todoku");

// Windows' own limit for a credential; whatever is longer was not written by us (faults.md Q05)
constexpr qsizetype longestPassword = 2560;

/// Without a session bus libsecret tries to start one, which may hang or open a window: so look first.
bool hasSessionBus()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    if (address.isEmpty()) {
        const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
        return !runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus"));
    }
    if (!address.startsWith("unix:path="))
        return true;
    const QByteArray path = address.mid(10, address.indexOf(',') < 0 ? -1 : address.indexOf(',') - 10);
    return QFileInfo::exists(QString::fromLocal8Bit(path));
#else
    return true;
#endif
}

bool plausible(const QString &text)
{
    if (text.toUtf8().size() > longestPassword)
        return false;
    for (const QChar c : text)
        if (c.category() == QChar::Other_Control || c == QChar::ReplacementCharacter)
            return false;
    return true;
}

} // namespace

Keyring::Keyring(QObject *parent) : QObject(parent) { }

void Keyring::setBound(int milliseconds)
{
    m_bound = milliseconds;
}

Keyring::Result Keyring::meaning(const QKeychain::Job &job) const
{
    switch (job.error()) {
    case QKeychain::NoError:
        return Result::Done;
    case QKeychain::EntryNotFound:
        return Result::NotFound;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return Result::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return Result::Unavailable;
    case QKeychain::CouldNotDeleteEntry:
        return Result::Failed;
    case QKeychain::OtherError:
        // A bus without a keychain service has no code of its own; the name of the D-Bus error is not
        // translated
        return job.errorString().contains(QStringLiteral("org.freedesktop.DBus.Error.")) ? Result::Unavailable
                                                                                         : Result::Failed;
    }
    return Result::Failed;
}

void Keyring::ask(QKeychain::Job *job, const QString &item, std::function<void(Result)> answer)
{
    // The library frees a job when its own callback has come, which may be after our bound: so it belongs to
    // nobody.
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(item);
    if (m_denied || !hasSessionBus()) {
        const Result result = m_denied ? Result::Denied : Result::Unavailable;
        job->deleteLater();
        QTimer::singleShot(0, this, [result, answer = std::move(answer)] { answer(result); });
        return;
    }
    auto *bound = new QTimer(this);
    bound->setSingleShot(true);
    connect(bound, &QTimer::timeout, this, [this, job, bound, answer] {
        disconnect(job, nullptr, this, nullptr);
        bound->deleteLater();
        answer(Result::Timeout);
    });
    connect(job, &QKeychain::Job::finished, this, [this, bound, answer](QKeychain::Job *done) {
        delete bound;
        const Result result = meaning(*done);
        m_denied = m_denied || result == Result::Denied;
        answer(result);
    });
    bound->start(m_bound);
    job->start();
}

void Keyring::read(const QString &item)
{
    auto *job = new QKeychain::ReadPasswordJob(service);
    ask(job, item, [this, job, item](Result result) {
        model::Secret password;
        // Only a finished job may be touched: after the bound it lives on without us
        if (result == Result::Done) {
            const QString text = job->textData();
            if (plausible(text))
                password = model::Secret(text);
            else
                result = Result::Failed;
        }
        emit hasRead(item, result, &password);
    });
}

void Keyring::write(const QString &item, const model::Secret &password)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setTextData(QString::fromUtf8(password.reveal()));
    const auto wanted = std::make_shared<model::Secret>(password.duplicate());
    ask(job, item, [this, item, wanted](Result result) {
        if (result != Result::Done) {
            emit hasWritten(item, result);
            return;
        }
        auto *again = new QKeychain::ReadPasswordJob(service);
        ask(again, item, [this, again, item, wanted](Result second) {
            if (second == Result::Done && again->textData().toUtf8() != wanted->reveal())
                second = Result::Failed;
            // It may stand there: no answer to the second question says that nothing was written
            emit hasWritten(item,
                            second == Result::Done || second == Result::Timeout ? second : Result::Failed);
        });
    });
}

void Keyring::remove(const QString &item)
{
    ask(new QKeychain::DeletePasswordJob(service), item,
        [this, item](Result result) { emit hasRemoved(item, result); });
}

} // namespace secrets
