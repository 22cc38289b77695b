#include "mailapps/outlook.h"

#include "mailapps/outlook_new.h"
#include "mailapps/registry_export.h"

#include "support/mail_home.h"
#include "support/outlook_export.h"
#include "support/small_pst.h"

#include <QTest>

using support::OutlookExport;

namespace {

mailapps::Places places(const QString &home, const QByteArray &registry)
{
    return {home, {}, std::make_shared<mailapps::RegistryExport>(registry)};
}

QByteArray pst(int waiting, bool unicode = true)
{
    support::SmallPst made;
    made.unicode = unicode;
    for (int i = 0; i < waiting; ++i)
        made.messages.append({1000, 1'772'323'200, QStringLiteral("<m@example.ne.jp>")});
    return made.bytes();
}

QStringList wrong(const model::AppProfile &profile)
{
    QStringList found;
    for (const model::Unreadable &one : profile.unreadable)
        found.append(QString(one.path).replace(u'\\', u'/').section(u'/', -1) + u':' + one.why);
    return found;
}

/// A profile whose one account keeps its mail in `path`.
OutlookExport withStore(const QByteArray &path, const QByteArray &root = OutlookExport::newRoot)
{
    OutlookExport made(root);
    made.order({2}).account("00000002", "ED475411").text("POP3 Server", "pop.example.ne.jp");
    made.binary("Delivery Store EntryID", OutlookExport::storeEntryId(path));
    return made;
}

const QByteArray inDocuments = R"(C:\Users\taro\Documents\Outlook ファイル\taro.pst)";
const QString documents = QStringLiteral("/Documents/Outlook ファイル/");
constexpr qint64 gigabyte = 1024LL * 1024 * 1024;

} // namespace

class TestOutlook : public QObject
{
    Q_OBJECT

private slots:
    void isNotFoundWhereItIsNot();
    void knowsItsVersionAndTheProfilesInUse_data();
    void knowsItsVersionAndTheProfilesInUse();
    void putsTheDefaultProfileFirst_data();
    void putsTheDefaultProfileFirst();
    void findsDataFiles();
    void saysWhatIsWrongWithADataFile_data();
    void saysWhatIsWrongWithADataFile();
    void knowsHowLargeADataFileMayBecome_data();
    void knowsHowLargeADataFileMayBecome();
    void looksIntoTheOutboxOnlyWhileItIsClosed();
    void knowsTheSizeOfAFileThatItMayNotOpen();
    void readsDataFilesWithoutARegistry();
    void leavesEverythingAsItWas();
    void findsTheProgramsOfWindows_data();
    void findsTheProgramsOfWindows();
};

void TestOutlook::isNotFoundWhereItIsNot()
{
    const QTemporaryDir home;
    for (const QByteArray &registry :
         {QByteArray(), OutlookExport().bytes(), OutlookExport().key(OutlookExport::newRoot).bytes()}) {
        const model::MailApp app = mailapps::readOutlook(places(home.path(), registry));
        QVERIFY(app.profiles.isEmpty());
        QVERIFY(app.version.isEmpty());
    }
}

void TestOutlook::knowsItsVersionAndTheProfilesInUse_data()
{
    QTest::addColumn<QByteArray>("registry");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("profiles"); // the default ones with a star
    const QByteArray office = OutlookExport::newRoot, old = OutlookExport::oldRoot;
    const QByteArray head = OutlookExport().bytes(),
                     clickToRun
        = "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Office\\ClickToRun\\Configuration]\n"
          "\"VersionToReport\"=\"16.0.17932.20114\"\n";
    const auto current = [](const char *number) {
        return QByteArray("[HKEY_CLASSES_ROOT\\Outlook.Application\\CurVer]\n@=\"Outlook.Application.")
            + number + "\"\n";
    };
    const auto key
        = [](const QByteArray &root, const QByteArray &name) { return '[' + root + '\\' + name + "]\n"; };
    const QByteArray office15 = QByteArray(office).replace("16.0", "15.0");
    QTest::newRow("16.0") << head + key(office, "A") << "16.0"
                          << "A*";
    QTest::newRow("with its build") << head + key(office, "A") + clickToRun << "16.0.17932.20114"
                                    << "A*";
    QTest::newRow("15.0 beside a newer Office") << head + key(office15, "A") + clickToRun << "15.0"
                                                << "A*";
    QTest::newRow("old, unknown which") << head + key(old, "A") << ""
                                        << "A*";
    QTest::newRow("2010") << head + key(old, "A") + current("14") << "14.0"
                          << "A*";
    QTest::newRow("2007") << head + key(old, "A") + current("12") << "12.0"
                          << "A*";
    QTest::newRow("upgraded") << head + key(old, "Old") + key(office, "New") << "16.0"
                              << "New* Old";
    QTest::newRow("upgraded, installed is known")
        << head + key(old, "Old") + key(office, "New") + current("16") << "16.0"
        << "New* Old";
    QTest::newRow("gone back to 2010")
        << head + key(old, "Old") + key(office, "New") + current("14") << "14.0"
        << "Old* New";
    QTest::newRow("gone back to 2013")
        << head + key(office15, "Old") + key(office, "New") + current("15") << "15.0"
        << "Old* New";
    QTest::newRow("installed, never opened") << head + current("16") << "16.0"
                                             << "";
    QTest::newRow("installed from a disc") << head
            + "[HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\Microsoft\\Office\\14.0\\Outlook\\InstallRoot]\n"
              "\"Path\"=\"C:\\\\Office14\\\\\"\n"
                                           << "14.0"
                                           << "";
    QTest::newRow("nonsense in CurVer") << head + current("x") << ""
                                        << "";
    QTest::newRow("Office without Outlook") << head + clickToRun << ""
                                            << "";
}

void TestOutlook::knowsItsVersionAndTheProfilesInUse()
{
    QFETCH(QByteArray, registry);
    const QTemporaryDir home;
    const model::MailApp app = mailapps::readOutlook(places(home.path(), registry));
    QTEST(app.version, "version");
    QStringList profiles;
    for (const model::AppProfile &profile : app.profiles)
        profiles.append(profile.name + (profile.isDefault ? QStringLiteral("*") : QString()));
    QTEST(profiles.join(u' '), "profiles");
}

void TestOutlook::putsTheDefaultProfileFirst_data()
{
    QTest::addColumn<QByteArray>("root");
    QTest::addColumn<QByteArray>("place"); // of the value DefaultProfile
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("profiles");
    const QByteArray office = OutlookExport::newRoot, old = OutlookExport::oldRoot;
    const QByteArray above = office.left(office.lastIndexOf('\\'));
    QTest::newRow("2016") << office << above << QByteArray("仕事") << "仕事* Outlook";
    QTest::newRow("other case") << office << above << QByteArray("OUTLOOK") << "Outlook* 仕事";
    QTest::newRow("old") << old << old << QByteArray("仕事") << "仕事* Outlook";
    QTest::newRow("one that is gone") << office << above << QByteArray("gone") << "Outlook 仕事";
    QTest::newRow("none") << office << above << QByteArray() << "Outlook 仕事";
}

void TestOutlook::putsTheDefaultProfileFirst()
{
    QFETCH(QByteArray, root);
    QFETCH(QByteArray, place);
    QFETCH(QByteArray, name);
    const QTemporaryDir home;
    OutlookExport made(root);
    made.key(root + "\\Outlook").key(root + "\\仕事").key(place).text("DefaultProfile", name);
    QStringList profiles;
    for (const model::AppProfile &profile : mailapps::readOutlook(places(home.path(), made.bytes())).profiles)
        profiles.append(profile.name + (profile.isDefault ? QStringLiteral("*") : QString()));
    QTEST(profiles.join(u' '), "profiles");
}

void TestOutlook::findsDataFiles()
{
    const QTemporaryDir home;
    const QByteArray file = pst(2);
    support::writeFile(home.path() + documents + QStringLiteral("taro.pst"), file);
    support::writeFile(home.path() + documents + QStringLiteral("archive.pst"), pst(7));
    support::writeFile(home.filePath(QStringLiteral("AppData/Local/Microsoft/Outlook/hana.ost")), file);
    support::writeFile(home.filePath(QStringLiteral("Mail/old.pst")), pst(1, false));
    OutlookExport made = withStore(inDocuments);
    const auto service = [&made](const char *id, const char *name, const QByteArray &path) {
        made.below(QByteArray("\\") + id).binary(name, OutlookExport::utf16(path));
    };
    service("0a0d02", "001f6700", inDocuments); // the same once more
    service("0a0d03", "001f6700", R"(C:\Users\taro\Mail\old.pst)");
    service("0a0d04", "001f6610", R"(%LOCALAPPDATA%\Microsoft\Outlook\hana.ost)");
    service("0a0d05", "001f6700", R"(\\nas\mail\far.pst)");
    service("0a0d06", "001f6700", R"(C:\Users\taro\Mail\gone.pst)");
    const model::MailApp app = mailapps::readOutlook(places(home.path(), made.bytes()));
    QCOMPARE(app.profiles.size(), 1);
    const model::AppProfile &profile = app.profiles.first();
    QStringList stores;
    for (const model::Store &store : profile.stores)
        stores.append(QStringLiteral("%1 %2").arg(store.path.section(u'/', -1)).arg(store.limit));
    QCOMPARE(
        stores,
        (QStringList{QStringLiteral("taro.pst 53687091200"), QStringLiteral("old.pst 2075149312"),
                     QStringLiteral("hana.ost 53687091200"), QStringLiteral("archive.pst 53687091200")}));
    QCOMPARE(profile.stores.first().bytes, file.size());
    QCOMPARE(wrong(profile),
             (QStringList{QStringLiteral("far.pst:outside"), QStringLiteral("gone.pst:missing")}));
    // From an archive nothing is sent.
    QCOMPARE(profile.outboxes.size(), 2);
    QCOMPARE(profile.outboxes[0].count, 2);
    QCOMPARE(profile.outboxes[1].count, 1);
    QCOMPARE(profile.outboxes[0].path, home.path() + documents + QStringLiteral("taro.pst"));
}

void TestOutlook::saysWhatIsWrongWithADataFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<qint64>("limit");
    QTest::newRow("empty") << QByteArray() << "taro.pst:half-written" << 0LL;
    QTest::newRow("half a header") << pst(1).left(300) << "taro.pst:half-written" << 0LL;
    QTest::newRow("zeros") << QByteArray(4096, '\0') << "taro.pst:malformed" << 0LL;
    QTest::newRow("cut behind the header") << pst(1).left(4096) << "taro.pst:malformed" << 50 * gigabyte;
}

void TestOutlook::saysWhatIsWrongWithADataFile()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir home;
    support::writeFile(home.path() + documents + QStringLiteral("taro.pst"), bytes);
    const model::MailApp app = mailapps::readOutlook(places(home.path(), withStore(inDocuments).bytes()));
    const model::AppProfile profile = app.profiles.value(0);
    QTEST(wrong(profile).join(u' '), "wrong");
    QCOMPARE(profile.stores.size(), 1);
    QCOMPARE(profile.stores.first().bytes, bytes.size());
    QTEST(profile.stores.first().limit, "limit");
}

