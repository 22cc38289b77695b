#include "net/hosts_file.h"

#include <QFile>
#include <QHostAddress>

namespace net {

namespace {

constexpr qint64 mostBytes = 1024 * 1024; // lists of advertisers are long; nobody writes longer ones

QString systemFile()
{
#ifdef Q_OS_WIN
    return qEnvironmentVariable("SystemRoot", QStringLiteral("C:\\Windows"))
        + QStringLiteral("\\System32\\drivers\\etc\\hosts");
#else
    return QStringLiteral("/etc/hosts");
#endif
}

} // namespace

std::optional<HostsEntry> hostsEntry(const QByteArray &text, const QString &host)
{
    const QByteArray wanted = host.toLatin1().toLower();
    int number = 0;
    for (const QByteArray &line : text.split('\n')) {
        ++number;
        // split() rather than left(indexOf()): what has no comment is all of it
        const QByteArrayList words = line.split('#').first().simplified().toLower().split(' ');
        const QHostAddress address(QString::fromLatin1(words.first().split('%').first()));
        if (words.indexOf(wanted, 1) > 0 && !address.isNull())
            return HostsEntry{number, address.toString()};
    }
    return std::nullopt;
}

std::optional<HostsEntry> hostsEntryIn(const QString &path, const QString &host)
{
    QFile file(path.isEmpty() ? systemFile() : path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return hostsEntry(file.read(mostBytes), host);
}

} // namespace net
