// Lays cards out in two columns where there is room, in one where there is not.
#pragma once

#include <QWidget>

class QGridLayout;

namespace wizard::widgets {

class CardGrid : public QWidget
{
    Q_OBJECT
public:
    explicit CardGrid(QWidget *parent = nullptr);

    void add(QWidget *card);
    void remove(QWidget *card); ///< and deletes it

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QGridLayout *m_grid;
    QList<QWidget *> m_cards;
    int m_columns = 0;
};

} // namespace wizard::widgets
