// Only on Unix: disks that are mounted.
// A disk with any amount of free space, and one that fills up in the middle: what stands there is what stood
// there or what was meant. TODOKU_DISK_STEP: from one amount to the next, in bytes; a multiple of 4096.
#include "support/edit_subject.h"

#include <QTest>
#include <fcntl.h>
#include <sys/statvfs.h>

using model::EntryState;
using model::Outcome;
using model::Refusal;
using support::EditSubject;
using Kind = support::EditSubject::Kind;

namespace {

constexpr qint64 block = 4096;
constexpr qsizetype bytes = 40'000;

qint64 freeBytes(const QString &folder)
{
    struct statvfs volume = {};
    ::statvfs(QFile::encodeName(folder).constData(), &volume);
    return qint64(volume.f_bavail) * qint64(volume.f_frsize);
}

/// A small disk for as long as the object lives; all that is made in the temporary folder lies on it.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &kind) : m_before(qgetenv("TMPDIR"))
    {
        const QString image = m_folder.filePath(QStringLiteral("image"));
        const bool made = kind == u"tmpfs"
            ? support::shell(QStringLiteral("mount -t tmpfs -o size=2m,mode=0700 none '%1'").arg(place()))
            : support::shell(QStringLiteral("truncate -s 16m '%1' && mkfs.ext4 -q -F -m 0 -b 4096 '%1' && "
                                            "mount -o loop '%1' '%2' && chmod 0700 '%2'")
                                 .arg(image, place()));
        m_mounted = made;
        qputenv("TMPDIR", QFile::encodeName(place()));
    }
    ~SmallDisk()
    {
        if (m_before.isEmpty())
            qunsetenv("TMPDIR");
        else
            qputenv("TMPDIR", m_before);
        if (m_mounted)
            support::shell(QStringLiteral("umount '%1' || umount -l '%1'").arg(place()));
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool mounted() const { return m_mounted; }

    /// Leaves so many bytes free.
    void fill(qint64 left) const
    {
        const qint64 taken = freeBytes(place()) - left;
        if (taken <= 0)
            return;
        const int fd = ::open(filler().constData(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        qint64 size = taken;
        // A file system needs a few blocks to note where the file lies.
        while (size > 0 && ::posix_fallocate(fd, 0, size) != 0)
            size -= block;
        ::close(fd);
    }
    void clear() const { ::unlink(filler().constData()); }

private:
    QString place() const
    {
        QDir().mkpath(m_folder.filePath(QStringLiteral("disk")));
        return m_folder.filePath(QStringLiteral("disk"));
    }
    QByteArray filler() const { return QFile::encodeName(place() + QStringLiteral("/filler")); }

    QTemporaryDir m_folder;
    QByteArray m_before;
    bool m_mounted = false;
};

} // namespace

class TestFullDisk : public QObject
{
    Q_OBJECT

private slots:
    void leavesAllWhole_data();
    void leavesAllWhole();
};

void TestFullDisk::leavesAllWhole_data()
{
    QTest::addColumn<QString>("disk");
    QTest::addColumn<Kind>("kind");
    for (const char *disk : {"tmpfs", "ext4"})
        for (const Kind kind : EditSubject::kinds)
            QTest::addRow("%s, %s", disk, qPrintable(EditSubject::name(kind)))
                << QString::fromLatin1(disk) << kind;
}

/// Full before it begins, and full after each station: the free space is asked for first, but may go.
void TestFullDisk::leavesAllWhole()
{
    QFETCH(QString, disk);
    QFETCH(Kind, kind);
    if (!support::isRoot())
        QSKIP("a small disk needs root");
    const SmallDisk small(disk);
    if (!small.mounted())
        QSKIP("this disk cannot be mounted here");
    bool given = false;
    const int wanted = qEnvironmentVariableIntValue("TODOKU_DISK_STEP", &given);
    const qint64 step = given ? wanted : 10 * block;
    int made = 0, refused = 0, undone = 0;
    const int last = EditSubject(kind).stations();
    for (int station = 0; station < last; ++station) {
        for (qint64 left = 0; left <= 400'000; left += step) {
            const EditSubject subject(kind, bytes);
            Outcome outcome;
            {
                const auto journal = subject.journal();
                if (station == 0)
                    small.fill(left);
                outcome = subject.run(*journal, [&](int now) {
                    if (now == station)
                        small.fill(left);
                });
                QVERIFY(subject.isWhole());
                // Undo with as little room: all of it, or none.
                if (outcome.ok() && journal->undo(outcome.entry).ok())
                    ++undone;
                QVERIFY(subject.isWhole());
            }
            small.clear();
            ++(outcome.ok() ? made : refused);
            if (!outcome.ok()) {
                QVERIFY2(outcome.refusal == Refusal::DiskFull || outcome.refusal == Refusal::NotWritable
                             || (outcome.refusal == Refusal::AnotherTodoku && station == 0),
                         qPrintable(model::name(outcome.refusal) + u' ' + outcome.detail));
                QVERIFY(outcome.refusal != Refusal::DiskFull || station > 0 || outcome.bytesNeeded > 0);
            }
            const auto journal = subject.journal();
            journal->recover();
            QVERIFY(subject.isWhole());
            QVERIFY(subject.isBefore() || subject.isAfter());
            QCOMPARE(subject.strays(*journal), QStringList());
            const auto entries = journal->entries();
            if (!subject.isBefore())
                QVERIFY2(journal->undo(entries.last().id).ok(),
                         qPrintable(model::name(entries.last().state)));
            QVERIFY(subject.isBefore());
        }
    }
    qInfo("%s, %s: %d made (%d taken back on the spot), %d refused; nothing torn, lost or left behind",
          qPrintable(disk), qPrintable(EditSubject::name(kind)), made, undone, refused);
    QVERIFY(made > 0 && refused > 0);
}

QTEST_GUILESS_MAIN(TestFullDisk)
#include "test_full_disk.moc"
