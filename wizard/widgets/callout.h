// A calm coloured panel with a mark and a sentence: what to know before going on.
#pragma once

#include "wizard/widgets/mark.h"
#include "wizard/widgets/paragraph.h"

#include <QFrame>

namespace wizard::widgets {

class Callout : public QFrame
{
    Q_OBJECT
public:
    explicit Callout(State state = State::Info, QWidget *parent = nullptr);

    /// An empty headline hides the callout.
    void say(const QString &headline, const QString &text = {});
    void say(State state, const QString &headline, const QString &text = {});

private:
    Mark *m_mark;
    Paragraph *m_headline, *m_text;
};

} // namespace wizard::widgets
