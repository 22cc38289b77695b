#include "mailapps/ini.h"
#include "mailapps/profiles_ini.h"

#include "support/mail_home.h"

#include <QTest>

using mailapps::Ini;

class TestProfilesIni : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatProgramsWrite_data();
    void readsWhatProgramsWrite();
    void doesNotFollowPathsThatLeadOut_data();
    void doesNotFollowPathsThatLeadOut();
    void doesNotFollowALinkThatLeadsOut();
    void choosesTheProfileThatOpens_data();
    void choosesTheProfileThatOpens();
    void findsProfilesWithoutTheirList();
    void saysWhichLinesItCouldNotRead();
};

void TestProfilesIni::readsWhatProgramsWrite_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("value");
    QTest::newRow("plain") << QByteArray("[A]\nk=v\n") << "v";
    QTest::newRow("CRLF") << QByteArray("[A]\r\nk=v\r\n") << "v";
    QTest::newRow("UTF-8 mark") << QByteArray("\xEF\xBB\xBF[A]\nk=\xE5\xB1\x8A") << QString::fromUtf8("届");
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE[\0A\0]\0\n\0k\0=\0v\0", 16) << "v";
    QTest::newRow("Latin-1") << QByteArray("[A]\nk=\xFC") << QString::fromUtf8("ü");
    QTest::newRow("escapes stay") << QByteArray("[A]\nk=C:\\new\\x41;#") << "C:\\new\\x41;#";
    QTest::newRow("the last key") << QByteArray("[A]\nk=u\nk=v") << "v";
    QTest::newRow("the last section") << QByteArray("[A]\nk=u\n[B]\n[A]\nk=v") << "v";
    QTest::newRow("brackets in a name") << QByteArray("[B[]]\nk=u\n[A]\nk=v") << "v";
    QTest::newRow("an equals sign in the value") << QByteArray("[A]\nk=a=b") << "a=b";
    QTest::newRow("before any section") << QByteArray("k=v") << "";
    QTest::newRow("empty") << QByteArray() << "";
}

void TestProfilesIni::readsWhatProgramsWrite()
{
    QFETCH(QByteArray, file);
    QTEST(Ini::parse(file).value(QStringLiteral("A"), QStringLiteral("k")), "value");
}

void TestProfilesIni::doesNotFollowPathsThatLeadOut_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::newRow("up") << QByteArray("IsRelative=1\nPath=../../../etc");
    QTest::newRow("up and down") << QByteArray("IsRelative=1\nPath=p.default/../../..");
    QTest::newRow("absolute") << QByteArray("IsRelative=0\nPath=/etc");
    QTest::newRow("network") << QByteArray("IsRelative=0\nPath=//server/share/p");
    QTest::newRow("network, Windows") << QByteArray("IsRelative=0\nPath=\\\\server\\share\\p");
    QTest::newRow("relative said to be absolute") << QByteArray("IsRelative=0\nPath=p.default");
    QTest::newRow("backslashes up") << QByteArray("IsRelative=0\nPath=/tmp/../etc");
}

void TestProfilesIni::doesNotFollowPathsThatLeadOut()
{
    QFETCH(QByteArray, lines);
    const support::MailHome home;
    home.write(QStringLiteral(".thunderbird/profiles.ini"), "[Profile0]\nName=x\n" + lines + '\n');
    const auto list = mailapps::profilesIn(home.root(), {home.root(), home.path()});
    QCOMPARE(list.profiles.size(), 1);
    QCOMPARE(list.profiles.first().why, QStringLiteral("outside"));
}

void TestProfilesIni::doesNotFollowALinkThatLeadsOut()
{
#ifdef Q_OS_WIN
    QSKIP("a link to a folder needs an administrator there");
#endif
    const support::MailHome home;
    if (!support::makeLink(QStringLiteral("/usr"), home.root() + QStringLiteral("/linked")))
        QSKIP("no links here");
    QVERIFY(!mailapps::liesWithin(home.root() + QStringLiteral("/linked"), {home.root()}));
    QVERIFY(!mailapps::liesWithin(home.root() + QStringLiteral("/linked/not/there"), {home.root()}));
    QVERIFY(!mailapps::liesWithin(home.root() + QStringLiteral("x"), {home.root()}));
    QVERIFY(mailapps::liesWithin(home.root() + QStringLiteral("/not/there"), {home.root()}));
}

void TestProfilesIni::choosesTheProfileThatOpens_data()
{
    QTest::addColumn<QByteArray>("profiles");
    QTest::addColumn<QByteArray>("installs");
    QTest::addColumn<QString>("opens");
    const QByteArray two
        = "[Profile1]\nName=a\nIsRelative=1\nPath=a\n[Profile0]\nName=b\nIsRelative=1\nPath=b\nDefault=1\n";
    QTest::newRow("Default=1") << two << QByteArray() << "b";
    QTest::newRow("an install outweighs it") << two + "[InstallFDC34C9F024745EB]\nDefault=a\nLocked=1\n"
                                             << QByteArray() << "a";
    QTest::newRow("installs.ini alone") << two << QByteArray("[FDC34C9F024745EB]\nDefault=a\n") << "a";
    QTest::newRow("an install of a profile that is gone") << two << QByteArray("[X]\nDefault=c\n") << "b";
    QTest::newRow("the only one") << QByteArray("[Profile0]\nName=a\nIsRelative=1\nPath=a\n") << QByteArray()
                                  << "a";
    QTest::newRow("none said") << QByteArray("[Profile0]\nPath=a\n[Profile1]\nPath=b\n") << QByteArray()
                               << "";
    QTest::newRow("listed twice") << QByteArray(
        "[Profile0]\nName=a\nPath=a\nDefault=1\n[Profile0]\nName=c\nPath=a\n")
                                  << QByteArray() << "a";
}

void TestProfilesIni::choosesTheProfileThatOpens()
{
    QFETCH(QByteArray, profiles);
    QFETCH(QByteArray, installs);
    const support::MailHome home;
    home.write(QStringLiteral(".thunderbird/profiles.ini"), profiles);
    if (!installs.isEmpty())
        home.write(QStringLiteral(".thunderbird/installs.ini"), installs);
    QStringList opens;
    for (const auto &entry : mailapps::profilesIn(home.root(), {home.root()}).profiles)
        if (entry.isDefault)
            opens.append(entry.name);
    QTEST(opens.join(u','), "opens");
}

void TestProfilesIni::findsProfilesWithoutTheirList()
{
    const support::MailHome home;
    QVERIFY(QFile::remove(home.root() + QStringLiteral("/profiles.ini")));
    const auto list = mailapps::profilesIn(home.root(), {home.root()});
    QCOMPARE(list.profiles.size(), 1);
    QCOMPARE(list.profiles.first().path, home.profile());
    QVERIFY(list.profiles.first().isDefault);
}

void TestProfilesIni::saysWhichLinesItCouldNotRead()
{
    const support::MailHome home;
    home.write(QStringLiteral(".thunderbird/profiles.ini"),
               "[Profile0]\nPath=p.default\nhalf a li\n[Profile1]\nName=x\n");
    const auto list = mailapps::profilesIn(home.root(), {home.root()});
    QCOMPARE(list.profiles.size(), 1);
    QCOMPARE(list.unreadable.size(), 2);
    QCOMPARE(list.unreadable.first().line, 3);
    QCOMPARE(list.unreadable.last().line, 4);
}

QTEST_GUILESS_MAIN(TestProfilesIni)
#include "test_profiles_ini.moc"
