// the mail address. Corrected where that is safe, never refused without a way on, and it may be skipped.
#pragma once

#include "wizard/shell/screen.h"

class QLineEdit;

namespace wizard::widgets {
class Callout;
class Expander;
class SpellingSheet;
} // namespace wizard::widgets

namespace wizard::screens {

class Address : public shell::Screen
{
    Q_OBJECT
public:
    explicit Address(shell::Visit &visit);

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
    void typed();
    void offerFound(); ///< addresses that the mail programs on this PC have
    void take(const QString &address);

    QLineEdit *m_field;
    widgets::Callout *m_note;
    QWidget *m_found;
    widgets::Expander *m_aloud;
    widgets::SpellingSheet *m_sheet;
    bool m_complained = false; ///< "next" was pressed on something that is no address
};

} // namespace wizard::screens
