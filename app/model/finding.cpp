#include "model/finding.h"

namespace model {

QString name(Side side)
{
    switch (side) {
    case Side::ThisPc:
        return QStringLiteral("this-pc");
    case Side::Line:
        return QStringLiteral("line");
    case Side::Provider:
        return QStringLiteral("provider");
    case Side::Partner:
        return QStringLiteral("partner");
    case Side::Path:
        return QStringLiteral("path");
    }
    Q_UNREACHABLE();
}

QString name(Severity severity)
{
    switch (severity) {
    case Severity::Blocks:
        return QStringLiteral("blocks");
    case Severity::Hurts:
        return QStringLiteral("hurts");
    case Severity::Note:
        return QStringLiteral("note");
    }
    Q_UNREACHABLE();
}

std::optional<Side> sideNamed(const QString &text)
{
    for (const Side side : {Side::ThisPc, Side::Line, Side::Provider, Side::Partner, Side::Path})
        if (name(side) == text)
            return side;
    return std::nullopt;
}

std::optional<Severity> severityNamed(const QString &text)
{
    for (const Severity severity : {Severity::Blocks, Severity::Hurts, Severity::Note})
        if (name(severity) == text)
            return severity;
    return std::nullopt;
}

QString Verdict::id() const
{
    switch (kind) {
    case Kind::Healthy:
        return QStringLiteral("healthy");
    case Kind::Unknown:
        return QStringLiteral("unknown");
    case Kind::Found:
        return findings.isEmpty() ? QStringLiteral("unknown") : findings.first().id;
    }
    Q_UNREACHABLE();
}

} // namespace model
