// A span of time as a bar that grows, with marks of other spans on it: how long something takes against how
// long others are ready to wait.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace wizard::widgets {

class TimeBar : public QWidget
{
    Q_OBJECT
public:
    struct Limit
    {
        double seconds = 0;
        QString label;
    };
    explicit TimeBar(QWidget *parent = nullptr);

    void setLimits(const QList<Limit> &limits); ///< sorted by their seconds
    void setElapsed(double seconds, bool running);
    double elapsed() const { return m_elapsed; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override;

private:
    double span() const; ///< seconds that the whole width stands for

    QList<Limit> m_limits;
    double m_elapsed = 0;
    bool m_running = false;
};

} // namespace wizard::widgets
