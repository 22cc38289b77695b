#include "knowledge/guide_reader.h"

#include "knowledge/guide_check.h"
#include "knowledge/guide_json.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <utility>

namespace knowledge {

using TaskName = QPair<QString, QString>; // program, task

namespace {

struct Files
{
    QDir folder;
    QMap<TaskName, QList<RawStep>> tasks;
    QMap<QString, QMap<QString, RawWords>> words; // language, program
    QMap<QString, QStringList> labels; // picture
};
using Wrong = std::optional<LoadError>;

const QString english = QStringLiteral("en");

QStringList foldersIn(const QDir &dir)
{
    return dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

QStringList jsonIn(const QDir &dir)
{
    return dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
}

QString stem(const QString &file)
{
    return file.chopped(5); // ".json"
}

QString wordsPath(const QDir &folder, const QString &language, const QString &program)
{
    return folder.filePath(QStringLiteral("words/%1/%2.json").arg(language, program));
}

QString picturePath(const QDir &folder, const QString &picture)
{
    return folder.filePath(QStringLiteral("pictures/") + picture);
}

QString filledText(QString text, const RawWords &words, int minutes)
{
    const QStringList names = guidePlaceholders(text);
    for (const QString &name : names) {
        if (name.startsWith(labelPrefix))
            text.replace(u'{' + name + u'}', words.value(name).text);
    }
    return text.replace(QStringLiteral("{minutes}"), QString::number(minutes));
}

Wrong addPicture(Files &files, const QString &path, const RawStep &step)
{
    if (step.picture.isEmpty() || files.labels.contains(step.picture))
        return {};
    QFile svg(picturePath(files.folder, step.picture));
    if (!svg.open(QIODevice::ReadOnly))
        return LoadError{path, step.line, step.id, QStringLiteral("no picture ") + step.picture};
    files.labels.insert(step.picture, labelsIn(svg.readAll()));
    return {};
}

Wrong addTask(Files &files, const QString &program, const QString &file)
{
    const QString path = files.folder.filePath(program + u'/' + file);
    const auto task = readGuideTask(path);
    if (const auto *error = std::get_if<LoadError>(&task))
        return *error;
    const auto &steps = std::get<QList<RawStep>>(task);
    files.tasks.insert({program, stem(file)}, steps);
    for (const RawStep &step : steps) {
        if (const Wrong wrong = addPicture(files, path, step))
            return wrong;
    }
    return {};
}

Wrong readTasks(Files &files)
{
    for (const QString &program : foldersIn(files.folder)) {
        if (program == u"words" || program == u"pictures")
            continue;
        for (const QString &file : jsonIn(QDir(files.folder.filePath(program)))) {
            if (const Wrong wrong = addTask(files, program, file))
                return wrong;
        }
    }
    return {};
}

Wrong addWords(Files &files, const QString &language, const QString &program)
{
    const QString path = wordsPath(files.folder, language, program);
    const auto read = readGuideWords(path);
    if (const auto *error = std::get_if<LoadError>(&read))
        return *error;
    const auto &words = std::get<RawWords>(read);
    GuideCheck check(path, words);
    for (auto task = files.tasks.cbegin(); task != files.tasks.cend(); ++task) {
        if (task.key().first != program)
            continue;
        check.task(task.key().second);
        for (const RawStep &step : task.value())
            check.step(task.key().second, step, files.labels.value(step.picture));
    }
    files.words[language].insert(program, words);
    return check.result();
}

Wrong readLanguages(Files &files)
{
    QSet<QString> programs;
    for (auto task = files.tasks.cbegin(); task != files.tasks.cend(); ++task)
        programs.insert(task.key().first);
    const QStringList languages = foldersIn(QDir(files.folder.filePath(QStringLiteral("words"))));
    if (!programs.isEmpty() && !languages.contains(english))
        return LoadError{files.folder.path(), 0, QStringLiteral("words/en"), QStringLiteral("is missing")};
    for (const QString &language : languages) {
        for (const QString &file : jsonIn(QDir(files.folder.filePath(QStringLiteral("words/") + language)))) {
            if (!programs.contains(stem(file)))
                return LoadError{wordsPath(files.folder, language, stem(file)),
                                 0,
                                 {},
                                 QStringLiteral("belongs to no walk-through")};
        }
        for (const QString &program : std::as_const(programs)) {
            if (const Wrong wrong = addWords(files, language, program))
                return wrong;
        }
    }
    return {};
}

// Notes and "what if it looks different" may be left out, but then in every language.
Wrong compareLanguages(Files &files)
{
    const auto inEnglish = files.words.value(english);
    for (auto language = files.words.cbegin(); language != files.words.cend(); ++language) {
        for (auto program = language->cbegin(); program != language->cend(); ++program) {
            const QStringList model = inEnglish.value(program.key()).keys();
            const QStringList here = program->keys();
            const QString path = wordsPath(files.folder, language.key(), program.key());
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

struct Guides::Store : Files
{
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
    auto store = std::make_shared<Store>();
    store->folder = QDir(QDir(root).filePath(QStringLiteral("guides")));
    for (const auto part : {&readTasks, &readLanguages, &compareLanguages}) {
        if (const Wrong wrong = part(*store))
            return *wrong;
    }
    Guides guides;
    guides.m_store = store;
    return guides;
}

QStringList Guides::languages() const
{
    return m_store ? m_store->words.keys() : QStringList();
}

QList<QPair<QString, QString>> Guides::list() const
{
    return m_store ? m_store->tasks.keys() : QList<TaskName>();
}

std::optional<Guide> Guides::guide(const QString &app, const QString &task, const QString &language) const
{
    if (!m_store || !m_store->tasks.contains({app, task}))
        return std::nullopt;
    const QString chosen = m_store->words.contains(language) ? language : english;
    const RawWords words = m_store->words.value(chosen).value(app);
    Guide guide;
    guide.app = app;
    guide.task = task;
    guide.title = words.value(task + QStringLiteral(".title")).text;
    guide.note = filledText(words.value(task + QStringLiteral(".note")).text, words, 0);
    for (const RawStep &raw : m_store->tasks.value({app, task})) {
        const QString base = task + u'.' + raw.id;
        GuideStep step;
        step.id = raw.id;
        step.text = filledText(words.value(base + QStringLiteral(".text")).text, words, raw.waitMinutes);
        step.look = filledText(words.value(base + QStringLiteral(".look")).text, words, raw.waitMinutes);
        step.picture = raw.picture.isEmpty() ? QString() : picturePath(m_store->folder, raw.picture);
        for (const QString &id : m_store->labels.value(raw.picture))
            step.labels.insert(id, words.value(labelPrefix + id).text);
        step.waitMinutes = raw.waitMinutes;
        step.watch = raw.watch;
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
