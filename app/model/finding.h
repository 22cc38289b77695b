// What Todoku concludes from facts: an id, whose side it is on, how sure we are, and the facts that carry it.
#pragma once

#include "model/endpoint.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace model {

/// Who can act. Path: it cannot be told.
enum class Side
{
    ThisPc,
    Line,
    Provider,
    Partner,
    Path
};

/// Blocks: nothing works until it is solved. Hurts: works badly, or will fail again. Note: never presented as
/// the cause.
enum class Severity
{
    Blocks,
    Hurts,
    Note
};

QString name(Side side); ///< "this-pc", "line", …
QString name(Severity severity); ///< "blocks", "hurts", "note"
std::optional<Side> sideNamed(const QString &name);
std::optional<Severity> severityNamed(const QString &name);

struct Finding
{
    QString id; ///< "area.what-is-wrong", stable: tests, advice texts and the phone code name it
    Side side = Side::Path;
    Severity severity = Severity::Note;
    double confidence = 1.0; ///< 0..1
    std::optional<Endpoint> about;
    QJsonObject values; ///< for the words: {"seconds": 93, "program": "outlook"}
    QList<int> because; ///< numbers of the facts that carry it
    QStringList remedies; ///< ids of remedies that apply
};

/// Findings in order of weight; the first one above Note is the cause.
struct Verdict
{
    enum class Kind
    {
        Healthy,
        Found,
        Unknown
    };
    Kind kind = Kind::Unknown;
    QList<Finding> findings;

    /// The id of the cause, "healthy" or "unknown".
    QString id() const;
};

} // namespace model
