// A field for a password: hidden, shown while the eye is held, with lamps for Caps Lock and full-width
// letters.
#pragma once

#include <QLineEdit>

namespace wizard::widgets {

class HoldEye;

/// The line alone: knows when Caps Lock must be on and when the input method writes full-width letters.
class PasswordLine : public QLineEdit
{
    Q_OBJECT
public:
    explicit PasswordLine(QWidget *parent = nullptr);

    bool capsLock() const { return m_capsLock; }
    bool hasFullWidth() const;

signals:
    void lampsChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool m_capsLock = false;
};

class PasswordField : public QWidget
{
    Q_OBJECT
public:
    explicit PasswordField(QWidget *parent = nullptr);

    PasswordLine *line() const { return m_line; }
    HoldEye *eye() const { return m_eye; }
    void wipe(); ///< overwrites and empties the field and forgets its undo history

private:
    PasswordLine *m_line;
    HoldEye *m_eye;
};

} // namespace wizard::widgets
