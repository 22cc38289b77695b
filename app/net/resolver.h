// Name service that never blocks: hosts file, chosen or own servers, IPv4 and IPv6 side by side, every
// failure by its own name.
#pragma once

#include "model/failure.h"
#include "net/environment.h"

#include <QObject>
#include <QStringList>
#include <memory>

namespace net {

/// What one family of addresses (A or AAAA) gave.
struct FamilyAnswer
{
    model::Failure failure = model::Failure::None;
    QStringList addresses; ///< IP literals, at most Bounds::addressesPerName
    qint64 milliseconds = 0;
};

struct NameAnswer
{
    QString host;
    FamilyAnswer v4, v6;

    QStringList addresses() const { return v4.addresses + v6.addresses; }
    /// None if there is any address; else the failure that explains most.
    model::Failure failure() const;
};

/// One name. Asks one server after the other, each within Bounds::resolveQueryMs, all within
/// Bounds::resolveTotalMs. IP literals and names of the environment's Route need no server. Search domains
/// are never appended.
class Resolver : public QObject
{
    Q_OBJECT
public:
    Resolver(const Environment &environment, const QString &host, QObject *parent = nullptr);
    ~Resolver() override;
    void start();

signals:
    /// Once, from the event loop; the receiver may delete the resolver.
    void answered(const net::NameAnswer &answer);

private:
    void collect();
    void finish();

    struct Private;
    std::unique_ptr<Private> d;
};

/// The name as it is asked for: lower case, ASCII (IDNA), without the final dot; empty if it is no host name.
QString hostNameFor(const QString &text);

} // namespace net
