#include "remedies/prefs_format.h"

#include "mailapps/prefs_js.h"

#include <QFileInfo>

namespace remedies {

using mailapps::Prefs;

namespace {

bool isWhole(const Prefs &prefs)
{
    return prefs.problems().isEmpty() && !prefs.all().empty();
}

bool covers(const QString &file)
{
    return QFileInfo(file).fileName() == u"prefs.js";
}

std::optional<QString> value(const QByteArray &content, const QString &key)
{
    const Prefs prefs(content);
    if (!isWhole(prefs))
        return std::nullopt;
    const auto pref = prefs.find(key.toUtf8());
    return pref ? prefs.valueOf(*pref) : QString();
}

std::optional<QByteArray> withKeyFrom(const QByteArray &content, const QByteArray &from, const QString &key)
{
    const Prefs prefs(content), old(from);
    return isWhole(prefs) && isWhole(old) ? std::optional(prefs.withValueOf(key.toUtf8(), old))
                                          : std::nullopt;
}

} // namespace

const SettingsFormat &prefsFormat()
{
    static const SettingsFormat format{covers, value, withKeyFrom};
    return format;
}

} // namespace remedies
