#include "remedies/settings_format.h"

#include "remedies/prefs_format.h"
#include "remedies/sylpheed_format.h"

namespace remedies {

const SettingsFormat *formatOf(const QString &file)
{
    // One line per form.
    static const SettingsFormat *const formats[] = {&prefsFormat(), &sylpheedFormat()};
    for (const SettingsFormat *format : formats)
        if (format->covers(file))
            return format;
    return nullptr;
}

} // namespace remedies
