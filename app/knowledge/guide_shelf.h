// What lies under resources/guides, and how one walk-through is put together from it: the steps of its task
// and of the parts that it has in common with other tasks, each in the edition that is asked for.
#pragma once

#include "knowledge/guide_json.h"

#include <QDir>
#include <QSet>

namespace knowledge {

using TaskName = QPair<QString, QString>; // program, task

/// The edition of what has no "@" in its name.
inline const QString usualEdition = QStringLiteral("usual");
/// Parts for more than one program; its words are in words/<language>/shared.json.
inline const QString sharedParts = QStringLiteral("shared");

/// One step where it stands in a walk-through.
struct ShelfStep
{
    QString book; ///< program in whose words it is told, or sharedParts
    QString owner; ///< the task or part that its words begin with
    RawStep raw;
};

class GuideShelf
{
public:
    /// Refused: a part that is missing, that nobody uses or that has a part itself, a step id twice in one
    /// walk-through, a picture that is missing, an edition that is not in editions.json or that nobody uses.
    static std::variant<GuideShelf, LoadError> read(const QDir &folder);

    const QDir &folder() const { return m_folder; }
    QList<TaskName> tasks() const; ///< sorted
    QStringList books() const; ///< programs, and sharedParts if there are any
    const QList<RawEdition> &editionsOfProgram(const QString &program) const;
    /// Those that differ from the usual one in this task, in the order of editions.json; usual is not named.
    QStringList editions(const TaskName &task) const;
    /// `edition` where the task or its parts have it, else what is usual.
    QList<ShelfStep> steps(const TaskName &task, const QString &edition) const;
    /// {{id}} in the step's picture, and the label that stands there.
    QMap<QString, QString> labels(const RawStep &step) const;
    QString picturePath(const QString &picture) const;

private:
    std::optional<LoadError> addFolder(const QString &folder);
    std::optional<LoadError> addEditions(const QString &program);
    std::optional<LoadError> addPicture(const QString &path, const RawStep &step);
    std::optional<LoadError> checkTask(const TaskName &task);
    std::optional<LoadError> checkLeftOver() const;
    QString path(const QString &page) const;
    QString page(const QString &name, const QString &edition) const; ///< "" if there is none
    QString partFolder(const QString &program, const QString &part) const;

    QDir m_folder;
    QMap<QString, QList<RawStep>> m_pages; ///< "outlook/go-offline", "outlook/parts/open-account@2010"
    QMap<QString, QList<RawEdition>> m_editions;
    QMap<QString, QStringList> m_labels; ///< by picture
    QSet<QString> m_used; ///< pages
};

} // namespace knowledge
