// The face of one provider: name, accent colours, logo. One folder under resources/brands.
#pragma once

#include "model/provider.h"
#include "wizard/shell/tokens.h"

#include <QString>

namespace wizard::shell {

struct Brand
{
    QString id;
    model::Words name;
    QString logo; ///< resource path
    Palette light, dark; ///< the house palettes with the brand's accents laid over them
};

/// Every brand compiled in.
QStringList brandIds();
/// Unknown ids, and colours that cannot be read, fall back to the house brand: a pretty face is never a
/// reason not to start.
Brand brandNamed(const QString &id);

} // namespace wizard::shell
