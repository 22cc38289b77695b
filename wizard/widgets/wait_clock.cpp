#include "wizard/widgets/wait_clock.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

namespace wizard::widgets {

namespace {

constexpr qint64 aMinute = 60 * 1000;

/// A disc that fills clockwise. Drawn in the text's colour, so that it fits every palette.
class Dial : public QWidget
{
public:
    explicit Dial(WaitClock *clock) : QWidget(clock), m_clock(clock)
    {
        setFixedSize(88, 88);
        setProperty("role", QStringLiteral("dial"));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor ink = palette().color(QPalette::WindowText);
        QColor soft = ink;
        soft.setAlpha(40);
        const QRectF disc = QRectF(rect()).adjusted(4, 4, -4, -4);
        painter.setPen(QPen(ink, 4));
        painter.setBrush(soft);
        painter.drawEllipse(disc);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        const int turn = 360 * 16;
        painter.drawPie(disc.adjusted(8, 8, -8, -8), turn / 4, -int(turn * m_clock->passed()));
    }

private:
    WaitClock *m_clock;
};

std::function<qint64()> steadyClock()
{
    QElapsedTimer timer;
    timer.start();
    return [timer] { return timer.elapsed(); };
}

} // namespace

WaitClock::WaitClock(QWidget *parent)
    : QWidget(parent), m_now(steadyClock()), m_dial(new Dial(this)), m_words(new QLabel(this)),
      m_comfort(new QLabel(this)), m_pause(new QPushButton(this))
{
    m_words->setProperty("role", QStringLiteral("heading"));
    m_comfort->setProperty("role", QStringLiteral("note"));
    m_comfort->setWordWrap(true);
    m_pause->setProperty("role", QStringLiteral("quiet"));
    m_pause->setMinimumHeight(48);
    m_pause->setAutoDefault(false);
    auto *column = new QVBoxLayout;
    column->addWidget(m_words);
    column->addWidget(m_comfort);
    column->addWidget(m_pause, 0, Qt::AlignLeft);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(m_dial, 0, Qt::AlignTop);
    row->addLayout(column, 1);
    m_timer.setInterval(500);
    connect(&m_timer, &QTimer::timeout, this, &WaitClock::tick);
    connect(m_pause, &QPushButton::clicked, this, [this] { setPaused(!m_paused); });
    say();
}

void WaitClock::setClock(std::function<qint64()> now)
{
    m_now = std::move(now);
    m_seen = m_now();
}

void WaitClock::start(int minutes)
{
    m_total = m_left = minutes * aMinute;
    m_paused = false;
    m_seen = m_now();
    m_timer.start();
    say();
}

void WaitClock::stop()
{
    m_total = m_left = 0;
    m_paused = false;
    m_timer.stop();
    say();
}

int WaitClock::secondsLeft() const
{
    return int((m_left + 999) / 1000);
}

double WaitClock::passed() const
{
    return m_total > 0 ? 1.0 - double(m_left) / double(m_total) : 0.0;
}

void WaitClock::setPaused(bool paused)
{
    if (paused == m_paused || m_left == 0)
        return;
    tick();
    m_paused = paused && m_left > 0;
    m_seen = m_now();
    m_paused ? m_timer.stop() : m_timer.start();
    say();
}

void WaitClock::tick()
{
    if (m_paused || m_left == 0)
        return;
    const qint64 now = m_now();
    m_left = qMax<qint64>(0, m_left - qMax<qint64>(0, now - m_seen));
    m_seen = now;
    if (m_left == 0)
        m_timer.stop();
    say();
    if (m_left == 0)
        emit over();
}

void WaitClock::say()
{
    const qint64 minutes = (m_left + aMinute - 1) / aMinute;
    const QString words = isOver() ? tr("The wait is over", "@label")
        : m_left <= aMinute        ? tr("Less than a minute left", "@label")
                                   : tr("About %1 min left", "@label").arg(minutes);
    // Only when it changes, once a minute: a screen reader would read every change aloud.
    if (m_words->text() != words) {
        m_words->setText(words);
        setAccessibleName(words);
    }
    m_comfort->setText(isOver() ? tr("You can go on.", "@label")
                           : m_paused
                           ? tr("The clock stands still.", "@label")
                           : tr("Time for a cup of tea. You may leave the screen as it is.", "@label"));
    m_pause->setText(m_paused ? tr("Let the clock run", "@button") : tr("Stop the clock", "@button"));
    m_pause->setVisible(!isOver());
    m_dial->update();
}

void WaitClock::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        say();
}

} // namespace wizard::widgets
