// Only on Unix: the home of the tests of the engine.
// Of any prefs.js that Thunderbird reads: after an edit only the intended value differs, it reads back, and
// undo gives the file as it was. TODOKU_FILES: how many; TODOKU_SEED: from which on.
#include "mailapps/prefs_js.h"
#include "remedies/settings_format.h"
#include "support/prefs_writer.h"
#include "support/safe_edit_run.h"

#include <QElapsedTimer>
#include <QTest>
#include <algorithm>

using mailapps::Prefs;
using support::PrefsWriter;

namespace {

int number(const char *name, int otherwise)
{
    bool given = false;
    const int found = qEnvironmentVariableIntValue(name, &given);
    return given ? found : otherwise;
}

/// Empty if all holds for the file alone.
QString wrongWith(const PrefsWriter::Made &made)
{
    const Prefs prefs(made.file);
    if (made.broken)
        return prefs.problems().isEmpty() ? QStringLiteral("a broken line was not seen") : QString();
    if (!prefs.problems().isEmpty())
        return QStringLiteral("line %1: %2")
            .arg(prefs.problems().first().line)
            .arg(prefs.problems().first().why);
    if (prefs.contains(PrefsWriter::name()) == made.old.isEmpty())
        return QStringLiteral("the setting was not seen, or seen where it is not");
    const QByteArray edited = prefs.withNumber(PrefsWriter::name(), 600);
    if (edited != made.edited)
        return QStringLiteral("edited differently");
    if (Prefs(edited).number(PrefsWriter::name()) != 600 || !Prefs(edited).problems().isEmpty())
        return QStringLiteral("does not read back");
    // Our key alone taken back gives the file, too, but for a line break at its end that was not there.
    const auto *format = remedies::formatOf(QStringLiteral("prefs.js"));
    const auto back = format->withKeyFrom(edited, made.file, QString::fromLatin1(PrefsWriter::name()));
    if (!back || (*back != made.file && back->trimmed() != made.file.trimmed()))
        return QStringLiteral("its key alone does not go back");
    return {};
}

} // namespace

class TestPrefsProperty : public QObject
{
    Q_OBJECT

private slots:
    void changesTheIntendedValueAlone();
    void changesItOnTheDiskAndBack();
};

void TestPrefsProperty::changesTheIntendedValueAlone()
{
    const int files = number("TODOKU_FILES", 100'000), first = number("TODOKU_SEED", 1);
    int broken = 0, added = 0;
    QElapsedTimer clock;
    clock.start();
    for (int seed = first; seed < first + files; ++seed) {
        const PrefsWriter::Made made = PrefsWriter(quint32(seed)).make();
        const QString wrong = wrongWith(made);
        QVERIFY2(wrong.isEmpty(),
                 qPrintable(QStringLiteral("TODOKU_SEED=%1 TODOKU_FILES=1: %2\n").arg(seed).arg(wrong)
                            + QString::fromUtf8(made.file)));
        broken += made.broken;
        added += made.old.isEmpty();
    }
    qInfo("%d files in %lld ms, seeds from %d: %d with the setting added, %d broken and left alone", files,
          clock.elapsed(), first, added, broken);
}

/// The same through the whole engine, with backup, journal and undo: fewer, for a disk takes its time.
void TestPrefsProperty::changesItOnTheDiskAndBack()
{
    const int files = std::min(number("TODOKU_FILES", 100), 1000), first = number("TODOKU_SEED", 1);
    const support::EditHome home;
    remedies::Journal journal(home.journalFolder());
    for (int seed = first; seed < first + files; ++seed) {
        const PrefsWriter::Made made = PrefsWriter(quint32(seed)).make();
        support::writeFile(home.prefs(), made.file);
        const remedies::Edit edit{home.prefs(), remedies::thunderbirdOwner(home.profile()),
                                  [](const QByteArray &bytes) {
                                      remedies::Patch patch;
                                      const Prefs prefs(bytes);
                                      patch.bytes = prefs.withNumber(PrefsWriter::name(), 600);
                                      if (!prefs.problems().isEmpty())
                                          patch.refusal = model::Refusal::Unreadable;
                                      return patch;
                                  }};
        const model::Outcome outcome = remedies::SafeEdit(journal, QStringLiteral("test.edit")).run({edit});
        QCOMPARE(outcome.ok(), !made.broken);
        QCOMPARE(support::readFile(home.prefs()), made.broken ? made.file : made.edited);
        if (outcome.ok())
            QVERIFY(journal.undo(outcome.entry).ok());
        QCOMPARE(support::readFile(home.prefs()), made.file);
    }
    QVERIFY(home.strays().isEmpty());
}

QTEST_GUILESS_MAIN(TestPrefsProperty)
#include "test_prefs_property.moc"