void TestOutlook::knowsHowLargeADataFileMayBecome_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("version");
    QTest::addColumn<qint64>("unicode");
    QTest::addColumn<qint64>("ansi");
    const auto set = [](const char *policies, const char *version, const char *what, const char *number) {
        return QByteArray("[HKEY_CURRENT_USER\\Software\\") + policies + "Microsoft\\Office\\" + version
            + "\\Outlook\\PST]\n\"" + what + "\"=dword:" + number + "\n";
    };
    constexpr qint64 ansi = 0x7bb04400, large = 50 * gigabyte, megabyte = 1024 * 1024;
    const QByteArray own = set("", "16.0", "MaxLargeFileSize", "00000400");
    const QByteArray policy = set("Policies\\", "16.0", "MaxLargeFileSize", "00000200");
    QTest::newRow("as installed") << QByteArray() << "16.0" << large << ansi;
    QTest::newRow("2010") << QByteArray() << "14.0" << large << ansi;
    QTest::newRow("2007") << QByteArray() << "12.0" << 20 * gigabyte << ansi;
    QTest::newRow("2003") << QByteArray() << "11.0" << 20 * gigabyte << ansi;
    QTest::newRow("set") << own << "16.0" << 1024 * megabyte << ansi;
    QTest::newRow("by a policy") << own + policy << "16.0" << 512 * megabyte << ansi;
    QTest::newRow("of another version") << own << "15.0" << large << ansi;
    QTest::newRow("of an unknown old one")
        << set("", "12.0", "MaxLargeFileSize", "00000400") << "" << 1024 * megabyte << ansi;
    QTest::newRow("ANSI") << set("", "16.0", "MaxFileSize", "40000000") << "16.0" << large << gigabyte;
    QTest::newRow("ANSI, more than there can be")
        << set("", "16.0", "MaxFileSize", "ffffffff") << "16.0" << large << 2 * gigabyte - 1;
    QTest::newRow("zero") << set("", "16.0", "MaxLargeFileSize", "0") << "16.0" << large << ansi;
    QTest::newRow("largest") << set("", "16.0", "MaxLargeFileSize", "ffffffff") << "16.0"
                             << 0xffffffffLL * megabyte << ansi;
    QTest::newRow("text") << own.left(own.indexOf("dword")) + "\"x\"\n"
                          << "16.0" << large << ansi;
}

