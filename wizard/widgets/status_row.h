// One line of a live list: a mark, what it is about, and the word that says how it stands.
#pragma once

#include "wizard/widgets/mark.h"
#include "wizard/widgets/paragraph.h"

namespace wizard::widgets {

class StatusRow : public QWidget
{
    Q_OBJECT
public:
    explicit StatusRow(QWidget *parent = nullptr);

    void say(State state, const QString &subject, const QString &detail, const QString &word);

private:
    Mark *m_mark;
    Paragraph *m_subject, *m_detail;
    Paragraph *m_word;
};

} // namespace wizard::widgets
