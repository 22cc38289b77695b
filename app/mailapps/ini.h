// A small INI reader for other programs' files, after Mozilla's nsINIParser: values are taken as they stand,
// nothing is unescaped, nothing is ever written (QSettings would do both).
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace mailapps {

struct IniSection
{
    QString name;
    QList<std::pair<QString, QString>> values;
    int line = 0;

    /// The last of that name (compared without case); empty if absent.
    QString value(const QString &key) const;
    bool contains(const QString &key) const;
};

struct Ini
{
    QList<IniSection> sections; ///< in the order of the file; a name may come twice
    QList<int> strayLines; ///< neither section nor key=value nor comment

    static Ini parse(const QByteArray &bytes);
    /// The last that is set in any section of that name.
    QString value(const QString &section, const QString &key) const;
};

} // namespace mailapps
