// A wait that leaves time for tea: minutes left, a dial that fills, and a way to stop it for a while. It
// never holds anybody up: what comes next is for its owner to say.
#pragma once

#include <QTimer>
#include <QWidget>
#include <functional>

class QLabel;
class QPushButton;

namespace wizard::widgets {

class WaitClock : public QWidget
{
    Q_OBJECT
public:
    explicit WaitClock(QWidget *parent = nullptr);

    void start(int minutes); ///< from the beginning
    void stop(); ///< as if it had never been started
    bool isPaused() const { return m_paused; }
    bool isOver() const { return m_total > 0 && m_left == 0; }
    int secondsLeft() const; ///< rounded up
    double passed() const; ///< 0..1

    /// Another clock in milliseconds, for tests; the default never jumps (monotonic).
    void setClock(std::function<qint64()> now);

public slots:
    void setPaused(bool paused);
    void tick(); ///< looks at the clock; called by itself twice a second

signals:
    void over(); ///< once

protected:
    void changeEvent(QEvent *event) override;

private:
    void say();

    std::function<qint64()> m_now;
    qint64 m_total = 0, m_left = 0, m_seen = 0; ///< milliseconds
    bool m_paused = false;
    QTimer m_timer;
    QWidget *m_dial;
    QLabel *m_words;
    QLabel *m_comfort;
    QPushButton *m_pause;
};

} // namespace wizard::widgets
