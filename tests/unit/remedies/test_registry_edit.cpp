// Values of the registry under the promises of an edited file: as before or as intended, journaled, undone.
#include "remedies/registry_edit.h"

#include "mailapps/registry_export.h"
#include "support/killed.h"
#include "support/registry_file.h"
#include "support/safe_edit_run.h"

#include <QTest>

using model::EntryState;
using model::Outcome;
using model::Refusal;
using remedies::EditStep;
using remedies::Journal;
using remedies::RegistryData;
using remedies::RegistryEdit;

namespace {

const QString key = QStringLiteral("HKCU\\Software\\Microsoft\\Internet Account Manager\\Accounts\\00000001");
const QString smtp = QStringLiteral("SMTP Timeout");
const QString pop = QStringLiteral("POP3 Timeout");
const QString user = QStringLiteral("POP3 User Name");

class RegistryHome : public support::EditHome
{
public:
    RegistryHome()
    {
        const QByteArray start
            = remedies::registryFile({{key, smtp, RegistryData::number(60)},
                                      {key, user, RegistryData::text(QStringLiteral("taro"))},
                                      {key, QStringLiteral("SMTP Password2"), RegistryData{3, "secret"}}});
        support::writeFile(registry(), start);
        store = std::make_shared<support::RegistryFile>(registry());
    }

    QString registry() const { return path(QStringLiteral("user.reg")); }
    QString owner() const { return remedies::programOwner({QStringLiteral("no-such-mailer")}); }

    /// One value that stands there, and one that does not.
    QList<remedies::ValueEdit> edits() const
    {
        return {{key, smtp, owner(), RegistryData::number(600)},
                {key, pop, owner(), RegistryData::number(300)}};
    }

    Outcome run(Journal &journal, const remedies::EditObserver &observer = {}) const
    {
        return RegistryEdit(journal, QStringLiteral("test.registry"), observer).run(edits());
    }

    QString words(const QString &name) const
    {
        std::optional<RegistryData> data;
        const Outcome outcome = store->read(key, name, &data);
        return !outcome.ok() ? QStringLiteral("?") : data ? data->words() : QStringLiteral("-");
    }

    std::shared_ptr<support::RegistryFile> store;
};

} // namespace

class TestRegistryEdit : public QObject
{
    Q_OBJECT

private slots:
    void writesAnExportThatIsReadBack_data();
    void writesAnExportThatIsReadBack();
    void keepsAWordOfEveryValue_data();
    void keepsAWordOfEveryValue();
    void changesValuesAndPutsThemBack();
    void survivesAKillAfterEveryStep_data();
    void survivesAKillAfterEveryStep();
    void survivesAKillBetweenTwoValues();
    void refuses_data();
    void refuses();
    void rollsBackWhatTheSystemRefuses();
    void noticesAValueThatDidNotStay();
    void doesNotOverwriteLaterChanges();
    void doesNotTrustAJournalThatNamesAnotherHive();
    void hasNoKeysWhereThereIsNoRegistry();
};

void TestRegistryEdit::writesAnExportThatIsReadBack_data()
{
    QTest::addColumn<quint32>("type");
    QTest::addColumn<QByteArray>("bytes");
    const auto row
        = [](const char *name, const RegistryData &data) { QTest::newRow(name) << data.type << data.bytes; };
    row("number", RegistryData::number(0x3C));
    row("largest number", RegistryData::number(0xFFFFFFFF));
    row("text", RegistryData::text(QStringLiteral("taro")));
    row("quotes and strokes", RegistryData::text(QStringLiteral("C:\\\\a \"b\" \\")));
    row("Japanese", RegistryData::text(QStringLiteral("\u592A\u90CE\U00020BB7")));
    row("empty text", RegistryData::text({}));
    row("text of two lines", RegistryData::text(QStringLiteral("a\r\nb")));
    row("text without its end", {1, QByteArray("a\0b\0", 4)});
    row("text of half a letter", {1, QByteArray("a\0b", 3)});
    row("with a place to fill in", {2, QByteArray("%\0A\0%\0\0\0", 8)});
    row("bytes", {3, QByteArray("\x00\xFF\x80", 3)});
    row("no bytes", {3, {}});
    row("a number of three bytes", {4, QByteArray("\1\2\3", 3)});
}

void TestRegistryEdit::writesAnExportThatIsReadBack()
{
    QFETCH(quint32, type);
    QFETCH(QByteArray, bytes);
    for (const QString &name : {QStringLiteral("a \"b\" \\c"), QString()}) {
        const mailapps::RegistryExport read(remedies::registryFile({{key, name, RegistryData{type, bytes}}}));
        QVERIFY(read.isExport());
        QVERIFY(read.problems().isEmpty());
        const auto found = read.value(key, name);
        QVERIFY(found);
        QCOMPARE(found->bytes, bytes);
    }
}

