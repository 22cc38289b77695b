#include "wizard/widgets/guide_steps.h"
#include "wizard/widgets/step_picture.h"
#include "wizard/widgets/step_track.h"
#include "wizard/widgets/wait_clock.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace wizard::widgets;

class TestGuideSteps : public QObject
{
    Q_OBJECT
    /// Four steps: the second waits, the third is watched.
    static QList<StepView> four(const QString &words = QStringLiteral("do"))
    {
        QList<StepView> steps;
        for (int i = 0; i < 4; ++i) {
            StepView step;
            step.id = QString::number(i);
            step.text = words + QString::number(i);
            step.look = i == 3 ? QString() : QStringLiteral("else");
            step.picture = QStringLiteral(":/guides/pictures/tea.svg");
            step.waitMinutes = i == 1 ? 5 : 0;
            step.watched = i == 2;
            steps += step;
        }
        return steps;
    }
    static QAbstractButton *primary(GuideSteps &guide)
    {
        for (auto *button : guide.findChildren<QAbstractButton *>()) {
            if (button->property("role") == QStringLiteral("primary"))
                return button;
        }
        return nullptr;
    }

private slots:
    void goesOneStepAtATimeAndEnds()
    {
        GuideSteps guide;
        guide.setSteps(four());
        QSignalSpy moved(&guide, &GuideSteps::stepChanged), ended(&guide, &GuideSteps::finished);
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(guide.current(), i);
            primary(guide)->click();
        }
        QCOMPARE(moved.size(), 3);
        QCOMPARE(ended.size(), 1);
        QVERIFY(guide.isDone(3));
    }
    void keepsTheOrder()
    {
        GuideSteps guide;
        guide.setSteps(four());
        QVERIFY(!guide.setCurrent(1));
        QVERIFY(!guide.setCurrent(-1) && !guide.setCurrent(4));
        guide.done();
        guide.done();
        QVERIFY(guide.setCurrent(0));
        QVERIFY(guide.isDone(1)); // looking back takes no tick away
        QVERIFY(guide.setCurrent(2));
        QVERIFY(!guide.setCurrent(3));
    }
    void theFirstStepHasNoWayBack()
    {
        GuideSteps guide;
        guide.setSteps(four());
        guide.back();
        QCOMPARE(guide.current(), 0);
        guide.done();
        guide.back();
        QCOMPARE(guide.current(), 0);
    }
    void withoutStepsNothingHappens()
    {
        GuideSteps guide;
        QSignalSpy ended(&guide, &GuideSteps::finished);
        guide.done();
        guide.back();
        guide.setWatchState(0, true);
        QCOMPARE(guide.current(), -1);
        QVERIFY(!guide.isDone(0) && !guide.isSeen(0));
        QVERIFY(ended.isEmpty());
    }

    void whatIsSeenTicksAllBeforeIt()
    {
        GuideSteps guide;
        guide.setSteps(four());
        QSignalSpy ended(&guide, &GuideSteps::finished);
        guide.setWatchState(2, true);
        QVERIFY(guide.isDone(0) && guide.isDone(1) && guide.isDone(2) && !guide.isDone(3));
        QCOMPARE(guide.current(), 2);
        QVERIFY(ended.isEmpty()); // the person goes on, not the program
    }
    void whatIsNoLongerSeenIsTakenBack()
    {
        GuideSteps guide;
        guide.setSteps(four());
        guide.done();
        guide.setWatchState(2, true);
        guide.done();
        QCOMPARE(guide.current(), 3);
        guide.setWatchState(2, false);
        QVERIFY(guide.isDone(2)); // the person said so
        QCOMPARE(guide.current(), 1); // but nobody said that of the wait
    }
    void onlyAWatchedStepIsSeen()
    {
        GuideSteps guide;
        guide.setSteps(four());
        guide.setWatchState(0, true);
        guide.setWatchState(9, true);
        QVERIFY(!guide.isDone(0));
    }

    void anotherLanguageKeepsTicksAndPlace()
    {
        GuideSteps guide;
        guide.setSteps(four());
        guide.done();
        QSignalSpy moved(&guide, &GuideSteps::stepChanged);
        guide.setSteps(four(QStringLiteral("yaru")));
        QCOMPARE(guide.current(), 1);
        QVERIFY(guide.isDone(0) && moved.isEmpty());
        QCOMPARE(primary(guide)->accessibleDescription(), QStringLiteral("yaru1"));
    }
    void otherStepsBeginAtTheBeginning()
    {
        GuideSteps guide;
        guide.setSteps(four());
        guide.done();
        auto others = four();
        others[0].id = QStringLiteral("x");
        guide.setSteps(others);
        QCOMPARE(guide.current(), 0);
        QVERIFY(!guide.isDone(0));
        guide.setSteps({});
        QCOMPARE(guide.current(), -1);
    }
    void aWaitHoldsNobodyUp()
    {
        GuideSteps guide;
        guide.setSteps(four());
        guide.done();
        auto *clock = guide.findChild<WaitClock *>();
        QVERIFY(!clock->isHidden() && clock->secondsLeft() > 0);
        const QString early = primary(guide)->text();
        guide.done();
        QCOMPARE(guide.current(), 2);
        QVERIFY(clock->isHidden());
        QVERIFY(primary(guide)->text() != early);
    }

    void theClockEndsOnceAndStandsStillWhenTold()
    {
        WaitClock clock;
        qint64 now = 0;
        clock.setClock([&now] { return now; });
        QSignalSpy over(&clock, &WaitClock::over);
        clock.start(1);
        now = 20'000;
        clock.tick();
        QCOMPARE(clock.secondsLeft(), 40);
        clock.setPaused(true);
        now = 500'000;
        clock.tick();
        QCOMPARE(clock.secondsLeft(), 40);
        clock.setPaused(false);
        now += 39'500;
        clock.tick();
        QCOMPARE(clock.secondsLeft(), 1);
        now -= 10'000; // a clock that goes back
        clock.tick();
        QCOMPARE(clock.secondsLeft(), 1);
        now += 900'000; // the lid was shut
        clock.tick();
        clock.tick();
        QVERIFY(clock.isOver());
        QCOMPARE(clock.passed(), 1.0);
        QCOMPARE(over.size(), 1);
        clock.setPaused(true);
        QVERIFY(!clock.isPaused());
        clock.stop();
        QVERIFY(!clock.isOver());
    }

    void everythingCanBeHitAndIsNamed()
    {
        GuideSteps guide;
        guide.setSteps(four());
        guide.resize(900, 600);
        guide.show();
        guide.done();
        guide.done();
        int seen = 0;
        for (auto *button : guide.findChildren<QAbstractButton *>()) {
            if (!button->isVisible())
                continue;
            ++seen;
            const QString who = button->text();
            QVERIFY2(button->width() >= 44 && button->height() >= 44, qPrintable(who));
            auto *spoken = QAccessible::queryAccessibleInterface(button);
            QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(), qPrintable(who));
        }
        QVERIFY(seen >= 6);
        QCOMPARE(guide.findChild<StepPicture *>()->accessibleName(), QStringLiteral("do2"));
    }
    void numbersWrapWhereTheyDoNotFit()
    {
        StepTrack track;
        track.setStates(QList<StepTrack::State>(15, StepTrack::State::Ahead), 0);
        QVERIFY(track.heightForWidth(300) > 2 * track.heightForWidth(2000));
        QCOMPARE(track.minimumSizeHint().width(), track.minimumSizeHint().height());
    }
    void everyNumberIsInSightWhereTheyWrap()
    {
        auto *guide = new GuideSteps;
        QList<StepView> many;
        for (int i = 0; i < 15; ++i)
            many += {QString::number(i), QStringLiteral("do"), {}, {}, {}, 0, false};
        guide->setSteps(many);
        QScrollArea area;
        area.setWidgetResizable(true);
        area.setWidget(guide);
        area.resize(320, 400);
        area.show();
        auto *track = guide->findChild<StepTrack *>();
        QVERIFY(QTest::qWaitFor([&] { return track->height() >= track->heightForWidth(track->width()); }));
        for (auto *chip : track->findChildren<QAbstractButton *>())
            QVERIFY2(track->rect().contains(chip->geometry()), qPrintable(chip->text()));
    }
    void textAndPictureStandBelowEachOtherWhereItIsNarrow()
    {
        GuideSteps guide;
        guide.setSteps(four());
        auto *picture = guide.findChild<StepPicture *>();
        guide.resize(1400, 700);
        guide.show();
        QVERIFY(QTest::qWaitFor([&] { return picture->x() > 0; }));
        const int beside = picture->x();
        guide.resize(420, 900);
        QVERIFY(QTest::qWaitFor([&] { return picture->x() < beside; }));
    }
};

QTEST_MAIN(TestGuideSteps)
#include "test_guide_steps.moc"
