// "Details": closed by default, because most people do not need them and some do.
#pragma once

#include "wizard/widgets/panel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace wizard::widgets {

class Expander : public QWidget
{
    Q_OBJECT
public:
    explicit Expander(QWidget *parent = nullptr);

    void say(const QString &closed, const QString &open);
    QVBoxLayout *content() const { return m_panel->column(); }
    Panel *panel() const { return m_panel; }
    bool isOpen() const { return m_button->isChecked(); }
    void setOpen(bool open) { m_button->setChecked(open); }

private:
    void show();

    QPushButton *m_button;
    Panel *m_panel;
    QString m_closed, m_open;
};

} // namespace wizard::widgets
