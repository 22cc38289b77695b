#include "wizard/widgets/card_grid.h"

#include <QGridLayout>

namespace wizard::widgets {

CardGrid::CardGrid(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(16);
}

void CardGrid::add(QWidget *card)
{
    m_cards += card;
    m_columns = 0;
    arrange();
}

void CardGrid::remove(QWidget *card)
{
    m_cards.removeOne(card);
    m_grid->removeWidget(card);
    card->hide();
    card->deleteLater();
    m_columns = 0;
    arrange();
}

void CardGrid::resizeEvent(QResizeEvent *)
{
    arrange();
}

void CardGrid::arrange()
{
    ensurePolished();
    const int roomy = fontMetrics().horizontalAdvance(QChar(0x3042)) * 32;
    const int columns = width() >= roomy && m_cards.size() > 1 ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (QWidget *card : std::as_const(m_cards))
        m_grid->removeWidget(card);
    for (int i = 0; i < m_cards.size(); ++i)
        m_grid->addWidget(m_cards[i], i / columns, i % columns);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns == 2 ? 1 : 0);
}

} // namespace wizard::widgets
