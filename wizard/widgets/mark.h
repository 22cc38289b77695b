// A state as a drawn mark. It never stands alone: a word says the same beside it.
#pragma once

#include <QTimer>
#include <QWidget>

namespace wizard::widgets {

enum class State
{
    Waiting,
    Running,
    Fine,
    Attention,
    Bad,
    Skipped,
    Info
};
/// "waiting", "running", "fine" …: the style sheet's names.
QString stateName(State state);
/// Sets the "state" property and has the style sheet look again.
void dress(QWidget *widget, State state);

class Mark : public QWidget
{
    Q_OBJECT
public:
    explicit Mark(State state = State::Waiting, QWidget *parent = nullptr);

    void show(State state);
    State state() const { return m_state; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override;

private:
    State m_state;
    QTimer m_turn; ///< runs only while Running is on screen
    int m_angle = 0;
};

} // namespace wizard::widgets
