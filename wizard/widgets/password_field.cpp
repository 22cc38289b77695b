#include "wizard/widgets/password_field.h"

#include "wizard/widgets/hold_eye.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace wizard::widgets {

PasswordLine::PasswordLine(QWidget *parent) : QLineEdit(parent)
{
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                        | Qt::ImhNoAutoUppercase | Qt::ImhLatinOnly);
    setContextMenuPolicy(Qt::NoContextMenu); // nothing that could copy it
    setMaxLength(512);
    connect(this, &QLineEdit::textChanged, this, &PasswordLine::lampsChanged);
}

bool PasswordLine::hasFullWidth() const
{
    for (const QChar c : text()) {
        if (c.unicode() > 0x2e7f)
            return true;
    }
    return false;
}

void PasswordLine::keyPressEvent(QKeyEvent *event)
{
    // Qt cannot be asked for the state of Caps Lock; a capital letter without Shift gives it away.
    const QString typed = event->text();
    const bool before = m_capsLock;
    if (event->key() == Qt::Key_CapsLock)
        m_capsLock = false; // told again by the next letter
    else if (typed.size() == 1 && typed[0].isLetter() && typed[0].unicode() < 0x80)
        m_capsLock = typed[0].isUpper() != event->modifiers().testFlag(Qt::ShiftModifier);
    QLineEdit::keyPressEvent(event);
    if (before != m_capsLock)
        emit lampsChanged();
}

PasswordField::PasswordField(QWidget *parent) : QWidget(parent), m_line(new PasswordLine), m_eye(new HoldEye)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_line, 1);
    row->addWidget(m_eye);
    connect(m_eye, &HoldEye::pressed, this, [this] { m_line->setEchoMode(QLineEdit::Normal); });
    connect(m_eye, &HoldEye::released, this, [this] { m_line->setEchoMode(QLineEdit::Password); });
}

void PasswordField::wipe()
{
    m_line->setText(QString(m_line->text().size(), QChar(0x2022)));
    m_line->clear();
}

} // namespace wizard::widgets
