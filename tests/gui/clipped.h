// What has no room on a page, as a person would miss it.
#pragma once

#include "wizard/widgets/paragraph.h"

namespace gui {

/// The first paragraph shown in `page` that is lower than its lines; empty: all are whole.
inline QString clippedText(const QWidget &page)
{
    for (const auto *text : page.findChildren<wizard::widgets::Paragraph *>()) {
        if (text->isVisible() && text->height() < text->heightForWidth(text->width()))
            return text->text();
    }
    return {};
}

} // namespace gui
