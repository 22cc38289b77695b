// The registry of this machine, in this process: nothing is started on a command line.
#include "remedies/registry_store.h"

#ifdef Q_OS_WIN
#include "mailapps/registry.h"
#include "remedies/disk.h"

#include <windows.h>

namespace remedies {

using model::Outcome;
using model::Refusal;

namespace {

Outcome failed(const QString &key, const char *call, LSTATUS error)
{
    const Refusal refusal = error == ERROR_FILE_NOT_FOUND || error == ERROR_PATH_NOT_FOUND ? Refusal::NotFound
        : error == ERROR_ACCESS_DENIED ? Refusal::NotWritable
                                       : Refusal::InputOutput;
    return disk::refuse(refusal, key, QStringLiteral("%1: %2").arg(QString::fromLatin1(call)).arg(error));
}

class Key
{
public:
    Key(const QString &path, REGSAM access) : m_path(path)
    {
        const std::wstring below = path.section(u'\\', 1).toStdWString();
        m_error = path.section(u'\\', 0, 0).compare(QStringLiteral("HKCU"), Qt::CaseInsensitive) == 0
            ? RegOpenKeyExW(HKEY_CURRENT_USER, below.c_str(), 0, access, &m_key)
            : ERROR_FILE_NOT_FOUND;
        if (m_error != ERROR_SUCCESS)
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
    Outcome refusal() const { return failed(m_path, "RegOpenKeyEx", m_error); }
    Outcome flushed() const
    {
        const LSTATUS error = RegFlushKey(m_key); // asks for KEY_QUERY_VALUE
        return error == ERROR_SUCCESS ? Outcome() : failed(m_path, "RegFlushKey", error);
    }

private:
    QString m_path;
    HKEY m_key = nullptr;
    LSTATUS m_error = ERROR_SUCCESS;
};

class MachineRegistryStore : public RegistryStore
{
public:
    Outcome read(const QString &path, const QString &name, std::optional<RegistryData> *data) const override
    {
        data->reset();
        const Key key(path, KEY_QUERY_VALUE);
        if (!key.handle())
            return key.refusal();
        QByteArray bytes(mailapps::registryValueCap, Qt::Uninitialized);
        DWORD size = DWORD(bytes.size()), type = REG_NONE;
        const LSTATUS error = RegQueryValueExW(key.handle(), name.toStdWString().c_str(), nullptr, &type,
                                               reinterpret_cast<BYTE *>(bytes.data()), &size);
        if (error == ERROR_FILE_NOT_FOUND)
            return {};
        if (error != ERROR_SUCCESS)
            return failed(path, "RegQueryValueEx", error);
        bytes.truncate(qsizetype(size));
        *data = RegistryData{quint32(type), bytes};
        return {};
    }

    Outcome write(const QString &path, const QString &name, const RegistryData &data) override
    {
        const Key key(path, KEY_SET_VALUE | KEY_QUERY_VALUE);
        if (!key.handle())
            return key.refusal();
        const LSTATUS error = RegSetValueExW(key.handle(), name.toStdWString().c_str(), 0, DWORD(data.type),
                                             reinterpret_cast<const BYTE *>(data.bytes.constData()),
                                             DWORD(data.bytes.size()));
        return error == ERROR_SUCCESS ? key.flushed() : failed(path, "RegSetValueEx", error);
    }

    Outcome remove(const QString &path, const QString &name) override
    {
        const Key key(path, KEY_SET_VALUE | KEY_QUERY_VALUE);
        if (!key.handle())
            return key.refusal();
        const LSTATUS error = RegDeleteValueW(key.handle(), name.toStdWString().c_str());
        return error == ERROR_SUCCESS ? key.flushed() : failed(path, "RegDeleteValue", error);
    }
};

} // namespace

std::shared_ptr<RegistryStore> machineRegistryStore()
{
    return std::make_shared<MachineRegistryStore>();
}

} // namespace remedies
#endif
