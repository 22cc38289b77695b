// The steps of a walk-through as a row of numbers: a tick on what is done, the rest to come. Wraps when it is
// long.
#pragma once

#include <QButtonGroup>
#include <QList>
#include <QWidget>

class QAbstractButton;

namespace wizard::widgets {

class StepTrack : public QWidget
{
    Q_OBJECT
public:
    explicit StepTrack(QWidget *parent = nullptr);

    enum class State
    {
        Done,
        Open, ///< the next one to do
        Ahead ///< cannot be chosen yet: the order matters
    };
    void setStates(const QList<State> &states, int current);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

signals:
    void chosen(int step);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int side() const; ///< of one number, never under 48
    int perRow(int width) const;
    void place();
    void name();

    QButtonGroup m_group; ///< exclusive: arrow keys move within it, Tab goes past it
    QList<State> m_states;
    int m_current = -1;
};

} // namespace wizard::widgets
