// no connection. What to try, in order; the program notices by itself when it works again.
#pragma once

#include "wizard/shell/screen.h"

#include <QTimer>

namespace wizard::widgets {
class Callout;
class Paragraph;
} // namespace wizard::widgets

namespace wizard::screens {

class NoInternet : public shell::Screen
{
    Q_OBJECT
public:
    explicit NoInternet(shell::Visit &visit);

    QString title() const override;
    QString lead() const override;
    QStringList outcomes() const override;
    shell::Action next() const override;
    shell::Action aside() const override;
    void goNext() override;
    void goAside() override;
    void enter() override;
    void retranslate() override;

private:
    bool connected() const;

    widgets::Callout *m_state;
    QList<widgets::Paragraph *> m_steps;
    QTimer m_again;
};

} // namespace wizard::screens
