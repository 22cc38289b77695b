// A small page over the window: asks or shows one thing and goes away again.
#pragma once

#include <QDialog>

class QPushButton;
class QVBoxLayout;

namespace wizard::shell {

class Sheet : public QDialog
{
    Q_OBJECT
public:
    Sheet(const QString &title, QWidget *parent);

protected:
    QVBoxLayout *body() const { return m_body; }
    QPushButton *addButton(const QString &text, const QString &role, DialogCode code);

private:
    QVBoxLayout *m_body, *m_column;
    QWidget *m_buttons;
};

} // namespace wizard::shell
