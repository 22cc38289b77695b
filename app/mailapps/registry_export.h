// A registry export as regedit writes it: "Windows Registry Editor Version 5.00" in UTF-16 (or UTF-8, as some
// mail programs re-save it), and "REGEDIT4" in the system's ANSI code page (Japan: 932).
#pragma once

#include "mailapps/registry.h"

#include <QHash>
#include <QList>

namespace mailapps {

class RegistryExport : public Registry
{
public:
    struct Problem
    {
        int line = 0; ///< 1 …; 0: the whole file
        QString why; ///< "not-a-registry-export", "malformed", "half-written", "encoding"
    };

    /// Never fails: what cannot be read is in problems(), what stands before and after it is read. The bytes
    /// of values that hold passwords are not kept.
    explicit RegistryExport(const QByteArray &bytes);

    const QList<Problem> &problems() const { return m_problems; }
    /// False: no line of it was understood.
    bool isExport() const { return m_isExport; }

    bool contains(const QString &key) const override;
    QStringList keys(const QString &key) const override;
    QStringList names(const QString &key) const override;

protected:
    std::optional<RegistryValue> read(const QString &key, const QString &name) const override;

private:
    struct Node
    {
        QStringList keys, names;
        QHash<QString, RegistryValue> values; ///< by lower-case name
    };

    void open(const QString &path);
    void parse(const QString &text);
    void parseValue(const QString &line, int number);

    bool m_isExport = false;
    bool m_ansi = false; ///< REGEDIT4: hex(2) holds ANSI bytes
    QString m_current; ///< lower-case path of the key that is being read; empty: one that is left out
    QHash<QString, Node> m_nodes;
    QList<Problem> m_problems;
};

} // namespace mailapps
