// A picture of every screen in every language and two text sizes, for the eyes of whoever changes one.
#pragma once

#include "wizard/shell/brand.h"
#include "wizard/shell/screen.h"

#include <QString>

namespace wizard::shell {

/// Walks the practice visit and saves `<lang>-<size>-<id>.png`, 1024x768. Empty on success, else why.
QString saveGallery(const QString &folder, session::Options options, const QList<ScreenEntry> &screens,
                    const Brand &brand);

} // namespace wizard::shell
