#include "wizard/widgets/spelling_sheet.h"

#include "wizard/widgets/paragraph.h"

#include <QGridLayout>
#include <QHBoxLayout>

namespace wizard::widgets {

SpellingSheet::SpellingSheet(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(4);
}

static QWidget *cell(const QPair<QString, QString> &character)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    auto *sign = new Paragraph(QStringLiteral("code"));
    sign->say(character.first);
    sign->setMinimumWidth(28);
    auto *said = new Paragraph;
    said->say(character.second);
    row->addWidget(sign);
    row->addWidget(said, 1);
    box->setAccessibleName(character.first + QLatin1String(": ") + character.second);
    return box;
}

void SpellingSheet::show(const QList<QPair<QString, QString>> &characters)
{
    qDeleteAll(m_cells);
    m_cells.clear();
    for (const auto &character : characters.mid(0, 80))
        m_cells += cell(character);
    m_columns = 0;
    arrange();
}

void SpellingSheet::resizeEvent(QResizeEvent *)
{
    arrange();
}

void SpellingSheet::arrange()
{
    ensurePolished();
    const int columns = qBound(1, width() / (fontMetrics().horizontalAdvance(QChar(0x3042)) * 13), 3);
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int i = 0; i < m_cells.size(); ++i)
        m_grid->addWidget(m_cells[i], i / columns, i % columns);
    for (int i = 0; i < 3; ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
}

} // namespace wizard::widgets
