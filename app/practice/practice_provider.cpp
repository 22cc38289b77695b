#include "practice/practice_provider.h"

#include "practice/faults.h"
#include "practice/kept_keys.h"
#include "practice/listener.h"
#include "practice/practice_pack.h"
#include "practice/samples.h"

#include <QFile>
#include <QSslKey>
#include <algorithm>
#include <optional>
#include <vector>

namespace practice {

namespace {

constexpr Door doors[]{Door::Smtp,       Door::Pop3,  Door::Imap, Door::Submissions,
                       Door::Submission, Door::Imaps, Door::Pop3s};

QByteArray resource(const QString &name)
{
    QFile file(QStringLiteral(":/practice/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

struct PracticeProvider::Private
{
    Office office;
    std::optional<KeptKeys> keptKeys; // outlives all connections
    // Listeners die before the office to which their sessions refer.
    std::vector<std::unique_ptr<Listener>> listeners;
    std::vector<std::unique_ptr<QTcpSocket>> closedDoors;
    net::Route route;
    QString error;

    bool choose(const QStringList &faults);
    bool loadCertificate();
    bool open(Door door);
    quint16 reserveClosedPort();
};

PracticeProvider::PracticeProvider(QObject *parent) : QObject(parent), d(std::make_unique<Private>()) { }

PracticeProvider::~PracticeProvider() = default;

QList<Fault> PracticeProvider::faults()
{
    QList<Fault> all;
    for (const FaultRow &row : faultTable())
        all << Fault{QString::fromLatin1(row.id), QString::fromLatin1(row.finding)};
    return all;
}

void PracticeProvider::setSpeed(double factor)
{
    d->office.behaviour.speed = factor;
}

void PracticeProvider::setScanSize(qint64 bytes)
{
    d->office.behaviour.scanBytes = bytes;
}

bool PracticeProvider::Private::choose(const QStringList &faults)
{
    for (const QString &id : faults) {
        const FaultRow *row = faultNamed(id);
        if (!row) {
            error = QStringLiteral("unknown fault %1; did you mean %2?").arg(id, nearestFault(id));
            return false;
        }
        row->bend(office.behaviour);
    }
    return true;
}

bool PracticeProvider::Private::loadCertificate()
{
    const auto chain
        = QSslCertificate::fromData(resource(office.behaviour.certificate + QStringLiteral(".crt")));
    const QSslKey key(resource(QStringLiteral("leaf.key")), QSsl::Rsa);
    if (chain.isEmpty() || key.isNull()) {
        error = QStringLiteral("the practice certificates are missing from this program");
        return false;
    }
    keptKeys.emplace(chain.first());
    office.tls = QSslConfiguration::defaultConfiguration();
    office.tls.setLocalCertificateChain(chain);
    office.tls.setPrivateKey(key);
    office.tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    return true;
}

quint16 PracticeProvider::Private::reserveClosedPort()
{
    // Bound and not listening: a connection is refused, and nobody else can be given the port meanwhile.
    auto holder = std::make_unique<QTcpSocket>();
    if (!holder->bind(QHostAddress::LocalHost, 0, QAbstractSocket::DontShareAddress))
        return 0;
    const quint16 port = holder->localPort();
    closedDoors.push_back(std::move(holder));
    return port;
}

bool PracticeProvider::Private::open(Door door)
{
    quint16 port = 0;
    if (office.behaviour.isClosed(door)) {
        port = reserveClosedPort();
    } else {
        auto listener = std::make_unique<Listener>(office, door, nullptr);
        if (listener->listen(QHostAddress::LocalHost, 0))
            port = listener->serverPort();
        else
            error = listener->errorString();
        listeners.push_back(std::move(listener));
    }
    if (port == 0)
        return false;
    for (const QString &host : practiceHosts(door))
        route.add(host, quint16(door), {QStringLiteral("127.0.0.1"), port});
    return true;
}

bool PracticeProvider::start(const QStringList &faults, double scanSeconds)
{
    if (!d->listeners.empty() || !d->closedDoors.empty()) {
        d->error = QStringLiteral("started already");
        return false;
    }
    d->office.behaviour.scanSeconds = scanSeconds;
    if (!d->choose(faults) || !d->loadCertificate())
        return false;
    if (!fillMailbox(d->office.mailbox, d->office.behaviour)) {
        d->error = QStringLiteral("the practice messages are missing from this program");
        return false;
    }
    return std::all_of(std::begin(doors), std::end(doors), [this](Door door) { return d->open(door); });
}

QString PracticeProvider::error() const
{
    return d->error;
}

model::Provider PracticeProvider::pack() const
{
    return practicePack(d->office);
}

net::Route PracticeProvider::route() const
{
    return d->route;
}

QList<QSslCertificate> PracticeProvider::anchors() const
{
    return QSslCertificate::fromData(resource(QStringLiteral("authority.crt")));
}

QString PracticeProvider::address() const
{
    return QString::fromLatin1(Office::address());
}

QString PracticeProvider::password() const
{
    return QString::fromLatin1(Office::password());
}

int PracticeProvider::deliveries(const QString &messageId) const
{
    const auto bare = [](QString id) { return id.remove(u'<').remove(u'>').trimmed(); };
    return int(std::count_if(d->office.deliveries.begin(), d->office.deliveries.end(),
                             [&](const Delivery &one) { return bare(one.messageId) == bare(messageId); }));
}

QList<Delivery> PracticeProvider::deliveries() const
{
    return d->office.deliveries;
}

int PracticeProvider::logIns() const
{
    return d->office.logIns;
}

int PracticeProvider::passwordsInClear() const
{
    return d->office.passwordsInClear;
}

} // namespace practice
