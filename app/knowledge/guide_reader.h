// The walk-throughs under resources/guides, read once and checked in every language: a step without its
// words, a word without its step, a picture that is missing or asks for an unknown label is refused.
#pragma once

#include "knowledge/knowledge.h"
#include "knowledge/load_error.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QPair>
#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <variant>

namespace knowledge {

class Guides
{
public:
    /// Reads <root>/guides as resources/guides/README.md describes it.
    /// `root` is ":/" or the folder resources. No folder guides at all: no walk-throughs, no error.
    /// The first thing that is wrong is returned, with its file, line and key.
    static std::variant<Guides, LoadError> read(const QString &root);

    QStringList languages() const; ///< every folder under guides/words, sorted
    QList<QPair<QString, QString>> list() const; ///< (program, task), sorted
    /// In `language`, else in English. {label.…} and {minutes} are filled; {seconds} is left for filled().
    /// `version` is that of the mail program (model::MailApp): the first edition meant for it is taken, else
    /// the usual one.
    std::optional<Guide> guide(const QString &app, const QString &task, const QString &language,
                               const QString &version = {}) const;
    /// By the id of an edition: "usual", or one that the program has. Where the task has none of that name,
    /// it is the usual one. None: no such task, no such edition.
    std::optional<Guide> guideEdition(const QString &app, const QString &task, const QString &language,
                                      const QString &edition) const;

private:
    struct Store;
    std::shared_ptr<const Store> m_store;
};

/// The guide with {seconds} replaced in all its texts and labels by plain digits, as they are to be typed.
Guide filled(Guide guide, int seconds);

/// The ids that stand between {{ and }} in a picture, sorted, each once.
QStringList labelsIn(const QByteArray &svg);

} // namespace knowledge
