// The face of one provider: name, accent colours, logo, greeting. One folder under resources/brands.
#pragma once

#include "model/provider.h"
#include "wizard/shell/tokens.h"

#include <QString>
#include <optional>

namespace wizard::shell {

struct Brand
{
    QString id = QStringLiteral("todoku");
    model::Words name{{QStringLiteral("en"), QStringLiteral("Todoku")}};
    QString logo; ///< resource path
    Palette light = lightPalette(),
            dark = darkPalette(); ///< the house palettes with the brand's accents laid over them
    model::Words welcomeTitle, welcomeLead; ///< instead of our own on the first screen, where given
    std::optional<model::Provider> provider; ///< whose edition this is

    bool isHouse() const;
};

/// Every brand compiled in.
QStringList brandIds();
/// Unknown ids, and a brand that cannot be read, fall back to the house brand: a pretty face is never a
/// reason not to start.
Brand brandNamed(const QString &id);

} // namespace wizard::shell
