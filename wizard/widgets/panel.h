// A white card that holds things that belong together, one below the other.
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace wizard::widgets {

class Paragraph;

class Panel : public QFrame
{
    Q_OBJECT
public:
    explicit Panel(QWidget *parent = nullptr);

    QVBoxLayout *column() const { return m_column; }
    /// A paragraph at the end; an empty text adds nothing and gives nothing.
    Paragraph *add(const QString &role, const QString &text);
    void clear(); ///< everything goes; safe to call from a child's own signal

private:
    QVBoxLayout *m_column;
};

} // namespace wizard::widgets
