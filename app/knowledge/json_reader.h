// JSON (RFC 8259) as data files are held to it: every value knows its line and key path, a key stands once,
// and nothing is guessed. QJsonDocument loses the lines and takes the last of doubled keys in silence.
#pragma once

#include "knowledge/load_error.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <variant>

namespace knowledge {

struct JsonNode
{
    enum class Kind
    {
        Null,
        Bool,
        Number,
        String,
        Array,
        Object
    };
    Kind kind = Kind::Null;
    int line = 0;
    QString key; ///< "outgoing[0].port"; empty at the top
    bool truth = false;
    double number = 0;
    QString text;
    QList<JsonNode> items;
    QList<QPair<QString, JsonNode>> members; ///< in the order of the file

    const JsonNode *member(const QString &name) const;
};

/// A data file's limits; a saved visit is granted more bytes.
struct JsonLimits
{
    qsizetype bytes = 256 * 1024;
    int depth = 16;
    qsizetype stringCharacters = 1024;
};

/// `file` is only for the error. Refused: what is beyond the limits, a doubled key, bytes that are not UTF-8,
/// strings with control or direction-changing characters.
std::variant<JsonNode, LoadError> readJson(const QString &file, const QByteArray &bytes,
                                           const JsonLimits &limits = {});

/// Reads the file first; "cannot be read" is a LoadError too.
std::variant<JsonNode, LoadError> readJsonFile(const QString &path);

} // namespace knowledge
