// the mail password, only where a log-in would tell more; kept nowhere unless asked.
#pragma once

#include "wizard/shell/screen.h"

class QCheckBox;
class QPushButton;

namespace wizard::widgets {
class Callout;
class Paragraph;
class PasswordField;
} // namespace wizard::widgets

namespace wizard::screens {

class Password : public shell::Screen
{
    Q_OBJECT
public:
    explicit Password(shell::Visit &visit);
    ~Password() override;

    QString title() const override;
    QString lead() const override;
    QStringList outcomes() const override;
    shell::Action next() const override;
    shell::Action aside() const override;
    void goNext() override;
    void goAside() override;
    void enter() override;
    void retranslate() override;
    bool isQuiet() const override { return m_stage != Stage::Trying && m_forgetting != Forgetting::Now; }

private:
    enum class Stage
    {
        Asking,
        Trying,
        Accepted,
        Refused, ///< an explicit refusal of the password
        Unclear ///< the server could not be asked
    };
    enum class Forgetting
    {
        No,
        Now,
        Done,
        Failed
    };
    void tried();
    void forget();
    void retranslateForget(bool asks);
    void lamps();
    void goOn();

    widgets::Callout *m_result, *m_lamp, *m_practice;
    widgets::PasswordField *m_field;
    widgets::Paragraph *m_where, *m_never;
    QCheckBox *m_keep;
    QPushButton *m_kept, *m_fill, *m_forget;
    widgets::Paragraph *m_forgotten;
    Stage m_stage = Stage::Asking;
    Forgetting m_forgetting = Forgetting::No;
    bool m_nothingKept = false;
};

} // namespace wizard::screens
