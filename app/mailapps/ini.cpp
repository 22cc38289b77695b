#include "mailapps/ini.h"

#include <QStringDecoder>
#include <algorithm>

namespace mailapps {

namespace {

QString decoded(const QByteArray &bytes)
{
    // A UTF-8 or UTF-16 byte order mark decides; files of old programs without one may be Latin-1.
    if (const auto encoding = QStringConverter::encodingForData(bytes);
        encoding && *encoding != QStringConverter::Utf8)
        return QStringDecoder(*encoding)(bytes);
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8(bytes);
    if (utf8.hasError())
        text = QString::fromLatin1(bytes);
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    return text;
}

} // namespace

QString IniSection::value(const QString &key) const
{
    for (auto entry = values.crbegin(); entry != values.crend(); ++entry)
        if (entry->first.compare(key, Qt::CaseInsensitive) == 0)
            return entry->second;
    return {};
}

bool IniSection::contains(const QString &key) const
{
    return std::any_of(values.begin(), values.end(),
                       [&](const auto &entry) { return entry.first.compare(key, Qt::CaseInsensitive) == 0; });
}

Ini Ini::parse(const QByteArray &bytes)
{
    Ini ini;
    QString text = decoded(bytes);
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    int number = 0;
    for (const QString &raw : text.split(u'\n')) {
        ++number;
        const QString line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u';'))
            continue;
        const qsizetype close = line.lastIndexOf(u']');
        if (line.startsWith(u'[') && close > 0) {
            ini.sections.append({line.mid(1, close - 1), {}, number});
            continue;
        }
        const qsizetype equals = line.indexOf(u'=');
        if (equals <= 0 || ini.sections.isEmpty()) {
            ini.strayLines.append(number);
            continue;
        }
        ini.sections.last().values.append({line.left(equals).trimmed(), line.mid(equals + 1).trimmed()});
    }
    return ini;
}

QString Ini::value(const QString &section, const QString &key) const
{
    QString last;
    for (const IniSection &candidate : sections)
        if (candidate.name.compare(section, Qt::CaseInsensitive) == 0 && candidate.contains(key))
            last = candidate.value(key);
    return last;
}

} // namespace mailapps
