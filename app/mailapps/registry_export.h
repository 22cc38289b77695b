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
        QString why; ///< "not-a-registry-export", "malformed", "half-written", "encoding", "too-large"
    };

    /// Never fails: what cannot be read is in problems(), what stands before and after it is read. The bytes
    /// of values that hold passwords are not kept.
    explicit RegistryExport(const QByteArray &bytes);

    /// At most problemCap; what else is wrong is not told.
    const QList<Problem> &problems() const { return m_problems; }
    /// False: no line of it was understood.
    bool isExport() const { return m_isExport; }

    bool contains(const QString &key) const override;
    QStringList keys(const QString &key) const override;
    QStringList names(const QString &key) const override;

    static constexpr qsizetype problemCap = 1000;
    /// Bytes of names and values that are kept; the reading ends there.
    static constexpr qsizetype memoryCap = 192 * 1024 * 1024;

protected:
    std::optional<RegistryValue> read(const QString &key, const QString &name) const override;

private:
    struct Entry
    {
        QString name;
        RegistryValue value;
        bool isKept = false; ///< false: a password, or longer than registryValueCap
    };
    struct Node
    {
        QStringList keys;
        QList<Entry> entries; ///< as in the file: a name may come twice
    };

    void parse(const QByteArray &bytes);
    void open(const QString &line, int number);
    void ensure(const QString &path);
    void parseValue(const QString &line, int number);
    void keep(const QString &name, std::optional<RegistryValue> value);
    void report(int line, const char *why);

    bool m_isExport = false;
    bool m_ansi = false; ///< REGEDIT4: hex(2) holds ANSI bytes
    qsizetype m_kept = 0; ///< bytes of it all, about
    QString m_current; ///< lower-case path of the key that is being read; empty: one that is left out
    QHash<QString, Node> m_nodes; ///< by lower-case path
    QList<Problem> m_problems;
};

} // namespace mailapps
