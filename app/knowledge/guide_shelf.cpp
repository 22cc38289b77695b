#include "knowledge/guide_shelf.h"

#include "knowledge/guide_version.h"

#include <QFile>
#include <QSet>
#include <algorithm>

namespace knowledge {

using Wrong = std::optional<LoadError>;

namespace {

const QString parts = QStringLiteral("/parts/");
const QString editionsFile = QStringLiteral("editions.json");

QString programOf(const QString &page)
{
    return page.section(u'/', 0, 0);
}

QString editionOf(const QString &page)
{
    return page.section(u'@', 1);
}

} // namespace

std::variant<GuideShelf, LoadError> GuideShelf::read(const QDir &folder)
{
    GuideShelf shelf;
    shelf.m_folder = folder;
    for (const QString &program : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (program == u"words" || program == u"pictures")
            continue;
        for (const Wrong &wrong : {shelf.addEditions(program), shelf.addFolder(program + u'/'),
                                   shelf.addFolder(program + parts)}) {
            if (wrong)
                return *wrong;
        }
    }
    for (const TaskName &task : shelf.tasks()) {
        if (const Wrong wrong = shelf.checkTask(task))
            return *wrong;
    }
    if (const Wrong wrong = shelf.checkLeftOver())
        return *wrong;
    return shelf;
}

Wrong GuideShelf::addEditions(const QString &program)
{
    const QString file = m_folder.filePath(program + u'/' + editionsFile);
    if (!QFile::exists(file))
        return {};
    const auto read = readGuideEditions(file);
    if (const auto *error = std::get_if<LoadError>(&read))
        return *error;
    m_editions.insert(program, std::get<QList<RawEdition>>(read));
    return {};
}

Wrong GuideShelf::addFolder(const QString &folder)
{
    const QDir dir(m_folder.filePath(folder));
    for (const QString &file : dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        if (file == editionsFile)
            continue;
        const QString page = folder + file.chopped(5); // ".json"
        if (programOf(page) == sharedParts && !page.contains(parts))
            return LoadError{path(page), 0, {}, QStringLiteral("shared has parts only")};
        const auto read = readGuideTask(path(page));
        if (const auto *error = std::get_if<LoadError>(&read))
            return *error;
        m_pages.insert(page, std::get<QList<RawStep>>(read));
        // Their words would begin alike.
        const QString twin = QString(page).replace(parts, QStringLiteral("/"));
        if (page.contains(parts) && m_pages.contains(twin))
            return LoadError{path(page), 0, {}, QStringLiteral("a task has this name")};
        for (const RawStep &step : m_pages.value(page)) {
            if (const Wrong wrong = addPicture(path(page), step))
                return wrong;
            if (!step.part.isEmpty() && page.contains(parts))
                return LoadError{path(page), step.line, step.part, QStringLiteral("a part in a part")};
        }
    }
    return {};
}

Wrong GuideShelf::addPicture(const QString &path, const RawStep &step)
{
    if (!step.picture.isEmpty() && !m_labels.contains(step.picture)) {
        QFile svg(picturePath(step.picture));
        if (!svg.open(QIODevice::ReadOnly))
            return LoadError{path, step.line, step.id, QStringLiteral("no picture ") + step.picture};
        m_labels.insert(step.picture, labelsIn(svg.readAll()));
    }
    const QStringList there = m_labels.value(step.picture);
    for (auto label = step.labels.cbegin(); label != step.labels.cend(); ++label) {
        if (!there.contains(label.key()))
            return LoadError{path, step.line, label.key(), QStringLiteral("is not in the picture")};
    }
    return {};
}

Wrong GuideShelf::checkTask(const TaskName &task)
{
    const QString name = task.first + u'/' + task.second;
    for (const QString &edition : QStringList{usualEdition} + editions(task)) {
        const QString at = page(name, edition);
        m_used.insert(at);
        for (const RawStep &step : m_pages.value(at)) {
            if (step.part.isEmpty())
                continue;
            const QString part = page(partFolder(task.first, step.part), edition);
            if (part.isEmpty())
                return LoadError{path(at), step.line, step.part, QStringLiteral("no such part")};
            m_used.insert(part);
        }
        QSet<QString> ids;
        for (const ShelfStep &step : steps(task, edition)) {
            if (ids.contains(step.raw.id))
                return LoadError{path(at), 0, step.raw.id, QStringLiteral("stands twice, with its parts")};
            ids.insert(step.raw.id);
        }
    }
    return {};
}

Wrong GuideShelf::checkLeftOver() const
{
    QSet<QString> used;
    for (auto one = m_pages.cbegin(); one != m_pages.cend(); ++one) {
        const QString &name = one.key();
        const auto &known = editionsOfProgram(programOf(name));
        const bool listed = std::any_of(known.cbegin(), known.cend(), [&name](const RawEdition &edition) {
            return edition.id == editionOf(name);
        });
        if (name.contains(u'@') && !listed)
            return LoadError{path(name), 0, editionOf(name), QStringLiteral("is not in editions.json")};
        if (!m_used.contains(name))
            return LoadError{path(name), 0, {}, QStringLiteral("no walk-through uses it")};
        used.insert(programOf(name) + u'@' + editionOf(name));
    }
    for (auto program = m_editions.cbegin(); program != m_editions.cend(); ++program) {
        for (const RawEdition &edition : *program) {
            if (!used.contains(program.key() + u'@' + edition.id))
                return LoadError{m_folder.filePath(program.key() + u'/' + editionsFile), edition.line,
                                 edition.id, QStringLiteral("no walk-through uses it")};
        }
    }
    return {};
}

QString GuideShelf::path(const QString &page) const
{
    return m_folder.filePath(page + QStringLiteral(".json"));
}

QString GuideShelf::page(const QString &name, const QString &edition) const
{
    const QString special = name + u'@' + edition;
    return m_pages.contains(special) ? special : m_pages.contains(name) ? name : QString();
}

QString GuideShelf::partFolder(const QString &program, const QString &part) const
{
    const QString own = program + parts + part;
    return m_pages.contains(own) ? own : sharedParts + parts + part;
}

QList<TaskName> GuideShelf::tasks() const
{
    QList<TaskName> all;
    for (auto one = m_pages.cbegin(); one != m_pages.cend(); ++one) {
        if (!one.key().contains(parts) && !one.key().contains(u'@'))
            all.append({programOf(one.key()), one.key().section(u'/', 1)});
    }
    std::sort(all.begin(), all.end());
    return all;
}

QStringList GuideShelf::books() const
{
    QStringList all;
    for (auto one = m_pages.cbegin(); one != m_pages.cend(); ++one) {
        if (!all.contains(programOf(one.key())))
            all.append(programOf(one.key()));
    }
    return all;
}

const QList<RawEdition> &GuideShelf::editionsOfProgram(const QString &program) const
{
    static const QList<RawEdition> none;
    const auto found = m_editions.constFind(program);
    return found == m_editions.cend() ? none : *found;
}

QStringList GuideShelf::editions(const TaskName &task) const
{
    const QString name = task.first + u'/' + task.second;
    const auto differs = [this](const QString &page, const QString &edition) {
        return m_pages.contains(page + u'@' + edition);
    };
    QStringList found;
    for (const RawEdition &edition : editionsOfProgram(task.first)) {
        const auto steps = m_pages.value(page(name, edition.id));
        const bool inPart = std::any_of(steps.cbegin(), steps.cend(), [&](const RawStep &step) {
            return !step.part.isEmpty() && differs(partFolder(task.first, step.part), edition.id);
        });
        if (inPart || differs(name, edition.id))
            found.append(edition.id);
    }
    return found;
}

QList<ShelfStep> GuideShelf::steps(const TaskName &task, const QString &edition) const
{
    QList<ShelfStep> all;
    for (const RawStep &raw : m_pages.value(page(task.first + u'/' + task.second, edition))) {
        if (raw.part.isEmpty()) {
            all.append({task.first, task.second, raw});
            continue;
        }
        const QString part = page(partFolder(task.first, raw.part), edition);
        for (const RawStep &inner : m_pages.value(part))
            all.append({programOf(part), raw.part, inner});
        if (!raw.watch.kind.isEmpty() && !all.isEmpty())
            all.last().raw.watch = raw.watch;
    }
    return all;
}

QMap<QString, QString> GuideShelf::labels(const RawStep &step) const
{
    QMap<QString, QString> all;
    for (const QString &id : m_labels.value(step.picture))
        all.insert(id, step.labels.value(id, id));
    return all;
}

QString GuideShelf::picturePath(const QString &picture) const
{
    return m_folder.filePath(QStringLiteral("pictures/") + picture);
}

} // namespace knowledge
