#include "wizard/shell/page_scroll.h"

namespace wizard::shell {

PageScroll::PageScroll(QWidget *page)
{
    page->setObjectName(QStringLiteral("page"));
    setWidget(page);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
}

} // namespace wizard::shell
