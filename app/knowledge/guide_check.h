// One file of words against the steps it belongs to: nothing missing, nothing left over, no unknown
// placeholder.
#pragma once

#include "knowledge/guide_words.h"

#include <QSet>

namespace knowledge {

class GuideCheck
{
public:
    /// `shared` has the labels that this file may borrow; it must live as long as this.
    GuideCheck(QString file, const RawWords &words, GuideCheck *shared = nullptr);

    void edition(const QString &edition); ///< edition.<edition>
    void task(const QString &task, const QString &edition); ///< <task>.title, and <task>.note if it is there
    /// <owner>.<step>.text, .look if it is there, and label.<id> for each word in its picture
    void step(const QString &owner, const QString &edition, const RawStep &step, const QStringList &labels);
    /// The first thing that was wrong; else the first key that nobody asked for; else nothing.
    std::optional<LoadError> result() const;

private:
    void need(const QString &owner, const QString &edition, const QString &rest,
              const QStringList &placeholders);
    void use(const QString &key, const QString &edition, const QStringList &placeholders);
    bool useLabel(const QString &name, const QString &edition); ///< "label.ok"; false: there is none
    void fail(int line, const QString &key, const QString &why);

    QString m_file;
    const RawWords &m_words;
    GuideCheck *m_shared;
    QSet<QString> m_used;
    std::optional<LoadError> m_first;
};

} // namespace knowledge
