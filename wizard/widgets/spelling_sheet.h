// Characters one by one, each with the words to say it: for reading aloud.
#pragma once

#include <QList>
#include <QPair>
#include <QWidget>

class QGridLayout;

namespace wizard::widgets {

class SpellingSheet : public QWidget
{
    Q_OBJECT
public:
    explicit SpellingSheet(QWidget *parent = nullptr);

    void show(const QList<QPair<QString, QString>> &characters);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QGridLayout *m_grid;
    QList<QWidget *> m_cells;
    int m_columns = 0;
};

} // namespace wizard::widgets
