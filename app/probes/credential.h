// Who logs in, and how the name was made.
#pragma once

#include "model/secret.h"

#include <QByteArray>
#include <QString>

namespace probes {

struct Credential
{
    QByteArray user; ///< UTF-8, free of control characters
    QString form; ///< "given", "address", "local", …
    model::Secret secret; ///< its own copy, wiped with it
};

} // namespace probes
