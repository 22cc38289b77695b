// A reader finds one mail program on this PC and reads its settings. It opens files for reading only, and no
// file that holds passwords.
#pragma once

#include "mailapps/registry.h"
#include "model/mailapp.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>

namespace mailapps {

/// Where to look. Tests and --home point it at a made-up home.
struct Places
{
    QString home; ///< the person's home directory; on Windows the profile directory
    QString registryExport; ///< --registry FILE.reg; empty: the machine's own, for a given home none
    std::shared_ptr<const Registry> registry = {}; ///< opened by readAll(); for a reader never null
    /// Whether one of these programs runs now; for tests. Empty: the system is asked (processes.h).
    std::function<bool(const QStringList &executables)> runs = {};
};

/// The places with their registry opened, if it is not yet. An export that cannot be read is an empty
/// registry, and what is wrong with it goes to `problems`.
Places opened(Places places, QList<model::Unreadable> *problems = nullptr);

struct Kind
{
    const char *id; ///< "thunderbird"
    /// Everything found of this program; empty `profiles` and `version` mean: not on this PC. Blocks: run it
    /// off the main thread.
    model::MailApp (*read)(const Places &places);
};

/// The plain table of all programs: catalogue.cpp.
const QList<Kind> &catalogue();

/// All programs that were found, in catalogue order. What is wrong with a registry export is asked for with
/// opened().
QList<model::MailApp> readAll(const Places &places);

} // namespace mailapps
