#include "mailapps/plain_file.h"
#include "mailapps/profiles_ini.h"
#include "mailapps/sylpheed.h"
#include "mailapps/windows_path.h"

#include <QDir>
#include <QXmlStreamReader>

namespace mailapps::sylpheed {

namespace {

/// A folder list of a thousand folders has about 200 KiB.
constexpr qint64 listCap = 16 * 1024 * 1024;
constexpr int depthCap = 100;

/// One mailbox of the MH kind.
struct Mailbox
{
    QString name;
    QString path; ///< as written: mostly "Mail", relative to Root::mail
    QStringList queues; ///< below path
};

/// folderlist.xml: <folderlist><folder type="mh" name= path=><folderitem type="queue" path=/>…
QList<Mailbox> mailboxes(const QString &path, QList<model::Unreadable> *unreadable)
{
    const FileBytes file = readPlainFile(path, listCap);
    if (!file.why.isEmpty()) {
        unreadable->append({path, 0, file.why});
        return {};
    }
    QList<Mailbox> found;
    QXmlStreamReader xml(file.bytes);
    bool inMailbox = false;
    for (int depth = 0; !xml.atEnd() && depth < depthCap;) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::EndElement)
            --depth;
        if (token != QXmlStreamReader::StartElement)
            continue;
        ++depth;
        const QXmlStreamAttributes told = xml.attributes();
        const auto type = told.value(QLatin1String("type"));
        if (xml.name() == u"folder") {
            inMailbox = type.compare(u"mh", Qt::CaseInsensitive) == 0;
            if (inMailbox)
                found.append({told.value(QLatin1String("name")).toString(),
                              told.value(QLatin1String("path")).toString(),
                              {}});
        } else if (xml.name() == u"folderitem" && inMailbox
                   && type.compare(u"queue", Qt::CaseInsensitive) == 0) {
            found.last().queues.append(told.value(QLatin1String("path")).toString());
        }
    }
    if (xml.hasError() || !xml.atEnd())
        unreadable->append({path, int(xml.lineNumber()),
                            xml.error() == QXmlStreamReader::PrematureEndOfDocumentError
                                ? QStringLiteral("half-written")
                                : QStringLiteral("malformed")});
    return found;
}

/// The mailbox on this machine; empty if it is not this person's to read.
QString placeOf(const Mailbox &mailbox, const Root &root, const Places &places)
{
    QString path = mailbox.path;
    const bool windows = path.contains(u'\\') || (path.size() > 1 && path.at(1) == u':');
    if (windows && path.contains(u':'))
        return localPath(path, places);
    path.replace(u'\\', u'/');
    return path.isEmpty() || QDir::isAbsolutePath(path) ? path : root.mail + u'/' + path;
}

} // namespace

QStringList queues(const Root &root, const KeyValueFile &accountrc, const Places &places,
                   QList<model::Unreadable> *unreadable)
{
    const QString list = root.settings + QStringLiteral("/folderlist.xml");
    QStringList found;
    const auto add = [&](const Mailbox &mailbox, QString queue) {
        const QString box = placeOf(mailbox, root, places);
        queue.replace(u'\\', u'/');
        const QString path = box + u'/' + queue;
        const QStringList trusted{homeOf(places), root.settings, root.mail};
        if (box.isEmpty() || queue.isEmpty() || !liesWithin(path, trusted))
            unreadable->append({(mailbox.path + u'/' + queue).left(500), 0, QStringLiteral("outside")});
        else if (!found.contains(QDir::cleanPath(path)))
            found.append(QDir::cleanPath(path));
    };
    const QList<Mailbox> boxes = mailboxes(list, unreadable);
    for (const Mailbox &mailbox : boxes)
        for (const QString &queue : mailbox.queues)
            add(mailbox, queue);
    // An account may have a queue of its own: "#mh/Mailbox/queue2". One on a server is not ours to read.
    for (const QString &section : accountrc.sections()) {
        const QString own = accountrc.text(section, "queue_folder").value_or(QString());
        if (!accountrc.flag(section, "set_queue_folder").value_or(false) || !own.startsWith(u"#mh/"))
            continue;
        for (const Mailbox &mailbox : boxes)
            if (own.startsWith(QStringLiteral("#mh/") + mailbox.name + u'/'))
                add(mailbox, own.mid(5 + mailbox.name.size()));
    }
    return found;
}

} // namespace mailapps::sylpheed
