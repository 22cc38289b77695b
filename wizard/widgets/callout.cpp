#include "wizard/widgets/callout.h"

#include <QHBoxLayout>

namespace wizard::widgets {

Callout::Callout(State state, QWidget *parent)
    : QFrame(parent), m_mark(new Mark(state)), m_headline(new Paragraph(QStringLiteral("strong"))),
      m_text(new Paragraph)
{
    setProperty("role", QStringLiteral("callout"));
    setProperty("state", stateName(state));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(m_headline);
    texts->addWidget(m_text);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 16, 20, 16);
    row->setSpacing(16);
    row->addWidget(m_mark, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    m_text->hide();
}

void Callout::say(const QString &headline, const QString &text)
{
    m_headline->say(headline);
    m_text->say(text);
    setAccessibleName(headline);
    setAccessibleDescription(text);
    if (headline.isEmpty() || parentWidget())
        setVisible(!headline.isEmpty());
}

void Callout::say(State state, const QString &headline, const QString &text)
{
    m_mark->show(state);
    dress(this, state);
    say(headline, text);
}

} // namespace wizard::widgets
