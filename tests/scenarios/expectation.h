// What a run of todoku-cli answered, and where that differs from what the scenario expects.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace scenario {

struct Answer
{
    int exit = -1;
    bool inTime = true;
    QJsonObject document;
    QByteArray out, err;

    QString verdict() const;
    QStringList findings() const; ///< ids
    QStringList loud() const; ///< ids above a note
};

/// Findings above a note that the scenario neither asks for nor allows: somebody was accused wrongly.
QStringList falseAccusations(const Answer &answer, const QJsonObject &expected);

QStringList differences(const Answer &answer, const QJsonObject &expected);

} // namespace scenario
