// A provider's face (schema "todoku-brand/1"): the folder that its edition is built with.
#pragma once

#include "knowledge/load_error.h"
#include "model/provider.h"

#include <optional>
#include <variant>

namespace knowledge {

struct Brand
{
    model::Words name; ///< at least in Japanese and English
    model::Words welcomeTitle, welcomeLead; ///< said by the first screen instead of our own
    QString provider; ///< id of the pack whose support the first screen names; empty: none
    QMap<QString, QString> light, dark; ///< "accent": "#0c5159"; what is not there is ours
};

/// brand.json: refused with file, line and key if anything in it is unknown, missing, doubled, too long or
/// hard to read.
std::variant<Brand, LoadError> readBrand(const QString &path);

/// The whole folder: brand.json, the pictures beside it, and the pack that it names. `pack` is the id of the
/// one that the edition is built with; empty: it has to be one of this program.
std::optional<LoadError> checkBrand(const QString &folder, const QString &pack = {});

} // namespace knowledge
