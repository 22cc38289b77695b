// Z-9: what is still to be put back, whom to call if it comes again, and goodbye.
#pragma once

#include "wizard/shell/screen.h"

namespace wizard::shell {
class ContactCard;
}
namespace wizard::widgets {
class Callout;
}

namespace wizard::screens {

class End : public shell::Screen
{
    Q_OBJECT
public:
    explicit End(shell::Visit &visit);

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
    widgets::Callout *m_back;
    shell::ContactCard *m_contact;
};

} // namespace wizard::screens
