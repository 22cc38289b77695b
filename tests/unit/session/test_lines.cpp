// The live list tells the truth: nothing is fine that was not seen, and the count never runs ahead.
#include "session/lines.h"

#include <QtTest>

using model::Failure;
using model::Protocol;
using model::Security;
using model::Step;
using session::Line;

namespace {

model::Endpoint door(Protocol protocol, quint16 port)
{
    return {QStringLiteral("mail.example.test"), port, protocol, Security::Tls};
}

model::Fact fact(Step step, Failure failure, const model::Endpoint &endpoint = door(Protocol::Imap, 993))
{
    model::Fact made;
    made.step = step;
    made.failure = failure;
    made.endpoint = endpoint;
    return made;
}

Line line(const QList<Line> &lines, const QString &id)
{
    for (const Line &one : lines)
        if (one.id == id)
            return one;
    return {};
}

} // namespace

Q_DECLARE_METATYPE(QList<model::Fact>)
Q_DECLARE_METATYPE(session::Line::State)

class LinesTest : public QObject
{
    Q_OBJECT
private slots:
    void hasTheSameLinesInTheSameOrderAlways()
    {
        QStringList ids;
        for (const Line &one : session::linesOf({}, {})) {
            ids.append(one.id);
            QVERIFY(one.state == Line::State::Waiting);
        }
        QCOMPARE(ids.join(u' '), QStringLiteral("link apps name receive send encryption login mailbox"));
    }
    void judgesWhatWasSeen_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QList<model::Fact>>("facts");
        QTest::addColumn<Line::State>("state");
        const auto other = door(Protocol::Pop3, 995);
        QTest::newRow("greeting heard")
            << "receive" << QList{fact(Step::Greeting, Failure::None)} << Line::State::Fine;
        QTest::newRow("only connected")
            << "receive" << QList{fact(Step::Connect, Failure::None)} << Line::State::Skipped;
        QTest::newRow("refused") << "receive" << QList{fact(Step::Connect, Failure::Refused)}
                                 << Line::State::Bad;
        QTest::newRow("one address of two")
            << "receive"
            << QList{fact(Step::Connect, Failure::Unreachable), fact(Step::Greeting, Failure::None)}
            << Line::State::Attention;
        QTest::newRow("one door of two")
            << "receive"
            << QList{fact(Step::Greeting, Failure::None), fact(Step::Connect, Failure::Refused, other)}
            << Line::State::Attention;
        QTest::newRow("receiving says nothing about sending")
            << "send" << QList{fact(Step::Greeting, Failure::None)} << Line::State::Skipped;
        QTest::newRow("certificate") << "encryption"
                                     << QList{fact(Step::Secure, Failure::CertificateRejected)}
                                     << Line::State::Bad;
        QTest::newRow("password refused")
            << "login" << QList{fact(Step::Login, Failure::LoginRefused)} << Line::State::Bad;
        QTest::newRow("log-in not tried")
            << "login" << QList{fact(Step::Login, Failure::NotTried)} << Line::State::Skipped;
        QTest::newRow("name unknown")
            << "name" << QList{fact(Step::Resolve, Failure::NameUnknown)} << Line::State::Bad;
        QTest::newRow("no network") << "link" << QList{fact(Step::Link, Failure::NoNetwork)}
                                    << Line::State::Bad;
    }
    void judgesWhatWasSeen()
    {
        QFETCH(QString, id);
        QFETCH(QList<model::Fact>, facts);
        model::Case visit;
        for (const model::Fact &one : facts)
            visit.add(one);
        QTEST(line(session::linesOf(visit, {}), id).state, "state");
    }
    void aDoorThatNobodyUsesMayBeClosed()
    {
        model::Case visit;
        model::Provider provider;
        provider.incoming = {{door(Protocol::Imap, 993), {}, true}};
        visit.provider = provider;
        visit.add(fact(Step::Greeting, Failure::None));
        visit.add(fact(Step::Connect, Failure::Refused, door(Protocol::Pop3, 110)));
        QVERIFY(line(session::linesOf(visit, {}), QStringLiteral("receive")).state == Line::State::Fine);
    }
    void countsOnlyAnswersAsDone()
    {
        session::Progress progress;
        progress.looking = true;
        progress.asked = {{QStringLiteral("look"), door(Protocol::Imap, 993), true},
                          {QStringLiteral("look"), door(Protocol::Pop3, 995), false},
                          {QStringLiteral("look"), door(Protocol::Smtp, 465), false},
                          {QStringLiteral("submit"), door(Protocol::Smtp, 465), false}};
        const QList<Line> lines = session::linesOf({}, progress);
        const Line receive = line(lines, QStringLiteral("receive"));
        QCOMPARE(receive.done, 1);
        QCOMPARE(receive.total, 2);
        QVERIFY(receive.state == Line::State::Running);
        QCOMPARE(line(lines, QStringLiteral("send")).total, 1);
        QCOMPARE(line(lines, QStringLiteral("encryption")).total, 3);
        for (const Line &one : lines)
            QVERIFY(one.done <= one.total);
    }
    void aMailProgramThatIsOfflineIsNoted()
    {
        model::Case visit;
        visit.appsRead = true;
        model::MailApp app;
        app.id = QStringLiteral("thunderbird");
        app.profiles.append(model::AppProfile());
        visit.apps = {app};
        QVERIFY(line(session::linesOf(visit, {}), QStringLiteral("apps")).state == Line::State::Fine);
        visit.apps[0].profiles[0].offline = true;
        QVERIFY(line(session::linesOf(visit, {}), QStringLiteral("apps")).state == Line::State::Attention);
        visit.apps.clear();
        QVERIFY(line(session::linesOf(visit, {}), QStringLiteral("apps")).state == Line::State::Skipped);
    }
};

QTEST_GUILESS_MAIN(LinesTest)
#include "test_lines.moc"
