// what lies in the mailbox at the mail company, and whether one message bars the way. Only looks.
#pragma once

#include "wizard/shell/screen.h"
#include "wizard/widgets/mark.h"

namespace wizard::widgets {
class Callout;
class Panel;
} // namespace wizard::widgets

namespace wizard::screens {

class MailboxLook : public shell::Screen
{
    Q_OBJECT
public:
    explicit MailboxLook(shell::Visit &visit);

    QString title() const override;
    QString lead() const override;
    QStringList outcomes() const override;
    shell::Action next() const override;
    shell::Action aside() const override;
    void goNext() override;
    void goAside() override;
    void enter() override;
    void retranslate() override;
    bool isQuiet() const override;

private:
    bool isStuck() const;
    void row(widgets::State state, const QString &subject, const QString &detail, const QString &word);
    void showRoom(const session::MailboxSummary &box);
    void showWay(const session::MailboxSummary &box);

    widgets::Callout *m_promise;
    widgets::Panel *m_rows;
};

} // namespace wizard::screens
