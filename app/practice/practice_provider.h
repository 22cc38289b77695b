// The practice provider: POP3, IMAP and SMTP servers on loopback with a small mailbox and faults to choose.
// The embedded default of a first run, the training ground of phone staff, and the fake servers of the tests.
#pragma once

#include "model/endpoint.h"
#include "model/provider.h"
#include "net/route.h"

#include <QObject>
#include <QSslCertificate>
#include <QStringList>
#include <memory>

namespace practice {

/// A fault that can be chosen. The id names the finding that it must lead to, where there is one.
struct Fault
{
    QString id; ///< "slow-scan", "wrong-password", "certificate-expired", …
    QString finding; ///< "submit.reply-slower-than-program"
};

class PracticeProvider : public QObject
{
    Q_OBJECT
public:
    explicit PracticeProvider(QObject *parent = nullptr);
    ~PracticeProvider() override;

    static QList<Fault> faults();

    /// Opens all ports on 127.0.0.1, chosen by the system. False and error() if it cannot.
    /// `faults`: ids; an unknown one is an error. `scanSeconds`: how long slow-scan waits after the final
    /// dot.
    bool start(const QStringList &faults, double scanSeconds = 75.0);
    QString error() const;

    model::Provider pack() const; ///< hosts pop./imap./smtp.practice.example, standard ports
    net::Route route() const; ///< from those to the ports on loopback
    QList<QSslCertificate> anchors() const; ///< the practice authority
    QString address() const; ///< hanako@practice.example
    QString password() const; ///< not a secret: it opens nothing else

    /// How often a message with this Message-ID was accepted.
    int deliveries(const QString &messageId) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace practice
