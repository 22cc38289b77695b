// Z-3: for support and for oneself: what was found, what was changed (with undo), and a file of it all.
#pragma once

#include "wizard/shell/screen.h"

namespace wizard::widgets {
class Callout;
class Panel;
} // namespace wizard::widgets

namespace wizard::screens {

class Summary : public shell::Screen
{
    Q_OBJECT
public:
    explicit Summary(shell::Visit &visit);

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
    void showFound();
    void showChanged();
    void save();

    widgets::Callout *m_result;
    widgets::Panel *m_both, *m_found, *m_changed;
    QList<model::Clash> m_conflict; ///< of the last attempt to put something back
};

} // namespace wizard::screens
