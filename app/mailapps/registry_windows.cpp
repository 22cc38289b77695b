// The registry of this machine, read in this process: other programs on the command line would be noticed by
// security software, and rightly (clients.md 0.3).
#include "mailapps/registry.h"

#ifdef Q_OS_WIN
#include <windows.h>

#include <vector>

namespace mailapps {

namespace {

class Key
{
public:
    explicit Key(const QString &path)
    {
        const QString hive = path.section(u'\\', 0, 0).toUpper();
        HKEY root = nullptr;
        if (hive == u"HKCU")
            root = HKEY_CURRENT_USER;
        else if (hive == u"HKLM")
            root = HKEY_LOCAL_MACHINE;
        else if (hive == u"HKCR")
            root = HKEY_CLASSES_ROOT;
        const std::wstring below = path.section(u'\\', 1).toStdWString();
        if (root && RegOpenKeyExW(root, below.c_str(), 0, KEY_READ, &m_key) != ERROR_SUCCESS)
            m_key = nullptr;
    }
    ~Key()
    {
        if (m_key)
            RegCloseKey(m_key);
    }
    Key(const Key &) = delete;
    Key &operator=(const Key &) = delete;

    HKEY handle() const { return m_key; }

private:
    HKEY m_key = nullptr;
};

constexpr DWORD longestName = 16384; // of a value; a key's ends at 255

template <typename Enumerate>
QStringList listed(Enumerate enumerate)
{
    QStringList found;
    std::vector<wchar_t> name(longestName);
    for (DWORD index = 0;; ++index) {
        DWORD length = longestName;
        const LSTATUS status = enumerate(index, name.data(), &length);
        if (status != ERROR_SUCCESS)
            return found;
        found.append(QString::fromWCharArray(name.data(), int(length)));
    }
}

class MachineRegistry : public Registry
{
public:
    bool contains(const QString &path) const override { return Key(path).handle() != nullptr; }

    QStringList keys(const QString &path) const override
    {
        const Key key(path);
        return listed([&key](DWORD index, wchar_t *name, DWORD *length) -> LSTATUS {
            return key.handle()
                ? RegEnumKeyExW(key.handle(), index, name, length, nullptr, nullptr, nullptr, nullptr)
                : ERROR_NO_MORE_ITEMS;
        });
    }

    QStringList names(const QString &path) const override
    {
        const Key key(path);
        return listed([&key](DWORD index, wchar_t *name, DWORD *length) -> LSTATUS {
            return key.handle()
                ? RegEnumValueW(key.handle(), index, name, length, nullptr, nullptr, nullptr, nullptr)
                : ERROR_NO_MORE_ITEMS;
        });
    }

protected:
    std::optional<RegistryValue> read(const QString &path, const QString &name) const override
    {
        const Key key(path);
        const std::wstring wide = name.toStdWString();
        QByteArray bytes(registryValueCap, Qt::Uninitialized);
        DWORD size = DWORD(bytes.size()), type = REG_NONE;
        if (!key.handle()
            || RegQueryValueExW(key.handle(), wide.c_str(), nullptr, &type,
                                reinterpret_cast<BYTE *>(bytes.data()), &size)
                != ERROR_SUCCESS)
            return std::nullopt;
        bytes.truncate(qsizetype(size));
        using Type = RegistryValue::Type;
        const bool text = type == REG_SZ || type == REG_EXPAND_SZ;
        return RegistryValue{text ? Type::Text : type == REG_DWORD ? Type::Number : Type::Binary, bytes};
    }
};

} // namespace

std::shared_ptr<const Registry> machineRegistry()
{
    return std::make_shared<MachineRegistry>();
}

} // namespace mailapps
#endif
