#include "wizard/widgets/guide_steps.h"

#include "wizard/widgets/expander.h"
#include "wizard/widgets/mark.h"
#include "wizard/widgets/paragraph.h"
#include "wizard/widgets/step_picture.h"
#include "wizard/widgets/step_track.h"
#include "wizard/widgets/wait_clock.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

namespace wizard::widgets {

namespace {

constexpr int leastTarget = 48;
constexpr int near = 16, apart = 24;
/// Text and picture stand side by side from this many lines of text in width on.
constexpr int sideBySide = 34;
constexpr int largestBelow = 640; // px: a picture below its text must not push the buttons away

QPushButton *button(const char *role)
{
    auto *made = new QPushButton;
    made->setProperty("role", QString::fromLatin1(role));
    made->setMinimumHeight(leastTarget);
    made->setAutoDefault(false);
    return made;
}

} // namespace

struct GuideSteps::Private
{
    QList<StepView> steps;
    QList<bool> said, seen;
    int current = -1;
    int clockStep = -1; ///< whose wait the clock measures

    StepTrack *track = new StepTrack;
    Paragraph *count = new Paragraph(QStringLiteral("note"));
    Paragraph *text = new Paragraph(QStringLiteral("lead"));
    QWidget *seenRow = new QWidget;
    Paragraph *seenWords = new Paragraph(QStringLiteral("body"));
    WaitClock *clock = new WaitClock;
    Expander *look = new Expander;
    Paragraph *lookWords = new Paragraph(QStringLiteral("body"));
    StepPicture *picture = new StepPicture;
    QBoxLayout *body = new QBoxLayout(QBoxLayout::LeftToRight);
    QPushButton *back = button("quiet");
    QPushButton *done = button("primary");

