// practice: starts the practice provider on loopback, says how to reach it, and runs until stdin ends or it
// is told to stop.
#include "knowledge/pack_writer.h"
#include "practice/practice_provider.h"

#include "cli/catalogue.h"
#include "cli/interrupt.h"
#include "cli/lines_text.h"
#include "cli/output.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

#ifdef Q_OS_WIN
#include <cstdio>
#include <thread>
#else
#include <unistd.h>
#endif

namespace cli {

namespace {

QString text(const char *key)
{
    return QString::fromLatin1(key);
}

QJsonArray faultsJson()
{
    QJsonArray list;
    for (const practice::Fault &fault : practice::PracticeProvider::faults())
        list.append(QJsonObject{{text("id"), fault.id}, {text("finding"), fault.finding}});
    return list;
}

int sayFaults(const Call &call)
{
    if (call.json)
        printJson({{text("faults"), faultsJson()}});
    else
        for (const practice::Fault &fault : practice::PracticeProvider::faults())
            say(padded(fault.id, 32) + fault.finding);
    return Fine;
}

struct Door
{
    model::Endpoint endpoint;
    net::Detour detour;
};

/// Every standard mail port that leads to the practice servers, listed in the pack or not.
QList<Door> doorsOf(const practice::PracticeProvider &provider)
{
    using model::Protocol, model::Security;
    static const QList<std::tuple<quint16, Protocol, Security>> ports{
        {110, Protocol::Pop3, Security::StartTls}, {995, Protocol::Pop3, Security::Tls},
        {143, Protocol::Imap, Security::StartTls}, {993, Protocol::Imap, Security::Tls},
        {25, Protocol::Smtp, Security::StartTls},  {465, Protocol::Smtp, Security::Tls},
        {587, Protocol::Smtp, Security::StartTls}};
    const model::Provider pack = provider.pack();
    QStringList hosts;
    for (const auto &list : {pack.incoming, pack.outgoing})
        for (const model::ProviderServer &server : list)
            if (!hosts.contains(server.endpoint.host))
                hosts.append(server.endpoint.host);
    QList<Door> doors;
    for (const QString &host : hosts)
        for (const auto &[port, protocol, security] : ports)
            if (const auto detour = provider.route().of(host, port))
                doors.append({{host, port, protocol, security}, *detour});
    return doors;
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush();
}

/// What another todoku-cli needs to be typed with, to speak with these servers.
QStringList optionsFor(const practice::PracticeProvider &provider, const QList<Door> &doors,
                       const QTemporaryDir &folder)
{
    QByteArray anchors;
    for (const QSslCertificate &anchor : provider.anchors())
        anchors += anchor.toPem();
    const QString ca = folder.filePath(text("practice-authority.pem"));
    const QString pack = folder.filePath(text("practice-pack.json"));
    if (!folder.isValid() || !write(ca, anchors)
        || !write(pack, QJsonDocument(knowledge::packJson(provider.pack())).toJson()))
        return {};
    QStringList options{text("--address"), provider.address(), text("--provider"), pack, text("--ca"), ca};
    for (const Door &door : doors) {
        const QString address
            = door.detour.address.contains(u':') ? u'[' + door.detour.address + u']' : door.detour.address;
        options += {text("--route"),
                    QStringLiteral("%1=%2:%3").arg(door.endpoint.text(), address).arg(door.detour.port)};
    }
    return options;
}

void announce(const practice::PracticeProvider &provider, const QList<Door> &doors,
              const QStringList &options, const Call &call)
{
    QJsonArray endpoints;
    for (const Door &door : doors)
        endpoints.append(QJsonObject{{text("protocol"), model::name(door.endpoint.protocol)},
                                     {text("host"), door.endpoint.host},
                                     {text("port"), door.endpoint.port},
                                     {text("security"), model::name(door.endpoint.security)},
                                     {text("address"), door.detour.address},
                                     {text("local_port"), door.detour.port}});
    if (call.json) {
        printJson({{text("endpoints"), endpoints},
                   {text("address"), provider.address()},
                   {text("password"), provider.password()},
                   {text("options"), QJsonArray::fromStringList(options)},
                   {text("faults"), faultsJson()}});
        return;
    }
    for (const Door &door : doors)
        say(QStringLiteral("  %1 %2 -> %3:%4")
                .arg(padded(model::name(door.endpoint.protocol), 5), padded(door.endpoint.text(), 30),
                     door.detour.address)
                .arg(door.detour.port));
    say(call.words(text("practice.account")).arg(provider.address(), provider.password()));
    say(u'\n' + options.join(u' '));
    say(u'\n' + call.words(text("practice.until")));
}

} // namespace

void declarePractice(QCommandLineParser &parser)
{
    parser.addOption({text("fault"), text("What goes wrong. Repeatable."), text("ID")});
    parser.addOption({text("list"), text("Names the faults that can be chosen.")});
    parser.addOption({text("scan-seconds"), text("How long the slow scan takes."), text("N"), text("75")});
}

int runPractice(const Call &call)
{
    if (call.parser.isSet(text("list")))
        return sayFaults(call);
    practice::PracticeProvider provider;
    const QStringList faults = call.parser.values(text("fault")).join(u',').split(u',', Qt::SkipEmptyParts);
    if (!provider.start(faults + call.arguments, call.options.practiceScanSeconds))
        return refuse(text("practice"), provider.error());
    const QTemporaryDir folder;
    const QList<Door> doors = doorsOf(provider);
    const QStringList options = optionsFor(provider, doors, folder);
    if (options.isEmpty())
        return refuse(folder.path(), folder.errorString(), Undecided);
    announce(provider, doors, options, call);

    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::interrupted, qApp, &QCoreApplication::quit,
                     Qt::QueuedConnection);
#ifdef Q_OS_WIN
    // Windows tells nobody that a pipe can be read: somebody has to wait for it
    std::thread([] {
        while (std::getchar() != EOF) { }
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    }).detach();
#else
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, qApp, [] {
        char ignored[256];
        if (::read(STDIN_FILENO, ignored, sizeof ignored) <= 0)
            QCoreApplication::quit();
    });
#endif
    QCoreApplication::exec();
    return Fine;
}

} // namespace cli
