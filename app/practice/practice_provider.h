// The practice provider: POP3, IMAP and SMTP servers on loopback with a small mailbox and faults to choose.
// The embedded default of a first run, the training ground of phone staff, and the fake servers of the tests.
#pragma once

#include "model/endpoint.h"
#include "model/provider.h"
#include "net/route.h"
#include "practice/delivery.h"

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

    /// Every wait is divided by this: 10 makes a minute six seconds. Before start().
    void setSpeed(double factor);
    /// The size from which slow-scan takes its whole time, 1 MB if not set; smaller messages take a part of
    /// it in proportion. Before start().
    void setScanSize(qint64 bytes);
    /// Opens all ports on 127.0.0.1, chosen by the system. False and error() if it cannot; a second call is
    /// an error too. `faults`: ids; an unknown one is an error. `scanSeconds`: how long slow-scan waits after
    /// the final dot.
    bool start(const QStringList &faults, double scanSeconds = 75.0);
    QString error() const; ///< for a log or standard error, not for a screen

    model::Provider pack() const; ///< hosts pop./imap./smtp.practice.example, standard ports
    net::Route route() const; ///< from those to the ports on loopback
    QList<QSslCertificate> anchors() const; ///< the practice authority
    QString address() const; ///< hanako@practice.example
    QString password() const; ///< not a secret: it opens nothing else

    /// How often a message with this Message-ID was accepted.
    int deliveries(const QString &messageId) const;
    QList<Delivery> deliveries() const; ///< all, oldest first
    int logIns() const; ///< attempts with a password, right or wrong
    int passwordsInClear() const; ///< those of them that came without encryption

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace practice
