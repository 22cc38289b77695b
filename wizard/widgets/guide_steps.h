// A walk-through: one step at a time, with its number, picture and text; done steps stay in sight.
// Knows nothing of mail: it is fed with plain strings, and told from outside what the machine has seen.
#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QWidget>
#include <memory>

namespace wizard::widgets {

/// What is shown of one step.
struct StepView
{
    QString id; ///< keeps ticks in place when the language changes
    QString text; ///< one action
    QString look; ///< what if it looks different; empty: no fold-out
    QString picture; ///< SVG file or ":/…"; empty: none
    QMap<QString, QString> labels; ///< the words in the picture
    int waitMinutes = 0; ///< > 0: this step is waiting, with a clock
    bool watched = false; ///< the machine can see when it is done: setWatchState() will tell
};

class GuideSteps : public QWidget
{
    Q_OBJECT
public:
    explicit GuideSteps(QWidget *parent = nullptr);
    ~GuideSteps() override;

    /// Steps with the same ids in the same order keep ticks, clock and the current step (another language);
    /// any other list starts from the first step.
    void setSteps(const QList<StepView> &steps);

    int count() const;
    int current() const; ///< -1: no steps
    bool isDone(int step) const; ///< said so by the person, or seen
    bool isSeen(int step) const; ///< the machine has seen it
    /// Only steps up to the first one that is not done can be shown: the order matters.
    bool setCurrent(int step);

public slots:
    /// What the machine sees of a watched step. True ticks it and all before it, since it cannot be done
    /// without them, and shows it; false takes back only what was seen, never what the person said.
    void setWatchState(int step, bool seen);
    void done(); ///< the person says: done. On the last step: finished().
    void back();

signals:
    void stepChanged(int step);
    void finished(); ///< the person went on from the last step

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void present(bool another); ///< `another`: the current step has changed

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace wizard::widgets
