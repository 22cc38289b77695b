// The {placeholders} of advice texts: a closed set, each with the way in which its value is written for
// people.
#pragma once

#include "model/provider.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

namespace knowledge {

/// Names of everything between { and } in a text, in order, each once.
QStringList placeholdersIn(const QString &text);
bool isPlaceholder(const QString &name);

struct Wording
{
    QString language;
    QMap<QString, model::Words> programs; ///< id to name
    QMap<QString, QString> words; ///< "step.login", "none", "list.separator" in `language`
};

/// Every placeholder replaced by its value: seconds and counts as numbers, bytes as KB or MB, programs by
/// name, lists joined. Text from outside loses control and direction-changing characters and is cut at 200
/// characters; with `markdown` its marks are escaped. A value that is not there becomes words["none"].
QString fill(const QString &text, const QJsonObject &values, const Wording &wording, bool markdown);

/// Without control and direction-changing characters, at most `most` characters.
QString cleaned(const QString &text, qsizetype most = 200);

/// "1.2 MB"
QString sizeText(qint64 bytes);

} // namespace knowledge
