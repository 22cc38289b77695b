// The mailbox as a screen or the command line sees it, and the rescue copy of the message that blocks.
#include "report/report.h"
#include "session/diagnosis.h"
#include "support/loop.h"
#include "support/skips.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using session::Diagnosis;

namespace {

session::Options practising(const QString &fault)
{
    session::Options options;
    options.practice = true;
    options.practiceFaults = fault.isEmpty() ? QStringList() : QStringList{fault};
    options.timeoutScale = 0.2;
    return options;
}

bool looked(Diagnosis &diagnosis)
{
    diagnosis.setSymptom(QStringLiteral("stops-midway"));
    diagnosis.offerPassword(model::Secret(diagnosis.practicePassword()), false);
    QSignalSpy spy(&diagnosis, &Diagnosis::looked);
    diagnosis.look();
    return support::until([&] { return !spy.isEmpty(); }, 60'000);
}

/// Why the copy was not made, or "saved".
QString rescued(Diagnosis &diagnosis, const QString &path)
{
    QSignalSpy spy(&diagnosis, &Diagnosis::rescued);
    diagnosis.rescue(path);
    if (!support::until([&] { return !spy.isEmpty(); }))
        return QStringLiteral("(no answer)");
    const QString why = spy.first().at(1).toString();
    return why.isEmpty() ? QStringLiteral("saved") : why;
}

} // namespace

class MailboxOfAVisit : public QObject
{
    Q_OBJECT
private slots:
    void isPutTogether()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        Diagnosis diagnosis(practising(QStringLiteral("zero-octet")));
        QVERIFY(looked(diagnosis));
        const session::MailboxSummary mailbox = diagnosis.mailbox();
        QVERIFY(mailbox.messages.value_or(0) > 5);
        QCOMPARE(mailbox.searched, mailbox.messages);
        QVERIFY(mailbox.bytes.value_or(0) > 100'000);
        QVERIFY(!mailbox.oldest.isEmpty() && !mailbox.largest.isEmpty());
        QCOMPARE(mailbox.junkFolder, QStringLiteral("迷惑メール"));
        QVERIFY(mailbox.junkHidden);
        QVERIFY(mailbox.blocker.has_value());
        QCOMPARE(mailbox.blocker->defect, QStringLiteral("nul"));
        QCOMPARE(diagnosis.visit().failedLogins(), 0);
    }
    void blockerIsSavedAsItIs()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        Diagnosis diagnosis(practising(QStringLiteral("zero-octet")));
        QVERIFY(looked(diagnosis));
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("copy.eml"));
        const int before = diagnosis.visit().loginsUsed();
        QCOMPARE(rescued(diagnosis, path), QStringLiteral("saved"));
        QCOMPARE(diagnosis.visit().loginsUsed(), before + 1);
        QFile copy(path);
        QVERIFY(copy.open(QIODevice::ReadOnly));
        const QByteArray content = copy.readAll();
        QCOMPARE(content.size(), diagnosis.mailbox().blocker->message.bytes);
        QVERIFY(content.contains("Before the hole" + QByteArray(1, '\0')) && !content.contains("\r\n.\r\n"));
        QCOMPARE(int(copy.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther)), 0);
        // Never a second time over the first.
        QCOMPARE(rescued(diagnosis, path), QStringLiteral("exists"));
    }
    void halfAMessageIsCalledHalf()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        Diagnosis diagnosis(practising(QStringLiteral("poison-message")));
        QVERIFY(looked(diagnosis));
        QVERIFY(diagnosis.mailbox().blocker.has_value());
        QCOMPARE(diagnosis.mailbox().blocker->defect, QStringLiteral("drops"));
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("copy.eml"));
        QCOMPARE(rescued(diagnosis, path), QStringLiteral("incomplete"));
        QVERIFY(QFile(path).size() > 100);
    }
    void nothingIsSavedWithoutABlockerOrAPlace()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        const QTemporaryDir folder;
        Diagnosis healthy(practising({}));
        QVERIFY(looked(healthy));
        QVERIFY(!healthy.mailbox().blocker);
        QCOMPARE(rescued(healthy, folder.filePath(QStringLiteral("x"))), QStringLiteral("not-tried"));
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("x"))));
        Diagnosis blocked(practising(QStringLiteral("zero-octet")));
        QVERIFY(looked(blocked));
        QCOMPARE(rescued(blocked, folder.filePath(QStringLiteral("no/such/folder.eml"))),
                 QStringLiteral("not-writable"));
    }
    void reportsKeepSomebodysMailToThemselves()
    {
        SKIP_WHERE_NO_TLS_SERVER();
        Diagnosis diagnosis(practising(QStringLiteral("zero-octet")));
        QVERIFY(looked(diagnosis));
        const QString subject = diagnosis.mailbox().blocker->message.subject;
        QVERIFY(subject.size() > 5);
        for (const QString &language : {QStringLiteral("ja"), QStringLiteral("en")})
            QVERIFY(!diagnosis.reportHtml(language).contains(subject));
        report::Options shown;
        shown.showPrivate = true;
        QVERIFY(report::toMarkdown(diagnosis.visit(), diagnosis.verdict(), {}, diagnosis.knowledge(), shown)
                    .contains(subject));
    }
};

QTEST_GUILESS_MAIN(MailboxOfAVisit)
#include "test_mailbox.moc"
