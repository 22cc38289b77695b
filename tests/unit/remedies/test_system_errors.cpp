// Only on Unix: strace.
// The system refuses one call, each in turn: writing, syncing, renaming, … What stands on the disk is what
// stood there or what was meant. Runs itself under strace, which makes the calls fail. TODOKU_ALL_CALLS=1:
// every call of every kind of change; else those that write, of one kind.
#include "support/edit_subject.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using model::Outcome;
using support::EditSubject;
using Kind = support::EditSubject::Kind;

namespace {

/// A call that does nothing and shows in the log of strace where the change begins and ends.
void mark()
{
    const auto nothing = ::write(-1, "mark", 4);
    Q_UNUSED(nothing);
}

enum Verdict
{
    Refused,
    Made,
    Torn,
    Lost,
    Stray,
    NotUndone
};

/// What is run under strace. `undo`: it is the undo that is disturbed.
int work(Kind kind, bool undo)
{
    const EditSubject subject(kind);
    Outcome outcome;
    {
        auto journal = subject.journal();
        if (!undo)
            mark();
        outcome = subject.run(*journal);
        if (!undo)
            mark();
        if (undo) {
            mark();
            outcome = journal->undo(outcome.entry);
            mark();
        }
    }
    if (!subject.isWhole())
        return Torn;
    const auto journal = subject.journal();
    journal->recover();
    if (!subject.isWhole() || (!subject.isBefore() && !subject.isAfter()))
        return Lost;
    if (outcome.ok() && subject.isBefore() != undo)
        return Lost;
    if (!subject.strays(*journal).isEmpty())
        return Stray;
    if (!subject.isBefore() && !journal->undo(journal->entries().last().id).ok())
        return NotUndone;
    return !subject.isBefore() ? NotUndone : outcome.ok() ? Made : Refused;
}

/// `inject` as strace takes it; returns how the process ended, and its log in `log`.
int traced(Kind kind, bool undo, const QStringList &options, QByteArray *log)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("log"));
    QProcess strace;
    strace.setStandardOutputFile(QProcess::nullDevice());
    strace.setStandardErrorFile(QProcess::nullDevice());
    strace.start(QStringLiteral("strace"),
                 QStringList{QStringLiteral("-o"), file} + options
                     + QStringList{QCoreApplication::applicationFilePath(), QStringLiteral("--work"),
                                   QString::number(int(kind)), QString::number(undo)});
    const bool ended = strace.waitForFinished(60'000) && strace.exitStatus() == QProcess::NormalExit;
    *log = support::readFile(file);
    return ended ? strace.exitCode() : -1;
}

} // namespace

class TestSystemErrors : public QObject
{
    Q_OBJECT

private slots:
    void leaveAllWhole_data();
    void leaveAllWhole();
};

void TestSystemErrors::leaveAllWhole_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("undo");
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("error");
    const bool all = qEnvironmentVariableIsSet("TODOKU_ALL_CALLS");
    const QList<QPair<const char *, QList<const char *>>> calls{{"write", {"ENOSPC", "EIO", "EINTR"}},
                                                                {"fsync", {"EIO", "ENOSPC", "EINTR"}},
                                                                {"rename", {"EIO", "EACCES", "ENOSPC"}},
                                                                {"openat", {"EMFILE", "EACCES", "EINTR"}},
                                                                {"link", {"EIO", "EPERM"}},
                                                                {"renameat2", {"EIO", "EINVAL"}},
                                                                {"unlink", {"EIO", "EACCES"}},
                                                                {"fchmod", {"EPERM"}},
                                                                {"fchown", {"EIO"}},
                                                                {"mkdir", {"ENOSPC"}},
                                                                {"close", {"EIO", "EINTR"}},
                                                                {"read", {"EIO", "EINTR"}}};
    for (const Kind kind : EditSubject::kinds)
        for (const bool undo : {false, true})
            for (const auto &[call, errors] : calls)
                for (const char *error : errors)
                    if (all
                        || (kind == Kind::MhFolder && calls.indexOf({call, errors}) < 3
                            && errors[0] == error))
                        QTest::addRow("%s%s, %s: %s", qPrintable(EditSubject::name(kind)),
                                      undo ? " undone" : "", call, error)
                            << kind << undo << QString::fromLatin1(call) << QString::fromLatin1(error);
}

void TestSystemErrors::leaveAllWhole()
{
    QFETCH(Kind, kind);
    QFETCH(bool, undo);
    QFETCH(QString, call);
    QFETCH(QString, error);
#ifdef __SANITIZE_ADDRESS__
    QSKIP("the sanitizer cannot be traced");
#endif
    QByteArray log;
    if (QStandardPaths::findExecutable(QStringLiteral("strace")).isEmpty()
        || traced(kind, undo, {QStringLiteral("-e"), QStringLiteral("trace=write,") + call}, &log) != Made)
        QSKIP("strace cannot be used here");
    // Which of the calls of this name lie between the marks.
    const bool counted = call == u"write"; // the marks are calls of this name, too
    int seen = 0, first = 0, last = 0, marks = 0;
    for (const QByteArray &line : log.split('\n')) {
        seen += line.startsWith(call.toLatin1() + '(');
        if (!line.startsWith("write(-1, \"mark\""))
            continue;
        ++marks;
        (marks == 1 ? first : last) = marks == 1 ? seen + 1 : seen - counted;
    }
    QCOMPARE(marks, 2);
    if (last < first)
        return; // this change makes no such call
    int refused = 0, made = 0;
    for (int nth = first; nth <= last; ++nth) {
        const int verdict
            = traced(kind, undo,
                     {QStringLiteral("-e"), QStringLiteral("trace=write,") + call, QStringLiteral("-e"),
                      QStringLiteral("inject=%1:error=%2:when=%3").arg(call, error).arg(nth)},
                     &log);
        QVERIFY2(log.contains("INJECTED"), qPrintable(QString::number(nth)));
        QVERIFY2(verdict == Refused || verdict == Made,
                 qPrintable(QStringLiteral("%1 number %2: %3").arg(call).arg(nth).arg(verdict)));
        ++(verdict == Made ? made : refused);
    }
    qInfo("%s of %d calls failed: %d made all the same, %d refused; nothing torn, lost or left behind",
          qPrintable(call + u' ' + error), last - first + 1, made, refused);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 4 && QByteArray(argv[1]) == "--work")
        return work(Kind(QByteArray(argv[2]).toInt()), QByteArray(argv[3]).toInt() != 0);
    TestSystemErrors test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_system_errors.moc"
