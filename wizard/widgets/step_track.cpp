#include "wizard/widgets/step_track.h"

#include <QEvent>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

namespace wizard::widgets {

namespace {

constexpr int gap = 8;
constexpr int leastSide = 48;

QString stateName(StepTrack::State state)
{
    switch (state) {
    case StepTrack::State::Done:
        return QStringLiteral("done");
    case StepTrack::State::Open:
        return QStringLiteral("open");
    case StepTrack::State::Ahead:
        return QStringLiteral("ahead");
    }
    Q_UNREACHABLE();
}

} // namespace

StepTrack::StepTrack(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum); // Fixed would keep it at one row
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_group.setExclusive(true);
    connect(&m_group, &QButtonGroup::idClicked, this, &StepTrack::chosen);
}

void StepTrack::setStates(const QList<State> &states, int current)
{
    const bool other = states.size() != m_states.size();
    m_states = states;
    m_current = current;
    while (other && !m_group.buttons().isEmpty())
        delete m_group.buttons().constFirst();
    for (int i = 0; i < states.size(); ++i) {
        if (other) {
            auto *chip = new QPushButton(this);
            chip->setProperty("role", QStringLiteral("card"));
            chip->setCheckable(true);
            chip->setAutoDefault(false);
            chip->setStyleSheet(QStringLiteral("padding: 0px; min-width: 0px; min-height: 0px;")); // square
            m_group.addButton(chip, i);
            chip->show();
        }
        auto *chip = m_group.button(i);
        chip->setEnabled(states[i] != State::Ahead);
        chip->setChecked(i == current);
        chip->setProperty("state", stateName(states[i]));
        chip->style()->unpolish(chip); // the style sheet looks at properties only when it polishes
        chip->style()->polish(chip);
    }
    name();
    place();
    updateGeometry();
}

void StepTrack::name()
{
    for (int i = 0; i < m_states.size(); ++i) {
        auto *chip = m_group.button(i);
        const bool done = m_states[i] == State::Done;
        // A mark, not only a colour; the number stays for the telephone.
        chip->setText(done ? QStringLiteral("\u2713%1").arg(i + 1) : QString::number(i + 1));
        chip->setAccessibleName(done ? tr("Step %1, done", "@accessible").arg(i + 1)
                                     : tr("Step %1", "@accessible").arg(i + 1));
    }
}

int StepTrack::side() const
{
    return qMax(leastSide, fontMetrics().horizontalAdvance(QStringLiteral("\u271399")) + 6);
}

int StepTrack::perRow(int width) const
{
    return qMax(1, (width + gap) / (side() + gap));
}

int StepTrack::heightForWidth(int width) const
{
    const int rows = m_states.isEmpty() ? 0 : (int(m_states.size()) - 1) / perRow(width) + 1;
    return rows * (side() + gap) - (rows ? gap : 0);
}

QSize StepTrack::sizeHint() const
{
    return {int(m_states.size()) * (side() + gap), side()};
}

QSize StepTrack::minimumSizeHint() const
{
    return {side(), side()};
}

void StepTrack::place()
{
    const int row = perRow(width());
    for (int i = 0; i < m_states.size(); ++i)
        m_group.button(i)->setGeometry((i % row) * (side() + gap), (i / row) * (side() + gap), side(),
                                       side());
}

void StepTrack::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void StepTrack::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        name();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        place();
        updateGeometry();
    }
}

} // namespace wizard::widgets