void TestRegistryEdit::keepsAWordOfEveryValue_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<bool>("sound");
    QTest::newRow("none") << QByteArray() << true;
    QTest::newRow("number") << QByteArray("4:3c000000") << true;
    QTest::newRow("no bytes") << QByteArray("3:") << true;
    for (const char *word : {"3c000000", ":00", "x:00", "-1:00", "4:3", "4:zz", "4:3C000000", "4:00 "})
        QTest::newRow(word) << QByteArray(word) << false;
}

void TestRegistryEdit::keepsAWordOfEveryValue()
{
    QFETCH(QByteArray, word);
    std::optional<RegistryData> data;
    QTEST(remedies::decode(word, &data), "sound");
    if (data)
        QCOMPARE(remedies::encoded(data), word);
}

void TestRegistryEdit::changesValuesAndPutsThemBack()
{
    const RegistryHome home;
    const QByteArray before = support::readFile(home.registry());
    QString id;
    {
        Journal journal(home.journalFolder(), home.store);
        QList<int> steps;
        const Outcome outcome = home.run(journal, [&](EditStep step) { steps.append(int(step)); });
        QVERIFY2(outcome.ok(), qPrintable(outcome.file + outcome.detail));
        QCOMPARE(steps, QList<int>({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 8, 9, 10, 11, 12}));
        QCOMPARE(home.words(smtp), QStringLiteral("600"));
        QCOMPARE(home.words(pop), QStringLiteral("300"));
        QCOMPARE(home.words(user), QStringLiteral("taro"));
        QCOMPARE(home.run(journal).refusal, Refusal::NotApplicable); // all of it stands already
        id = outcome.entry;
    }
    Journal journal(home.journalFolder(), home.store);
    const auto entry = journal.entries().value(0);
    QCOMPARE(entry.changes.size(), 2);
    QCOMPARE(entry.changes.value(0).oldValue, QStringLiteral("60"));
    QCOMPARE(entry.changes.value(1).oldValue, QString());
    // The backup is what a person can double-click.
    const mailapps::RegistryExport backup(support::readFile(entry.backup));
    QCOMPARE(backup.number(key, smtp), std::optional<quint32>(60));
    QVERIFY(support::readFile(entry.backup).contains(QByteArray("=\0-\0", 4))); // takes the new one away
    QVERIFY(
        !QString::fromUtf16(reinterpret_cast<const char16_t *>(support::readFile(entry.backup).constData()))
             .contains(QStringLiteral("Password")));
#ifdef Q_OS_UNIX // elsewhere closed by the folder it lies in
    QCOMPARE(QFileInfo(entry.backup).permissions() & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
#endif

    QVERIFY(journal.undo(id).ok());
    QCOMPARE(support::readFile(home.registry()), before);
    QCOMPARE(journal.undo(id).refusal, Refusal::NotApplicable);
}

void TestRegistryEdit::survivesAKillAfterEveryStep_data()
{
    QTest::addColumn<int>("step");
    for (int step = 1; step <= 12; ++step)
        QTest::addRow("E%d", step) << step;
}

void TestRegistryEdit::survivesAKillAfterEveryStep()
{
    QFETCH(int, step);
    const RegistryHome home;
    const QByteArray before = support::readFile(home.registry());
    int last = 0; // the second value is the one that a station after E8 is about
    QVERIFY(support::killedWhile([&] {
        Journal journal(home.journalFolder(), home.store);
        home.run(journal, [&](EditStep now) {
            const bool twice = now >= EditStep::Rechecked && now <= EditStep::ReadBack;
            if (int(now) == step && (!twice || last++ == 1))
                support::killMe();
        });
    }));
    const bool changed = step >= int(EditStep::Replaced);
    Journal journal(home.journalFolder(), home.store);
    const auto settled = journal.recover();
    QCOMPARE(settled.size(), step >= int(EditStep::Intended) && step < int(EditStep::Recorded) ? 1 : 0);
    for (const auto &entry : settled)
        QCOMPARE(entry.state, changed ? EntryState::Done : EntryState::RolledBack);
    QCOMPARE(home.words(smtp), changed ? QStringLiteral("600") : QStringLiteral("60"));
    if (changed)
        QVERIFY(journal.undo(journal.entries().value(0).id).ok());
    QCOMPARE(support::readFile(home.registry()), before);
}

void TestRegistryEdit::survivesAKillBetweenTwoValues()
{
    const RegistryHome home;
    const QByteArray before = support::readFile(home.registry());
    QVERIFY(support::killedWhile([&] {
        Journal journal(home.journalFolder(), home.store);
        home.run(journal, [](EditStep now) {
            if (now == EditStep::ReadBack)
                support::killMe();
        });
    }));
    QCOMPARE(home.words(smtp), QStringLiteral("600"));
    Journal journal(home.journalFolder(), home.store);
    QCOMPARE(journal.recover().value(0).state, EntryState::RolledBack);
    QCOMPARE(support::readFile(home.registry()), before);
}

void TestRegistryEdit::refuses_data()
{
    QTest::addColumn<QString>("in");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("owner");
    QTest::addColumn<Refusal>("refusal");
    const QString nobody = remedies::programOwner({QStringLiteral("no-such-mailer")});
    QTest::newRow("no such key") << key + QStringLiteral("9") << smtp << nobody << Refusal::NotFound;
    QTest::newRow("the machine's part")
        << QStringLiteral("HKLM\\Software\\x") << smtp << nobody << Refusal::NotApplicable;
    QTest::newRow("no hive") << QStringLiteral("HKCU") << smtp << nobody << Refusal::NotApplicable;
    QTest::newRow("a password") << key << QStringLiteral("SMTP Password2") << nobody
                                << Refusal::NotApplicable;
    QTest::newRow("a password of Becky!")
        << key << QStringLiteral("PASSWD") << nobody << Refusal::NotApplicable;
    QTest::newRow("an owner nobody knows") << key << smtp << QStringLiteral("x:y") << Refusal::ProgramRunning;
}

void TestRegistryEdit::refuses()
{
    QFETCH(QString, in);
    QFETCH(QString, name);
    QFETCH(QString, owner);
    const RegistryHome home;
    const QByteArray before = support::readFile(home.registry());
    Journal journal(home.journalFolder(), home.store);
    QTEST(RegistryEdit(journal, QStringLiteral("test.registry"))
              .run({{in, name, owner, RegistryData::number(1)}})
              .refusal,
          "refusal");
    QCOMPARE(support::readFile(home.registry()), before);
    QVERIFY(journal.entries().isEmpty());
    const Journal second(home.journalFolder(), home.store);
    QVERIFY(!second.writable());
}

void TestRegistryEdit::rollsBackWhatTheSystemRefuses()
{
    const RegistryHome home;
    const QByteArray before = support::readFile(home.registry());
    int writes = 0;
    home.store->beforeWriting = [&writes] { return ++writes == 2 ? Refusal::NotWritable : Refusal::None; };
    Journal journal(home.journalFolder(), home.store);
    QCOMPARE(home.run(journal).refusal, Refusal::NotWritable);
    QCOMPARE(support::readFile(home.registry()), before);
    QCOMPARE(journal.entries().value(0).state, EntryState::RolledBack);
}

void TestRegistryEdit::noticesAValueThatDidNotStay()
{
    const RegistryHome home;
    home.store->instead = RegistryData::number(61);
    Journal journal(home.journalFolder(), home.store);
    QCOMPARE(home.run(journal).refusal, Refusal::ChangedMeanwhile);
    QCOMPARE(journal.entries().value(0).state, EntryState::Conflict);
    QCOMPARE(home.words(pop), QStringLiteral("-"));
}

void TestRegistryEdit::doesNotOverwriteLaterChanges()
{
    const RegistryHome home;
    Journal journal(home.journalFolder(), home.store);
    const Outcome made = home.run(journal);
    QVERIFY(home.store->write(key, smtp, RegistryData::number(90)).ok());
    QCOMPARE(journal.undo(made.entry).refusal, Refusal::ChangedMeanwhile);
    QCOMPARE(home.words(smtp), QStringLiteral("90"));
    QCOMPARE(home.words(pop), QStringLiteral("300")); // none of it, if not all of it
    QVERIFY(home.store->write(key, smtp, RegistryData::number(600)).ok());
    QVERIFY(journal.undo(made.entry).ok());
    QCOMPARE(home.words(smtp), QStringLiteral("60"));
    QCOMPARE(home.words(pop), QStringLiteral("-"));
}

void TestRegistryEdit::doesNotTrustAJournalThatNamesAnotherHive()
{
    const RegistryHome home;
    {
        Journal journal(home.journalFolder(), home.store);
        QVERIFY(home.run(journal).ok());
    }
    const QString file = home.journalFolder() + QStringLiteral("/journal.jsonl");
    support::writeFile(file, support::readFile(file).replace("HKCU", "HKLM"));
    const Journal journal(home.journalFolder(), home.store);
    QVERIFY(journal.entries().isEmpty());
}

void TestRegistryEdit::hasNoKeysWhereThereIsNoRegistry()
{
#ifndef Q_OS_WIN
    const RegistryHome home;
    Journal journal(home.journalFolder());
    QCOMPARE(home.run(journal).refusal, Refusal::NotFound);
    QCOMPARE(remedies::machineRegistryStore()->write(key, smtp, RegistryData::number(1)).refusal,
             Refusal::NotFound);
    QCOMPARE(remedies::machineRegistryStore()->remove(key, smtp).refusal, Refusal::NotFound);
#endif
}

QTEST_GUILESS_MAIN(TestRegistryEdit)
#include "test_registry_edit.moc"
