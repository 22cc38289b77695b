#include "support/sylpheed_home.h"

#include <QTest>

using support::mailbox;
using support::oneAccount;
using support::queued;
using support::reasons;
using Home = support::SylpheedHome;

class TestSylpheedFolders : public QObject
{
    Q_OBJECT

private slots:
    void findsQueues_data();
    void findsQueues();
    void doesNotFollowMailboxesThatLeadOut_data();
    void doesNotFollowMailboxesThatLeadOut();
};

void TestSylpheedFolders::findsQueues_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArray>("accounts");
    QTest::addColumn<QString>("path");
    const auto folders = [](const QByteArray &inside) { return "<folderlist>" + inside + "</folderlist>"; };
    const QByteArray mh = "<folder type=\"mh\" name=\"Box\" path=\"Mail\">";
    const QByteArray queue = "<folderitem type=\"queue\" path=\"%1\" /></folder>";
    const auto at = [&](const char *path) { return QByteArray(queue).replace("%1", path); };
    QTest::newRow("as usual") << mailbox << oneAccount << "Mail/queue";
    QTest::newRow("below another folder")
        << folders(mh + "<folderitem type=\"normal\" path=\"a\">"
                   + QByteArray(at("a/q")).replace("</folder>", "</folderitem></folder>"))
        << oneAccount << "Mail/a/q";
    QTest::newRow("a Japanese name") << folders(mh + at("\xE9\x80\x81\xE4\xBF\xA1\xE5\xBE\x85\xE6\xA9\x9F"))
                                     << oneAccount << QString::fromUtf8("Mail/送信待機");
    QTest::newRow("escaped") << folders(mh + at("A&amp;B")) << oneAccount << "Mail/A&B";
    QTest::newRow("backslashes") << folders(mh + at("a\\q")) << oneAccount << "Mail/a/q";
    QTest::newRow("an account's own")
        << folders(mh + "</folder>") << oneAccount + "set_queue_folder=1\nqueue_folder=#mh/Box/mine\n"
        << "Mail/mine";
    QTest::newRow("an account's own, switched off")
        << folders(mh + "</folder>") << oneAccount + "set_queue_folder=0\nqueue_folder=#mh/Box/mine\n"
        << "";
    QTest::newRow("an account's own, in no mailbox")
        << folders(mh + "</folder>") << oneAccount + "set_queue_folder=1\nqueue_folder=#mh/Other/mine\n"
        << "";
    QTest::newRow("an account's own, on a server")
        << folders(mh + "</folder>") << oneAccount + "set_queue_folder=1\nqueue_folder=#imap/x/mine\n"
        << "";
    QTest::newRow("the same twice") << mailbox
                                    << oneAccount + "set_queue_folder=1\nqueue_folder=#mh/Mailbox/queue\n"
                                    << "Mail/queue";
    QTest::newRow("on a server") << folders("<folder type=\"imap\" name=\"i\">" + at("queue")) << oneAccount
                                 << "";
    QTest::newRow("no queue") << folders(mh + "</folder>") << oneAccount << "";
}

void TestSylpheedFolders::findsQueues()
{
    QFETCH(QByteArray, list);
    QFETCH(QByteArray, accounts);
    QFETCH(QString, path);
    const Home home(false, accounts);
    home.write("folderlist.xml", list);
    for (const QString &folder : {QStringLiteral("Mail/queue"), QStringLiteral("Mail/mine"), path})
        if (!folder.isEmpty())
            support::writeFile(home.path(folder + QStringLiteral("/1")), queued);
    const model::AppProfile profile = home.profile();
    QCOMPARE(reasons(profile), QStringList());
    QCOMPARE(profile.outboxes.size(), path.isEmpty() ? 0 : 1);
    if (path.isEmpty())
        return;
    QCOMPARE(profile.outboxes.first().path, home.path(path));
    QCOMPARE(profile.outboxes.first().count, 1);
}

void TestSylpheedFolders::doesNotFollowMailboxesThatLeadOut_data()
{
    QTest::addColumn<QByteArray>("box");
    QTest::addColumn<QByteArray>("queue");
    QTest::newRow("up") << QByteArray("../..") << QByteArray("queue");
    QTest::newRow("up in the queue") << QByteArray("Mail") << QByteArray("../../../etc");
    QTest::newRow("absolute") << QByteArray("/etc") << QByteArray("queue");
    QTest::newRow("share") << QByteArray("//server/mail") << QByteArray("queue");
    QTest::newRow("share, Windows") << QByteArray("\\\\server\\mail") << QByteArray("queue");
    QTest::newRow("another drive") << QByteArray("D:\\Mail") << QByteArray("queue");
    QTest::newRow("nameless queue") << QByteArray("Mail") << QByteArray();
}

void TestSylpheedFolders::doesNotFollowMailboxesThatLeadOut()
{
    QFETCH(QByteArray, box);
    QFETCH(QByteArray, queue);
    const Home home;
    home.write("folderlist.xml",
               "<folderlist><folder type=\"mh\" path=\"" + box + "\"><folderitem type=\"queue\" path=\""
                   + queue + "\"/></folder></folderlist>");
    const model::AppProfile profile = home.profile();
    QCOMPARE(profile.outboxes.size(), 0);
    QCOMPARE(profile.unreadable.size(), 1);
    QCOMPARE(profile.unreadable.first().why, QStringLiteral("outside"));
    QCOMPARE(profile.accounts.size(), 1);
}

QTEST_GUILESS_MAIN(TestSylpheedFolders)
#include "test_sylpheed_folders.moc"
