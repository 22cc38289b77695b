#include "wizard/widgets/card_button.h"

#include "wizard/widgets/mark.h"

#include <QKeyEvent>
#include <QStyleOptionButton>
#include <QStylePainter>
#include <QVBoxLayout>

namespace wizard::widgets {

CardButton::CardButton(QWidget *parent)
    : QAbstractButton(parent), m_mark(new Mark), m_title(new Paragraph(QStringLiteral("strong"))),
      m_detail(new Paragraph(QStringLiteral("note")))
{
    setProperty("role", QStringLiteral("card"));
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 14, 20, 14);
    row->setSpacing(16);
    row->addWidget(m_mark, 0, Qt::AlignVCenter);
    auto *column = new QVBoxLayout;
    row->addLayout(column, 1);
    column->setSpacing(2);
    column->addStretch();
    column->addWidget(m_title);
    column->addWidget(m_detail);
    column->addStretch();
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_detail->hide();
    m_mark->hide();
    m_mark->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(this, &QAbstractButton::toggled, this,
            [this](bool on) { m_mark->show(on ? State::Fine : State::Waiting); });
}

void CardButton::setCheckable(bool checkable)
{
    QAbstractButton::setCheckable(checkable);
    m_mark->setVisible(checkable);
}

void CardButton::say(const QString &title, const QString &detail)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(detail);
    m_title->say(title);
    m_detail->say(detail);
    updateGeometry();
}

QSize CardButton::sizeHint() const
{
    return layout()->totalSizeHint().expandedTo({240, 64});
}

QSize CardButton::minimumSizeHint() const
{
    return layout()->totalMinimumSize().expandedTo({160, 64});
}

int CardButton::heightForWidth(int width) const
{
    return qMax(64, layout()->totalHeightForWidth(width));
}

void CardButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    if (isChecked())
        option.state |= QStyle::State_On;
    if (isDown())
        option.state |= QStyle::State_Sunken;
    painter.drawPrimitive(QStyle::PE_Widget, option);
}

void CardButton::keyPressEvent(QKeyEvent *event)
{
    // Enter presses a card as Space does: people who do not use a mouse expect it of a list of choices.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

} // namespace wizard::widgets