    bool isDone(int step) const
    {
        return said[step] || std::any_of(seen.cbegin() + step, seen.cend(), [](bool one) { return one; });
    }
    int firstOpen() const
    {
        int step = 0;
        while (step < steps.size() && isDone(step))
            ++step;
        return step;
    }
    bool waits() const { return current >= 0 && steps[current].waitMinutes > 0 && !isDone(current); }
};

GuideSteps::GuideSteps(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>())
{
    auto *seenLine = new QHBoxLayout(d->seenRow);
    seenLine->setContentsMargins(0, 0, 0, 0);
    seenLine->addWidget(new Mark(State::Fine), 0, Qt::AlignTop);
    seenLine->addWidget(d->seenWords, 1);
    d->look->content()->addWidget(d->lookWords);
    for (auto *fold : d->look->findChildren<QPushButton *>())
        fold->setMinimumHeight(leastTarget);

    auto *column = new QVBoxLayout;
    column->setSpacing(near);
    for (QWidget *part : {static_cast<QWidget *>(d->count), static_cast<QWidget *>(d->text), d->seenRow,
                          static_cast<QWidget *>(d->clock), static_cast<QWidget *>(d->look)})
        column->addWidget(part);
    column->addStretch(1);
    d->body->setSpacing(apart);
    d->body->addLayout(column, 2);
    d->body->addWidget(d->picture, 3, Qt::AlignTop);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(d->back);
    buttons->addStretch(1);
    buttons->addWidget(d->done);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(near);
    all->addWidget(d->track);
    all->addLayout(d->body, 1);
    all->addLayout(buttons);

    connect(d->track, &StepTrack::chosen, this, &GuideSteps::setCurrent);
    connect(d->back, &QPushButton::clicked, this, &GuideSteps::back);
    connect(d->done, &QPushButton::clicked, this, &GuideSteps::done);
    connect(d->clock, &WaitClock::over, this, [this] { present(false); });
    present(false);
}

GuideSteps::~GuideSteps() = default;

void GuideSteps::setSteps(const QList<StepView> &steps)
{
    const auto sameId = [](const StepView &a, const StepView &b) { return a.id == b.id; };
    const bool same = std::equal(steps.cbegin(), steps.cend(), d->steps.cbegin(), d->steps.cend(), sameId)
        && d->current >= 0;
    d->steps = steps;
    if (!same) {
        d->said = d->seen = QList<bool>(steps.size(), false);
        d->current = steps.isEmpty() ? -1 : 0;
        d->clockStep = -1;
        d->clock->stop();
    }
    present(!same);
}

int GuideSteps::count() const
{
    return int(d->steps.size());
}

int GuideSteps::current() const
{
    return d->current;
}

bool GuideSteps::isDone(int step) const
{
    return step >= 0 && step < count() && d->isDone(step);
}

bool GuideSteps::isSeen(int step) const
{
    return step >= 0 && step < count() && d->seen[step];
}

bool GuideSteps::setCurrent(int step)
{
    if (step < 0 || step >= count() || step > d->firstOpen()) {
        present(false); // the row of numbers may already show what was asked for
        return false;
    }
    if (step == d->current)
        return true;
    d->current = step;
    present(true);
    return true;
}

void GuideSteps::setWatchState(int step, bool seen)
{
    if (step < 0 || step >= count() || !d->steps[step].watched || d->seen[step] == seen)
        return;
    d->seen[step] = seen;
    // Whoever is further back sees at once that there is nothing left to do up to here.
    const bool jumps = seen && d->current < step;
    if (jumps)
        d->current = step;
    // What was taken back may lie before the current step: the order matters.
    const bool falls = d->current > d->firstOpen();
    if (falls)
        d->current = d->firstOpen();
    present(jumps || falls);
}

void GuideSteps::done()
{
    if (d->current < 0)
        return;
    d->said[d->current] = true;
    if (d->current + 1 == count()) {
        present(false);
        emit finished();
        return;
    }
    setCurrent(d->current + 1);
}

void GuideSteps::back()
{
    if (d->current > 0)
        setCurrent(d->current - 1);
}

void GuideSteps::present(bool another)
{
    const bool any = d->current >= 0;
    const StepView step = any ? d->steps[d->current] : StepView();
    if (another)
        d->look->setOpen(false);
    if (d->waits() && d->clockStep != d->current) {
        d->clockStep = d->current;
        d->clock->start(step.waitMinutes);
    }
    const bool waiting = d->waits() && !d->clock->isOver();
    const bool seen
        = any && std::any_of(d->seen.cbegin() + d->current, d->seen.cend(), [](bool one) { return one; });

    QList<StepTrack::State> states;
    const int open = any ? d->firstOpen() : 0;
    for (int i = 0; i < count(); ++i)
        states += d->isDone(i) ? StepTrack::State::Done
            : i <= open        ? StepTrack::State::Open
                               : StepTrack::State::Ahead;
    d->track->setStates(states, d->current);
    d->track->setVisible(count() > 1);

    d->count->say(any ? tr("Step %1 of %2", "@label").arg(d->current + 1).arg(count()) : QString());
    d->text->say(step.text);
    d->seenRow->setVisible(seen);
    d->seenWords->say(tr("Todoku has seen that this is done.", "@label"));
    d->clock->setVisible(d->waits());
    d->look->setVisible(!step.look.isEmpty());
    d->look->say(tr("What if it looks different?", "@button"), tr("What if it looks different?", "@button"));
    d->lookWords->say(step.look);
    d->picture->setPicture(step.picture, step.labels);
    d->picture->setDescription(step.text);

    d->back->setText(tr("Back", "@button"));
    d->back->setVisible(d->current > 0);
    d->done->setText(waiting    ? tr("Go on without waiting", "@button")
                         : seen ? tr("Next", "@button")
                                : tr("Done", "@button"));
    d->done->setVisible(any);
    // The keyboard stays on the button, so the button says what is to be done.
    d->done->setAccessibleDescription(step.text);
    if (!another)
        return;
    QAccessibleEvent spoken(d->text, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&spoken);
    emit stepChanged(d->current);
}

void GuideSteps::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        present(false);
}

void GuideSteps::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() >= d->text->fontMetrics().height() * sideBySide;
    d->body->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    d->picture->setMaximumDrawing(wide ? 960 : largestBelow);
}

} // namespace wizard::widgets
