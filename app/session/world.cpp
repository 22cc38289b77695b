#include "session/world.h"

#include "practice/practice_provider.h"

#include <QFileInfo>

#include <cmath>

namespace session {

namespace {

// A factor that is no number, or turns seconds into days, is a slip of the finger
constexpr double largestScale = 100.0;

QString readProvider(const QString &fileOrId, World &world)
{
    if (fileOrId.isEmpty())
        return {};
    world.provider = world.knowledge.providerNamed(fileOrId);
    if (world.provider)
        return {};
    if (!QFileInfo::exists(fileOrId))
        return QStringLiteral("provider-unknown: ") + fileOrId;
    const auto pack = knowledge::readPack(fileOrId);
    if (const auto *error = std::get_if<knowledge::LoadError>(&pack))
        return QStringLiteral("provider-unreadable: ") + error->text();
    world.provider = std::get<model::Provider>(pack);
    return {};
}

QString readRoutes(const QStringList &routes, net::Route &route)
{
    for (const QString &text : routes)
        if (!route.add(text))
            return QStringLiteral("route-unreadable: ") + text;
    return {};
}

QString readAnchors(const QString &file, net::Environment &environment)
{
    if (file.isEmpty())
        return {};
    const QList<QSslCertificate> anchors = QSslCertificate::fromPath(file, QSsl::Pem);
    if (anchors.isEmpty())
        return QStringLiteral("ca-unreadable: ") + file;
    environment.extraAnchors += anchors;
    return {};
}

} // namespace

std::optional<QPair<QHostAddress, quint16>> readResolver(const QString &text)
{
    QString address = text;
    uint port = 53;
    const qsizetype colon = text.lastIndexOf(u':');
    // A bare IPv6 address has colons too: only one behind a bracket, or the only one, starts a port
    if (colon > 0 && (text.at(colon - 1) == u']' || text.count(u':') == 1)) {
        bool number = false;
        port = text.mid(colon + 1).toUInt(&number);
        if (!number || port == 0 || port > 65535)
            return std::nullopt;
        address = text.left(colon);
    }
    if (address.startsWith(u'[') && address.endsWith(u']'))
        address = address.mid(1, address.size() - 2);
    const QHostAddress parsed(address);
    if (parsed.isNull())
        return std::nullopt;
    return qMakePair(parsed, quint16(port));
}

World worldOf(const Options &options)
{
    World world;
    auto loaded = knowledge::Knowledge::load();
    if (const auto *error = std::get_if<knowledge::LoadError>(&loaded)) {
        world.error = QStringLiteral("data-unreadable: ") + error->text();
        return world;
    }
    world.knowledge = std::get<knowledge::Knowledge>(std::move(loaded));
    world.environment.webChecks = world.knowledge.webChecks();
    if (!(options.timeoutScale > 0) || !std::isfinite(options.timeoutScale)
        || options.timeoutScale > largestScale) {
        world.error = QStringLiteral("timeout-scale-unreadable: ") + QString::number(options.timeoutScale);
        return world;
    }
    world.environment.bounds = world.environment.bounds.scaled(options.timeoutScale);
    for (const QString &text : options.resolvers) {
        const auto resolver = readResolver(text);
        if (!resolver) {
            world.error = QStringLiteral("resolver-unreadable: ") + text;
            return world;
        }
        world.environment.resolvers.append(*resolver);
    }
    world.error = readRoutes(options.routes, world.environment.route);
    if (world.error.isEmpty())
        world.error = readAnchors(options.caFile, world.environment);
    if (world.error.isEmpty())
        world.error = readProvider(options.providerFileOrId, world);
    return world;
}

void addPractice(World &world, const Options &options, const practice::PracticeProvider &provider)
{
    world.environment.route = provider.route();
    readRoutes(options.routes, world.environment.route);
    world.environment.extraAnchors += provider.anchors();
}

} // namespace session
