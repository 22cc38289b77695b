// A small page over the window: asks or shows one thing and goes away again.
#pragma once

#include <QDialog>

class QPushButton;
class QVBoxLayout;

namespace wizard::widgets {
class Paragraph;
}

namespace wizard::shell {

class PageScroll;

class Sheet : public QDialog
{
    Q_OBJECT
public:
    Sheet(const QString &title, QWidget *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void showEvent(QShowEvent *event) override;
    QVBoxLayout *body() const { return m_body; }
    QPushButton *addButton(const QString &text, const QString &role, DialogCode code);

private:
    /// Width grows with the letters, height with what it says, both as far as the screen goes; the rest
    /// scrolls under the buttons.
    void fit();

    widgets::Paragraph *m_heading;
    QVBoxLayout *m_body;
    QWidget *m_page, *m_buttons;
    PageScroll *m_scroll;
};

} // namespace wizard::shell
