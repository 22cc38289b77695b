#include "knowledge/guide_reader.h"

#include "knowledge/guide_check.h"
#include "knowledge/guide_shelf.h"
#include "knowledge/guide_version.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <map>
#include <utility>

namespace knowledge {

using Wrong = std::optional<LoadError>;
using Languages = QMap<QString, QMap<QString, RawWords>>; // language, program

namespace {

const QString english = QStringLiteral("en");

QString wordsPath(const QDir &folder, const QString &language, const QString &program)
{
    return folder.filePath(QStringLiteral("words/%1/%2.json").arg(language, program));
}

Wrong readWords(const GuideShelf &shelf, const QString &language, QMap<QString, RawWords> &words)
{
    const QStringList books = shelf.books();
    const QDir folder(shelf.folder().filePath(QStringLiteral("words/") + language));
    for (const QString &file : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        if (!books.contains(file.chopped(5)))
            return LoadError{folder.filePath(file), 0, {}, QStringLiteral("belongs to no walk-through")};
    }
    for (const QString &book : books) {
        const auto read = readGuideWords(wordsPath(shelf.folder(), language, book));
        if (const auto *error = std::get_if<LoadError>(&read))
            return *error;
        words.insert(book, std::get<RawWords>(read));
    }
    return {};
}

void checkTask(const GuideShelf &shelf, const TaskName &task, std::map<QString, GuideCheck> &checks)
{
    GuideCheck &own = checks.at(task.first);
    const QStringList special = shelf.editions(task);
    for (const QString &edition : QStringList{usualEdition} + special) {
        own.task(task.second, edition);
        if (!special.isEmpty())
            own.edition(edition);
        for (const ShelfStep &step : shelf.steps(task, edition))
            checks.at(step.book).step(step.owner, edition, step.raw, shelf.labels(step.raw).values());
    }
}

Wrong checkWords(const GuideShelf &shelf, const QString &language, const QMap<QString, RawWords> &words)
{
    std::map<QString, GuideCheck> checks;
    const auto add = [&](const QString &book, GuideCheck *shared) -> GuideCheck * {
        const QString path = wordsPath(shelf.folder(), language, book);
        return &checks.try_emplace(book, path, *words.constFind(book), shared).first->second;
    };
    GuideCheck *shared = words.contains(sharedParts) ? add(sharedParts, nullptr) : nullptr;
    for (const QString &book : words.keys())
        add(book, shared); // the shared one is there already, and stays
    for (const TaskName &task : shelf.tasks())
        checkTask(shelf, task, checks);
    for (const auto &check : checks) {
        if (const Wrong wrong = check.second.result())
            return wrong;
    }
    return {};
}

Wrong readLanguages(const GuideShelf &shelf, Languages &languages)
{
    const QDir words(shelf.folder().filePath(QStringLiteral("words")));
    const QStringList codes = words.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    if (!shelf.books().isEmpty() && !codes.contains(english))
        return LoadError{shelf.folder().path(), 0, QStringLiteral("words/en"), QStringLiteral("is missing")};
    for (const QString &language : codes) {
        if (const Wrong wrong = readWords(shelf, language, languages[language]))
            return wrong;
        if (const Wrong wrong = checkWords(shelf, language, languages[language]))
            return wrong;
    }
    return {};
}

// Notes and "what if it looks different" may be left out, but then in every language.
Wrong compareLanguages(const GuideShelf &shelf, const Languages &languages)
{
    const auto inEnglish = languages.value(english);
    for (auto language = languages.cbegin(); language != languages.cend(); ++language) {
        for (auto program = language->cbegin(); program != language->cend(); ++program) {
            const QStringList model = inEnglish.value(program.key()).keys();
            const QStringList here = program->keys();
            const QString path = wordsPath(shelf.folder(), language.key(), program.key());
            for (const QString &key : model) {
                if (!here.contains(key))
                    return LoadError{path, 0, key, QStringLiteral("is missing, but there in English")};
            }
            for (const QString &key : here) {
                if (!model.contains(key))
                    return LoadError{path, program->value(key).line, key,
                                     QStringLiteral("is not there in English")};
            }
        }
    }
    return {};
}

} // namespace

struct Guides::Store
{
    GuideShelf shelf;
    Languages languages;
};

QStringList labelsIn(const QByteArray &svg)
{
    static const QRegularExpression form(QStringLiteral("\\{\\{([^{}]*)\\}\\}"));
    QSet<QString> found;
    auto match = form.globalMatch(QString::fromUtf8(svg));
    while (match.hasNext())
        found.insert(match.next().captured(1));
    QStringList sorted(found.cbegin(), found.cend());
    sorted.sort();
    return sorted;
}

std::variant<Guides, LoadError> Guides::read(const QString &root)
{
    auto shelf = GuideShelf::read(QDir(QDir(root).filePath(QStringLiteral("guides"))));
    if (const auto *error = std::get_if<LoadError>(&shelf))
        return *error;
    auto store = std::make_shared<Store>();
    store->shelf = std::get<GuideShelf>(std::move(shelf));
    if (const Wrong wrong = readLanguages(store->shelf, store->languages))
        return *wrong;
    if (const Wrong wrong = compareLanguages(store->shelf, store->languages))
        return *wrong;
    Guides guides;
    guides.m_store = store;
    return guides;
}

QStringList Guides::languages() const
{
    return m_store ? m_store->languages.keys() : QStringList();
}

QList<QPair<QString, QString>> Guides::list() const
{
    return m_store ? m_store->shelf.tasks() : QList<TaskName>();
}

std::optional<Guide> Guides::guide(const QString &app, const QString &task, const QString &language,
                                   const QString &version) const
{
    if (!m_store)
        return std::nullopt;
    for (const RawEdition &edition : m_store->shelf.editionsOfProgram(app)) {
        if (liesIn(version, edition.versions))
            return guideEdition(app, task, language, edition.id);
    }
    return guideEdition(app, task, language, usualEdition);
}

std::optional<Guide> Guides::guideEdition(const QString &app, const QString &task, const QString &language,
                                          const QString &edition) const
{
    if (!m_store || !m_store->shelf.tasks().contains({app, task}))
        return std::nullopt;
    const GuideShelf &shelf = m_store->shelf;
    const auto &known = shelf.editionsOfProgram(app);
    const auto named = [&edition](const RawEdition &one) { return one.id == edition; };
    if (edition != usualEdition && std::none_of(known.cbegin(), known.cend(), named))
        return std::nullopt;
    const QStringList special = shelf.editions({app, task});
    const auto books = m_store->languages.value(m_store->languages.contains(language) ? language : english);
    const RawWords own = books.value(app), shared = books.value(sharedParts);
    Guide guide;
    guide.app = app;
    guide.task = task;
    guide.edition = special.contains(edition) ? edition : usualEdition;
    for (const QString &one : special.isEmpty() ? special : QStringList{usualEdition} + special)
        guide.editions.append({one, own.value(QStringLiteral("edition.") + one).text});
    const GuideWords words(own, shared, guide.edition), common(shared, shared, {});
    guide.title = words.text(task, QStringLiteral("title"));
    guide.note = words.text(task, QStringLiteral("note"));
    for (const ShelfStep &at : shelf.steps({app, task}, guide.edition)) {
        const GuideWords &said = at.book == app ? words : common;
        GuideStep step;
        step.id = at.raw.id;
        step.text = said.text(at.owner, step.id + QStringLiteral(".text"), at.raw.waitMinutes);
        step.look = said.text(at.owner, step.id + QStringLiteral(".look"), at.raw.waitMinutes);
        step.picture = at.raw.picture.isEmpty() ? QString() : shelf.picturePath(at.raw.picture);
        const auto labels = shelf.labels(at.raw);
        for (auto label = labels.cbegin(); label != labels.cend(); ++label)
            step.labels.insert(label.key(), said.label(label.value()));
        step.waitMinutes = at.raw.waitMinutes;
        step.watch = at.raw.watch;
        guide.steps.append(step);
    }
    return guide;
}

Guide filled(Guide guide, int seconds)
{
    const QString digits = QString::number(seconds);
    const auto put = [&digits](QString &text) { text.replace(QStringLiteral("{seconds}"), digits); };
    put(guide.note);
    for (GuideStep &step : guide.steps) {
        put(step.text);
        put(step.look);
        for (QString &word : step.labels)
            put(word);
    }
    return guide;
}

} // namespace knowledge
