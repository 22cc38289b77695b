#include "remedies/sylpheed_format.h"

#include "mailapps/sylpheed.h"

#include <QFileInfo>

namespace remedies {

using mailapps::KeyValueFile;
using mailapps::sylpheed::common;

namespace {

std::optional<KeyValueFile> whole(const QByteArray &content)
{
    KeyValueFile file(content, KeyValueFile::Dialect::Sylpheed);
    const bool sound = file.problems().isEmpty() && file.sections().contains(common, Qt::CaseInsensitive);
    return sound ? std::optional(std::move(file)) : std::nullopt;
}

bool covers(const QString &file)
{
    const QString name = QFileInfo(file).fileName();
    return name == mailapps::sylpheed::sylpheed().settings
        || name == mailapps::sylpheed::clawsMail().settings;
}

std::optional<QString> value(const QByteArray &content, const QString &key)
{
    const auto file = whole(content);
    return file ? std::optional(file->text(common, key.toLatin1()).value_or(QString())) : std::nullopt;
}

std::optional<QByteArray> withKeyFrom(const QByteArray &content, const QByteArray &from, const QString &key)
{
    const auto now = whole(content), before = whole(from);
    if (!now || !before)
        return std::nullopt;
    // A key that was not there: the program has written its own default since, as it does with every key.
    const auto old = before->text(common, key.toLatin1());
    return old ? now->with(common, key.toLatin1(), *old) : std::nullopt;
}

} // namespace

const SettingsFormat &sylpheedFormat()
{
    static const SettingsFormat format{&covers, &value, &withKeyFrom};
    return format;
}

} // namespace remedies
