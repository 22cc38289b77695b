// "Go to number": the staff say S-5, the person types it in whatever way comes naturally.
#pragma once

#include "wizard/shell/sheet.h"

class QLineEdit;

namespace wizard::widgets {
class Callout;
}

namespace wizard::shell {

class JumpSheet : public Sheet
{
    Q_OBJECT
public:
    explicit JumpSheet(QWidget *parent);

    QString screenId() const; ///< "S-5"; empty if nothing like a number was typed
    void sayUnknown();

private:
    QLineEdit *m_field;
    widgets::Callout *m_unknown;
};

} // namespace wizard::shell
