// S-9: exactly what would change, before anything does; then what became of it.
#pragma once

#include "wizard/shell/screen.h"

namespace wizard::widgets {
class Callout;
class Expander;
class Panel;
} // namespace wizard::widgets

namespace wizard::screens {

class Preview : public shell::Screen
{
    Q_OBJECT
public:
    explicit Preview(shell::Visit &visit);

    QString title() const override;
    QString lead() const override;
    QStringList outcomes() const override;
    shell::Action next() const override;
    shell::Action aside() const override;
    void goNext() override;
    void goAside() override;
    void enter() override;
    void retranslate() override;
    bool isQuiet() const override { return m_stage != Stage::Changing; }

private:
    enum class Stage
    {
        Showing,
        Changing,
        Changed,
        Refused
    };
    void showChanges();
    QString outcome(bool changed) const; ///< by the task of the remedy
    void showNote(); ///< what the person will notice of it

    widgets::Callout *m_result, *m_note, *m_backup;
    widgets::Panel *m_changes;
    widgets::Expander *m_exactly;
    QList<model::Change> m_preview;
    model::Outcome m_outcome;
    Stage m_stage = Stage::Showing;
};

} // namespace wizard::screens
