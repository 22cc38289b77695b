// The path language of SVG ("M10 20 L30 40 Z") as a path to paint.
#pragma once

#include <QPainterPath>
#include <QStringView>
#include <optional>

namespace wizard::widgets {

/// The lines, curves and elliptical arcs of SVG 1.1 section 8.3, absolute and relative; nothing if it is not
/// whole or uses another command (S, T: no drawing of ours does).
std::optional<QPainterPath> svgPath(QStringView text);

} // namespace wizard::widgets