void TestOutlook::knowsHowLargeADataFileMayBecome()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, version);
    const mailapps::RegistryExport registry("REGEDIT4\n" + lines);
    QTEST(mailapps::outlook::limits(registry, version).unicode, "unicode");
    QTEST(mailapps::outlook::limits(registry, version).ansi, "ansi");
}

void TestOutlook::looksIntoTheOutboxOnlyWhileItIsClosed()
{
    const QTemporaryDir home;
    support::writeFile(home.path() + documents + QStringLiteral("taro.pst"), pst(3));
    mailapps::Places here = places(home.path(), withStore(inDocuments).bytes());
    here.runs = [](const QStringList &names) { return names.contains(QStringLiteral("olk.exe")); };
    const model::MailApp closed = mailapps::readOutlook(here);
    QVERIFY(!closed.running && !closed.profiles.first().running);
    QCOMPARE(closed.profiles.first().outboxes.value(0).count, 3);
    here.runs = [](const QStringList &names) { return names.contains(QStringLiteral("OUTLOOK.EXE")); };
    const model::MailApp app = mailapps::readOutlook(here);
    const model::AppProfile &open = app.profiles.first();
    QVERIFY(app.running && open.running);
    QCOMPARE(open.outboxes.size(), 1);
    QVERIFY(!open.outboxes.first().complete);
    QCOMPARE(open.outboxes.first().count, 0);
    QCOMPARE(open.stores.size(), 1);
    QVERIFY(!mailapps::readNewOutlook(here).running);
}

