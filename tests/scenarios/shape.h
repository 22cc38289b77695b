// Which keys and words a scenario may use: a misspelt one would be a test that tests less than it says.
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace scenario {

/// Everything in the description that nobody would read, or that cannot be meant.
QStringList wrongShape(const QJsonObject &description);

} // namespace scenario
