// What a settings file says about one key, whatever its form: so that an undo can show what stands there now,
// and take its own keys back where the rest of the file has moved on.
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace remedies {

struct SettingsFormat
{
    bool (*covers)(const QString &file); ///< by its name
    /// The key's value as model::Change words it, empty if it is not set. Nothing: the content is not whole.
    std::optional<QString> (*value)(const QByteArray &content, const QString &key);
    /// `content` with the key as it stands in `from`, or without it if that has none; every other byte as it
    /// was. Nothing: one of them is not whole.
    std::optional<QByteArray> (*withKeyFrom)(const QByteArray &content, const QByteArray &from,
                                             const QString &key);
};

/// Null: a file of a form that is not known here is put back as a whole or not at all.
const SettingsFormat *formatOf(const QString &file);

} // namespace remedies
