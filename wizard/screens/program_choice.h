// "Which mail program do you use?": the programs found on this PC as cards; where none was found, those that
// have a walk-through for the task, the common ones first and the others behind one more card.
#pragma once

#include "wizard/shell/visit.h"

#include <QWidget>

namespace wizard::widgets {
class CardButton;
class CardGrid;
class Paragraph;
} // namespace wizard::widgets

namespace wizard::screens {

class ProgramChoice : public QWidget
{
    Q_OBJECT
public:
    explicit ProgramChoice(shell::Visit &visit, QWidget *parent = nullptr);

    /// `task`: what the walk-through must be for, where nothing was found on this PC. Called once.
    void offer(const QString &task);
    /// The program of the visit, or the only one that was found; empty: it has to be asked.
    QString answer() const;
    bool isEmpty() const { return m_choices.isEmpty(); }
    void retranslate(); ///< hides itself where there is nothing to choose

signals:
    void chosen(const QString &program);

private:
    void addCards(const QStringList &programs);

    shell::Visit &m_visit;
    widgets::Paragraph *m_question;
    widgets::CardGrid *m_grid;
    widgets::CardButton *m_others = nullptr; ///< null: all are shown
    QList<QPair<QString, widgets::CardButton *>> m_choices;
    bool m_found = false; ///< on this PC
};

} // namespace wizard::screens
