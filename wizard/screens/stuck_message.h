// the one message that bars the way: whose it is, what is wrong with it, and a copy of it for safety.
#pragma once

#include "wizard/shell/screen.h"

namespace wizard::widgets {
class Callout;
class Panel;
} // namespace wizard::widgets

namespace wizard::screens {

class StuckMessage : public shell::Screen
{
    Q_OBJECT
public:
    explicit StuckMessage(shell::Visit &visit);

    QString title() const override;
    QString lead() const override;
    QStringList outcomes() const override;
    shell::Action next() const override;
    shell::Action aside() const override;
    void goNext() override;
    void goAside() override;
    void enter() override;
    void retranslate() override;
    bool isQuiet() const override { return !m_saving; }

private:
    void save();
    void saved(const QString &path, const QString &why);
    static QString whatIsWrong(const QString &defect);

    widgets::Callout *m_safe, *m_result;
    widgets::Panel *m_message;
    bool m_saving = false;
};

} // namespace wizard::screens
