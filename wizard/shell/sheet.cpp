#include "wizard/shell/sheet.h"

#include "wizard/shell/page_scroll.h"
#include "wizard/shell/tokens.h"
#include "wizard/widgets/paragraph.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>

namespace wizard::shell {

Sheet::Sheet(const QString &title, QWidget *parent)
    : QDialog(parent), m_heading(new widgets::Paragraph(QStringLiteral("title"))), m_body(new QVBoxLayout),
      m_page(new QWidget), m_buttons(new QWidget), m_scroll(new PageScroll(m_page))
{
    setWindowTitle(title);
    setAccessibleName(title);
    m_heading->say(title);
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(wide, apart, wide, tight);
    column->setSpacing(near);
    column->addWidget(m_heading);
    m_body->setSpacing(near);
    column->addLayout(m_body);
    column->addStretch();
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_scroll, 1);
    whole->addWidget(m_buttons);
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(wide, tight, wide, apart);
    row->addStretch();
    m_page->installEventFilter(this);
}

bool Sheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_page && event->type() == QEvent::LayoutRequest && isVisible())
        fit(); // it says more, or less, than before
    return QDialog::eventFilter(watched, event);
}

void Sheet::showEvent(QShowEvent *event)
{
    fit();
    QDialog::showEvent(event);
}

void Sheet::fit()
{
    m_heading->ensurePolished();
    const QSize room = screen()->availableSize() - QSize(far, far);
    const int width = qMin(m_heading->fontMetrics().horizontalAdvance(QChar(0x3042)) * 20, room.width());
    // Measured beside a scroll bar: one that was needed a moment ago is then not needed any more.
    const int bar = m_scroll->verticalScrollBar()->sizeHint().width();
    const int height = m_page->layout()->totalHeightForWidth(width - bar) + m_buttons->sizeHint().height();
    resize(width, qMin(height, room.height()));
}

QPushButton *Sheet::addButton(const QString &text, const QString &role, DialogCode code)
{
    auto *button = new QPushButton(text);
    button->setProperty("role", role);
    button->setDefault(role == QLatin1String("primary"));
    button->setAutoDefault(button->isDefault());
    m_buttons->layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, code] { done(code); });
    return button;
}

} // namespace wizard::shell
