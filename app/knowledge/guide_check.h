// One file of words against the steps it belongs to: nothing missing, nothing left over, no unknown
// placeholder.
#pragma once

#include "knowledge/guide_json.h"

#include <QSet>

namespace knowledge {

inline const QString labelPrefix = QStringLiteral("label.");

/// What stands between { and } in a sentence, in order.
QStringList guidePlaceholders(const QString &text);

class GuideCheck
{
public:
    GuideCheck(QString file, const RawWords &words);

    void task(const QString &task); ///< <task>.title, and <task>.note if it is there
    /// <task>.<step>.text, .look if it is there, and label.<id> for each word in its picture
    void step(const QString &task, const RawStep &step, const QStringList &labels);
    /// The first thing that was wrong; else the first key that nobody asked for; else nothing.
    std::optional<LoadError> result() const;

private:
    void need(const QString &key, const QStringList &placeholders);
    void use(const QString &key, const QStringList &placeholders);
    void fail(int line, const QString &key, const QString &why);

    QString m_file;
    const RawWords &m_words;
    QSet<QString> m_used;
    std::optional<LoadError> m_first;
};

} // namespace knowledge
