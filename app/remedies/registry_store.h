// One value of the person's own part of the registry of Windows: read, written, taken away. An interface, so
// that what is built on it can be proven where there is no registry.
#pragma once

#include "model/change.h"

#include <QByteArray>
#include <QString>
#include <memory>
#include <optional>

namespace remedies {

/// A value as the registry holds it, of whatever type, so that it can be put back as it was.
struct RegistryData
{
    quint32 type = 0; ///< REG_SZ 1, REG_EXPAND_SZ 2, REG_BINARY 3, REG_DWORD 4 …
    QByteArray bytes; ///< text: UTF-16LE with its closing NUL; number: four bytes, little-endian

    static RegistryData number(quint32 value); ///< REG_DWORD
    static RegistryData text(const QString &value); ///< REG_SZ

    /// As a person reads it: "60", the text itself; of other types empty.
    QString words() const;

    friend bool operator==(const RegistryData &one, const RegistryData &other)
    {
        return one.type == other.type && one.bytes == other.bytes;
    }
};

class RegistryStore
{
public:
    virtual ~RegistryStore() = default;

    // Keys are written "HKCU\Software\…", without regard to case. NotFound: there is no such key; none is
    // ever made. NotWritable: the system does not allow it.

    /// `data` empty: the key has no such value.
    virtual model::Outcome read(const QString &key, const QString &name,
                                std::optional<RegistryData> *data) const = 0;
    /// Both return when it is on the disk.
    virtual model::Outcome write(const QString &key, const QString &name, const RegistryData &data) = 0;
    virtual model::Outcome remove(const QString &key, const QString &name) = 0;
};

/// A value in one word, for the journal; empty: no such value.
QByteArray encoded(const std::optional<RegistryData> &data);
/// False: not such a word.
bool decode(const QByteArray &text, std::optional<RegistryData> *data);

/// Below HKCU alone, and never a value whose name says that it holds a password.
bool mayChangeValue(const QString &key, const QString &name);

/// The registry of this machine. Anywhere but on Windows it has no keys.
std::shared_ptr<RegistryStore> machineRegistryStore();

/// A registry export that regedit reads back by a double click (version 5.00, UTF-16LE): the values as they
/// are; a value that is absent is written so that reading takes it away.
struct RegistryLine
{
    QString key, name;
    std::optional<RegistryData> data;
};
QByteArray registryFile(const QList<RegistryLine> &lines);

} // namespace remedies
