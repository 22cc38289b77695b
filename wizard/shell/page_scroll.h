// A page that scrolls up and down where it is higher than the room for it, and never sideways.
#pragma once

#include <QScrollArea>

namespace wizard::shell {

class PageScroll : public QScrollArea
{
    Q_OBJECT
public:
    /// Takes `page`. The page's own fields and buttons take the keyboard, the area does not.
    explicit PageScroll(QWidget *page);
};

} // namespace wizard::shell
