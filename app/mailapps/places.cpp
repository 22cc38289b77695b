#include "mailapps/plain_file.h"
#include "mailapps/reader.h"
#include "mailapps/registry_export.h"

#include <QDir>

namespace mailapps {

namespace {

/// A whole HKEY_CURRENT_USER is about 60 MiB as text.
constexpr qint64 exportCap = 256 * 1024 * 1024;
constexpr qsizetype problemCap = 100;

} // namespace

Places opened(Places places, QList<model::Unreadable> *problems)
{
    if (!places.home.isEmpty())
        places.home = QDir(places.home).absolutePath();
    if (places.registry)
        return places;
    if (places.registryExport.isEmpty()) {
        // The registry of this machine tells nothing about a home that came from another.
        places.registry
            = places.home.isEmpty() ? machineRegistry() : std::make_shared<RegistryExport>(QByteArray());
        return places;
    }
    const FileBytes file = readPlainFile(places.registryExport, exportCap);
    const auto registry = std::make_shared<RegistryExport>(file.bytes);
    places.registry = registry;
    if (!problems)
        return places;
    if (!file.why.isEmpty()) {
        problems->append({places.registryExport, 0, file.why});
        return places;
    }
    for (const RegistryExport::Problem &problem : registry->problems().mid(0, problemCap))
        problems->append({places.registryExport, problem.line, problem.why});
    return places;
}

} // namespace mailapps
