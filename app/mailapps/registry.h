// The registry of Windows as the readers see it: of this machine, or an export that somebody sent
// (--registry). Read only, and blind for passwords: a value whose name says that it holds one is never
// opened.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <variant>

namespace mailapps {

struct RegistryValue
{
    enum class Type
    {
        Text, ///< REG_SZ, REG_EXPAND_SZ: UTF-16LE, as a rule with a closing NUL
        Number, ///< REG_DWORD: four bytes, little-endian
        Binary ///< all others
    };
    Type type = Type::Binary;
    QByteArray bytes;

    /// Of Text, and of Binary that holds UTF-16LE (Outlook until 2010 writes its strings so); else empty.
    QString text() const;
    /// Of Number, and of Binary of exactly four bytes.
    std::optional<quint32> number() const;
};

/// Keys are written "HKCU\Software\…", without regard to case; hives: HKCU, HKLM, HKCR.
class Registry
{
public:
    virtual ~Registry() = default;

    virtual bool contains(const QString &key) const = 0;
    /// Names of the keys right below, in the order of the registry; empty if there is no such key.
    virtual QStringList keys(const QString &key) const = 0;
    /// Names of the values, those of passwords included.
    virtual QStringList names(const QString &key) const = 0;
    /// Empty if it is absent, may not be read, is longer than registryValueCap, or holds a password.
    std::optional<RegistryValue> value(const QString &key, const QString &name) const;

    QString text(const QString &key, const QString &name) const;
    std::optional<quint32> number(const QString &key, const QString &name) const;

protected:
    virtual std::optional<RegistryValue> read(const QString &key, const QString &name) const = 0;
};

/// Bytes of one value that are believed; the longest that a reader needs is an entry id of a few hundred.
inline constexpr qsizetype registryValueCap = 64 * 1024;

/// "SMTP Password", "POP3_Password2", "PassWd".
bool holdsPassword(const QString &valueName);

/// The registry of this machine. Empty anywhere but on Windows.
std::shared_ptr<const Registry> machineRegistry();

} // namespace mailapps
