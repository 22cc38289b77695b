// from the password to the one message that bars the way, and a copy of it.
#include "support/loop.h"
#include "support/skips.h"
#include "wizard/screens/catalogue.h"
#include "wizard/shell/brand.h"
#include "wizard/shell/window.h"
#include "wizard/widgets/paragraph.h"

#include <QAbstractButton>
#include <QFile>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace wizard;

namespace {

session::Options practice(const QString &fault)
{
    session::Options options;
    options.practice = true;
    options.practiceFaults = QStringList{fault};
    options.timeoutScale = 0.2;
    return options;
}

QString at(shell::Window &window)
{
    return window.navigation().current();
}

bool says(shell::Window &window, const QString &words)
{
    const auto paragraphs = window.screen()->findChildren<widgets::Paragraph *>();
    return std::any_of(paragraphs.begin(), paragraphs.end(), [&words](const widgets::Paragraph *paragraph) {
        return paragraph->text().contains(words);
    });
}

/// Password in, and on to the look into the mailbox.
void walkIn(shell::Visit &visit, shell::Window &window)
{
    visit.language().set(QStringLiteral("en"));
    window.begin(QStringLiteral("A-3"));
    QVERIFY(support::until([&] { return window.screen()->isQuiet(); }));
    visit.symptom = QStringLiteral("cannot-receive");
    visit.diagnosis().setSymptom(visit.symptom);
    window.navigation().jump(QStringLiteral("R-3"));
    window.screen()->findChild<QLineEdit *>()->setText(visit.diagnosis().practicePassword());
    window.screen()->goNext();
    QVERIFY(support::until([&] { return window.screen()->isQuiet(); }));
    window.screen()->goNext();
    QCOMPARE(at(window), QStringLiteral("R-4"));
    QVERIFY(support::until([&] { return window.screen()->isQuiet(); }));
}

} // namespace

class MailboxScreens : public QObject
{
    Q_OBJECT
private slots:
    void leadToTheMessageThatBarsTheWay();
    void sayThatNothingBarsTheWay();
    void canBeOpenedWithoutAPassword();
};

void MailboxScreens::leadToTheMessageThatBarsTheWay()
{
    SKIP_WHERE_NO_TLS_SERVER();
    shell::Visit visit(practice(QStringLiteral("poison-message")));
    shell::Window window(visit, screens::catalogue(), shell::brandNamed(QStringLiteral("todoku")));
    walkIn(visit, window);
    window.screen()->goNext();
    QCOMPARE(at(window), QStringLiteral("R-5"));
    const auto blocker = visit.diagnosis().mailbox().blocker;
    QVERIFY(blocker);
    QVERIFY(says(window, blocker->message.subject));
    QVERIFY(says(window, QStringLiteral("No mail is lost.")));

    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("copy.eml"));
    bool told = false;
    connect(&visit.diagnosis(), &session::Diagnosis::rescued, this, [&told] { told = true; });
    visit.diagnosis().rescue(copy);
    QVERIFY(support::until([&told] { return told; }));
    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("From: "));
    window.screen()->goNext();
    QCOMPARE(at(window), QStringLiteral("Z-1"));
}

void MailboxScreens::sayThatNothingBarsTheWay()
{
    SKIP_WHERE_NO_TLS_SERVER();
    shell::Visit visit(practice(QStringLiteral("left-on-server")));
    shell::Window window(visit, screens::catalogue(), shell::brandNamed(QStringLiteral("todoku")));
    walkIn(visit, window);
    QVERIFY(says(window, QStringLiteral("No trouble")));
    window.screen()->goNext();
    QCOMPARE(at(window), QStringLiteral("Z-1"));
}

void MailboxScreens::canBeOpenedWithoutAPassword()
{
    shell::Visit visit(practice(QStringLiteral("poison-message")));
    visit.language().set(QStringLiteral("en"));
    shell::Window window(visit, screens::catalogue(), shell::brandNamed(QStringLiteral("todoku")));
    for (const char *id : {"R-4", "R-5"}) {
        window.begin(QLatin1String(id));
        QVERIFY(support::until([&] { return window.screen()->isQuiet(); }));
        QVERIFY(says(window, QStringLiteral("could not be looked into"))
                || says(window, QStringLiteral("No message is in the way")));
    }
}

QTEST_MAIN(MailboxScreens)
#include "test_mailbox_screens.moc"
