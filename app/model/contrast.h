// How far two colours stand apart.
#pragma once

#include <QtGlobal>

namespace model {

/// WCAG 2.2 contrast ratio of two colours 0xrrggbb, 1..21.
double contrast(quint32 a, quint32 b);

} // namespace model
