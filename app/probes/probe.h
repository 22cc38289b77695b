// A probe asks one question of the world and answers with facts. It never judges, and deleting it cancels it.
#pragma once

#include "model/case.h"
#include "model/secret.h"
#include "net/environment.h"

#include <QObject>
#include <memory>

namespace probes {

/// One thing to ask. Two jobs with the same key are the same question; the Runner never starts it twice.
struct Job
{
    QString key; ///< "look imap.example.ne.jp:993 192.0.2.7"
    model::Endpoint endpoint;
    QString address; ///< IP literal where one is already chosen
    QString
        detail; ///< what else the question needs: form of the user name, size or Message-ID of a test mail
};

/// What a probe may use. Owned by the session; outlives every probe.
struct Context
{
    const net::Environment *environment = nullptr;
    const model::Case *visit = nullptr; ///< read-only
    const model::Secret *password = nullptr; ///< null: none given
};

class Probe : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void start() = 0;

signals:
    /// A fact as soon as it is known; the Runner adds it to the Case.
    void noted(const model::Fact &fact);
    /// A stage that may take long has begun: "connect", "tls", "auth", "upload", "dot", "arrive".
    void stage(const QString &name, qint64 milliseconds);
    /// Once, from the event loop, after the last fact. The receiver may delete the probe.
    void finished();

protected:
    /// The only fact, then finished(): from the event loop, also where start() knows it at once.
    void endWith(const model::Fact &fact)
    {
        QMetaObject::invokeMethod(
            this,
            [this, fact] {
                emit noted(fact);
                emit finished();
            },
            Qt::QueuedConnection);
    }
};

/// A line of the catalogue.
struct Kind
{
    const char *name;
    /// Everything of this kind that can be asked now, also what was asked before (keys tell them apart).
    QList<Job> (*due)(const model::Case &visit, const net::Environment &environment);
    std::unique_ptr<Probe> (*make)(const Job &job, const Context &context);
};

/// The plain table of all kinds: catalogue.cpp.
const QList<Kind> &catalogue();

} // namespace probes
