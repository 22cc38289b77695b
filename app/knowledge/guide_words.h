// All that is said in one language of one program's walk-throughs, and what an edition says in its own words.
#pragma once

#include "knowledge/guide_json.h"

namespace knowledge {

inline const QString labelPrefix = QStringLiteral("label.");

/// "<owner>@<edition>.<rest>" where there is such a word, else "<owner>.<rest>".
QString wordKey(const RawWords &words, const QString &owner, const QString &edition, const QString &rest);

/// What stands between { and } in a sentence, in order.
QStringList guidePlaceholders(const QString &text);

class GuideWords
{
public:
    /// `shared` holds labels that `own` has not; texts come from `own` alone.
    GuideWords(const RawWords &own, const RawWords &shared, QString edition);

    /// {label.…} and {minutes} filled.
    QString text(const QString &owner, const QString &rest, int minutes = 0) const;
    QString label(const QString &id) const;

private:
    const RawWords &m_own, &m_shared;
    QString m_edition;
};

} // namespace knowledge