void TestOutlook::knowsTheSizeOfAFileThatItMayNotOpen()
{
    const QTemporaryDir home;
    const QString path = home.path() + documents + QStringLiteral("taro.pst");
    support::writeFile(path, pst(3));
    QFile file(path);
    QVERIFY(file.resize(3 * gigabyte));
    file.close();
#ifdef Q_OS_WIN // as Outlook holds it
    const HANDLE held = CreateFileW(QDir::toNativeSeparators(path).toStdWString().c_str(), GENERIC_READ, 0,
                                    nullptr, OPEN_EXISTING, 0, nullptr);
    const auto letGo = qScopeGuard([held] { CloseHandle(held); });
#else
    QVERIFY(file.setPermissions({}));
#endif
    if (file.open(QIODevice::ReadOnly))
        QSKIP("root may open everything");
    const model::MailApp app = mailapps::readOutlook(places(home.path(), withStore(inDocuments).bytes()));
    const model::AppProfile profile = app.profiles.value(0);
    QCOMPARE(wrong(profile), QStringList{QStringLiteral("taro.pst:permission")});
    QCOMPARE(profile.stores.value(0).bytes, 3 * gigabyte);
    QCOMPARE(profile.stores.value(0).limit, 50 * gigabyte);
    QCOMPARE(profile.outboxes.size(), 1);
    QVERIFY(!profile.outboxes.first().complete);
}

