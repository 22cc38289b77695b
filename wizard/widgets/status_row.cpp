#include "wizard/widgets/status_row.h"

#include <QHBoxLayout>

namespace wizard::widgets {

StatusRow::StatusRow(QWidget *parent)
    : QWidget(parent), m_mark(new Mark), m_subject(new Paragraph),
      m_detail(new Paragraph(QStringLiteral("note"))), m_word(new Paragraph(QStringLiteral("word")))
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_subject);
    texts->addWidget(m_detail);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 8, 0, 8);
    row->setSpacing(16);
    row->addWidget(m_mark, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    row->addWidget(m_word, 0, Qt::AlignTop);
    m_word->setAlignment(Qt::AlignRight | Qt::AlignTop);
    m_detail->hide();
}

void StatusRow::say(State state, const QString &subject, const QString &detail, const QString &word)
{
    m_mark->show(state);
    m_subject->say(subject);
    m_detail->say(detail);
    m_word->say(word);
    dress(m_word, state);
    setAccessibleName(subject + QLatin1String(": ") + word);
    setAccessibleDescription(detail);
}

} // namespace wizard::widgets
