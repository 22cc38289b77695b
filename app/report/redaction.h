// What a report may show of a person: addresses, user names, paths and local names are masked, and the same
// thing is masked in the same way throughout one report. Server names of the provider stay: without them a
// report helps nobody.
#pragma once

#include "model/case.h"
#include "model/finding.h"

#include <QList>
#include <QPair>
#include <QString>

namespace report {

/// A value that tells what somebody wrote to this person, when, or under which name it lies at the server.
bool isOfSomebodysMail(const model::Finding &finding, const QString &value);

class Redaction
{
public:
    /// Everything private that the visit knows is collected once. With `showPrivate` nothing is masked.
    Redaction(const model::Case &visit, bool showPrivate);

    /// The text with every known private part and every mail address masked.
    QString masked(const QString &text) const;
    /// A path: its last part, without the folders that lead there.
    QString path(const QString &path) const;

private:
    void hide(const QString &secret, const QString &instead);

    bool m_showPrivate;
    QList<QPair<QString, QString>> m_hidden; ///< longest first
};

} // namespace report
