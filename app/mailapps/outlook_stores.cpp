#include "mailapps/outlook.h"
#include "mailapps/plain_file.h"
#include "mailapps/pst_bytes.h"
#include "mailapps/pst_header.h"
#include "mailapps/windows_path.h"

#include <QDir>
#include <QFileInfo>

namespace mailapps::outlook {

namespace {

constexpr qint64 megabyte = 1024 * 1024, ansiEnd = 2048 * megabyte - 1;
constexpr int serviceCap = 500, storeCap = 200;
constexpr qsizetype longestPath = 1024;

} // namespace

QString pathOfEntryId(const QByteArray &entryId)
{
    // It ends in the path and its NUL; what stands before need not be of even length.
    QString tail;
    for (qsizetype at = entryId.size() - 2; at >= 0 && tail.size() < longestPath; at -= 2) {
        const auto unit = pst::numberAt<char16_t>(entryId, at);
        if (unit == 0 && tail.isEmpty())
            continue;
        if (unit < 0x20)
            break;
        tail.prepend(QChar(unit));
    }
    const qsizetype drive = tail.lastIndexOf(QStringLiteral(":\\")),
                    share = tail.indexOf(QStringLiteral("\\\\"));
    if (drive > 0)
        return tail.mid(drive - 1);
    return share >= 0 ? tail.mid(share) : QString();
}

Limits limits(const Registry &registry, const QString &version)
{
    Limits found;
    if (version == u"11.0" || version == u"12.0")
        found.unicode = 20LL * 1024 * megabyte;
    QStringList versions{version};
    if (version.isEmpty())
        versions = QStringList{QStringLiteral("14.0"), QStringLiteral("12.0"), QStringLiteral("11.0")};
    const auto number = [&](const QString &name) -> qint64 {
        for (const QString &policies : {QStringLiteral("Policies\\"), QString()})
            for (const QString &one : versions)
                if (const auto set
                    = registry.number(QStringLiteral("HKCU\\Software\\%1Microsoft\\Office\\%2\\Outlook\\PST")
                                          .arg(policies, one),
                                      name);
                    set.value_or(0) > 0)
                    return *set;
        return 0;
    };
    if (const qint64 bytes = number(QStringLiteral("MaxFileSize")); bytes > 0)
        found.ansi = std::min(bytes, ansiEnd);
    if (const qint64 megabytes = number(QStringLiteral("MaxLargeFileSize")); megabytes > 0)
        found.unicode = megabytes * megabyte;
    return found;
}

QStringList storePaths(const Registry &registry, const QString &profile)
{
    QStringList found;
    for (const QString &service : registry.keys(profile).mid(0, serviceCap))
        for (const QString &name : {QStringLiteral("001f6700"), QStringLiteral("001f6610")}) {
            const QString path = registry.text(profile + u'\\' + service, name).trimmed();
            if (!path.isEmpty() && path.size() <= longestPath && !found.contains(path, Qt::CaseInsensitive)
                && found.size() < storeCap)
                found.append(path);
        }
    return found;
}

QStringList usualStores(const Places &places)
{
    const QString home = homeOf(places);
    QStringList folders{local(places) + QStringLiteral("/Microsoft/Outlook"),
                        home + QStringLiteral("/Local Settings/Application Data/Microsoft/Outlook")};
    for (const QString &documents :
         {QStringLiteral("/Documents"), QStringLiteral("/My Documents"),
          QStringLiteral("/OneDrive/Documents"), QStringLiteral("/OneDrive/ドキュメント")})
        for (const QString &own : {QStringLiteral("/Outlook Files"), QStringLiteral("/Outlook ファイル")})
            folders.append(home + documents + own);
    QStringList found;
    for (const QString &folder : std::as_const(folders))
        for (const QString &file : QDir(folder).entryList({QStringLiteral("*.pst"), QStringLiteral("*.ost")},
                                                          QDir::Files, QDir::Name))
            if (found.size() < storeCap)
                found.append(folder + u'/' + file);
    return found;
}

std::optional<model::Store> store(const QString &path, const Limits &limits,
                                  QList<model::Unreadable> *unreadable)
{
    const OpenedFile opened = openPlainFile(path);
    if (!opened.file) {
        unreadable->append({path, 0, opened.why});
        if (opened.why != u"permission")
            return std::nullopt;
        // Outlook keeps its files to itself while it runs; above 2 GB there is one format only.
        const qint64 bytes = QFileInfo(path).size();
        return model::Store{path, bytes, bytes > ansiEnd ? limits.unicode : 0};
    }
    model::Store found{path, opened.file->size(), 0};
    switch (pst::kindOf(opened.file->read(pst::headerSize))) {
    case pst::Kind::Ansi:
        found.limit = limits.ansi;
        break;
    case pst::Kind::Unicode:
    case pst::Kind::Large:
        found.limit = limits.unicode;
        break;
    case pst::Kind::None:
        unreadable->append(
            {path, 0,
             found.bytes < pst::headerSize ? QStringLiteral("half-written") : QStringLiteral("malformed")});
        break;
    }
    return found;
}

} // namespace mailapps::outlook
