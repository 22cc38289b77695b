// That a program is told to be running while it does, through all readers at once.
#include "mailapps/reader.h"

#include "support/windows_home.h"

#include <QTest>

class TestRunningPrograms : public QObject
{
    Q_OBJECT

private slots:
    void seesThatAProgramRuns_data();
    void seesThatAProgramRuns();
};

void TestRunningPrograms::seesThatAProgramRuns_data()
{
    QTest::addColumn<QString>("executable");
    QTest::addColumn<QString>("id");
    QTest::newRow("Live Mail") << QStringLiteral("wlmail.exe") << QStringLiteral("windows-live-mail");
    QTest::newRow("Windows Mail") << QStringLiteral("WinMail.exe") << QStringLiteral("windows-mail");
    QTest::newRow("Outlook Express") << QStringLiteral("msimn.exe") << QStringLiteral("outlook-express");
}

void TestRunningPrograms::seesThatAProgramRuns()
{
    QFETCH(QString, executable);
    QFETCH(QString, id);
    const support::WindowsHome home;
    home.setRegistry(QStringLiteral("[HKCU\\Software\\Microsoft\\Internet Account Manager\\Accounts\\1]\n"
                                    "\"POP3 Server\"=\"pop.example\"\n"));
    for (const char *program : {"Windows Live Mail", "Windows Mail"})
        home.write(QStringLiteral("AppData/Local/Microsoft/%1/a/account{1}.oeaccount")
                       .arg(QString::fromLatin1(program)),
                   support::accountFile(support::popAccount));
    const auto running = [&](const QString &started) {
        mailapps::Places here = home.places();
        here.runs = [&](const QStringList &names) { return names.contains(started, Qt::CaseInsensitive); };
        QStringList found;
        for (const model::MailApp &app : mailapps::readAll(here))
            if (app.running && app.profiles.first().running)
                found.append(app.id);
        return found;
    };
    QCOMPARE(running(QStringLiteral("mail.exe")), QStringList());
    QCOMPARE(running(executable), QStringList{id});
}

QTEST_APPLESS_MAIN(TestRunningPrograms)

#include "test_running_programs.moc"