void TestOutlook::readsDataFilesWithoutARegistry()
{
    const QTemporaryDir home;
    support::writeFile(home.filePath(QStringLiteral("Documents/Outlook Files/Outlook.pst")), pst(2));
    support::writeFile(
        home.filePath(QStringLiteral("Local Settings/Application Data/Microsoft/Outlook/a.PST")),
        pst(1, false));
    const model::MailApp app = mailapps::readOutlook(places(home.path(), {}));
    QCOMPARE(app.profiles.size(), 1);
    const model::AppProfile &profile = app.profiles.first();
    QVERIFY(!profile.isDefault && profile.accounts.isEmpty());
    QCOMPARE(profile.stores.size(), 2);
    QCOMPARE(profile.outboxes.size(), 2);
    QCOMPARE(profile.outboxes[0].count + profile.outboxes[1].count, 3);
}

void TestOutlook::leavesEverythingAsItWas()
{
    const QTemporaryDir home;
    const QString path = home.path() + documents + QStringLiteral("taro.pst");
    const QByteArray before = pst(3);
    support::writeFile(path, before);
    const QDateTime changed = QFileInfo(path).lastModified();
    const QStringList files = QDir(QFileInfo(path).path()).entryList(QDir::AllEntries | QDir::Hidden);
    mailapps::readOutlook(places(home.path(), withStore(inDocuments).bytes()));
    QCOMPARE(support::readFile(path), before);
    QCOMPARE(QFileInfo(path).lastModified(), changed);
    QCOMPARE(QDir(QFileInfo(path).path()).entryList(QDir::AllEntries | QDir::Hidden), files);
}

void TestOutlook::findsTheProgramsOfWindows_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("found"); // ids; with a star where it was ever opened
    const QByteArray preferences
        = "[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook\\Preferences]\n";
    const QString package = QStringLiteral("Packages/Microsoft.OutlookForWindows_8wekyb3d8bbwe/x");
    QTest::newRow("nothing") << "Temp/x" << QByteArray() << "";
    QTest::newRow("switched on") << "Temp/x" << preferences + "\"UseNewOutlook\"=dword:1\n"
                                 << "outlook-new*";
    QTest::newRow("switched off") << "Temp/x" << preferences + "\"UseNewOutlook\"=dword:0\n"
                                  << "";
    QTest::newRow("switch of another kind") << "Temp/x" << preferences + "\"UseNewOutlook\"=\"1\"\n"
                                            << "";
    QTest::newRow("package") << package << QByteArray() << "outlook-new";
    QTest::newRow("package, switched on") << package << preferences + "\"UseNewOutlook\"=dword:1\n"
                                          << "outlook-new*";
    QTest::newRow("data alone") << "Microsoft/Olk/x" << QByteArray() << "";
    QTest::newRow("Mail of Windows 10") << "Packages/microsoft.windowscommunicationsapps_8wekyb3d8bbwe/x"
                                        << QByteArray() << "windows-10-mail*";
}

void TestOutlook::findsTheProgramsOfWindows()
{
    QFETCH(QString, folder);
    QFETCH(QByteArray, lines);
    const QTemporaryDir home;
    support::writeFile(home.filePath(QStringLiteral("AppData/Local/") + folder), "x");
    QStringList found;
    for (const model::MailApp &app : mailapps::readAll(places(home.path(), "REGEDIT4\n" + lines))) {
        QVERIFY(app.profiles.size() == 1 && app.profiles.first().accounts.isEmpty());
        found.append(app.id + (app.profiles.first().isDefault ? QStringLiteral("*") : QString()));
    }
    QTEST(found.join(u' '), "found");
}

QTEST_GUILESS_MAIN(TestOutlook)
#include "test_outlook.moc"
