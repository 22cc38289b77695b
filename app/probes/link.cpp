#include "probes/link.h"

#include "model/seen.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QNetworkInterface>

namespace probes {

QList<Job> Link::due(const model::Case &, const net::Environment &)
{
    return {{QStringLiteral("link"), {}, {}, {}}};
}

std::unique_ptr<Probe> Link::make(const Job &, const Context &)
{
    return std::make_unique<Link>();
}

void Link::start()
{
    QElapsedTimer clock;
    clock.start();
    QJsonArray addresses;
    const auto interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &interface : interfaces) {
        const auto flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) || !flags.testFlag(QNetworkInterface::IsRunning)
            || flags.testFlag(QNetworkInterface::IsLoopBack))
            continue;
        for (const QNetworkAddressEntry &entry : interface.addressEntries()) {
            const QHostAddress address = entry.ip();
            // 169.254/16 and fe80::/10 are what a PC gives itself when nobody else does.
            if (!address.isLoopback() && !address.isLinkLocal()
                && addresses.size() < net::Bounds::addressesPerName)
                addresses.append(address.toString());
        }
    }
    model::Fact fact;
    fact.step = model::Step::Link;
    fact.failure = addresses.isEmpty() ? model::Failure::NoNetwork : model::Failure::None;
    fact.seen = {{model::seen::addresses, addresses}};
    fact.milliseconds = clock.elapsed();
    endWith(fact);
}

} // namespace probes
