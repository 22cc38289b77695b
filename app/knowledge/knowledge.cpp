#include "knowledge/knowledge.h"

#include "knowledge/advice_reader.h"
#include "knowledge/guide_reader.h"
#include "knowledge/mail_programs_reader.h"
#include "knowledge/pack_reader.h"
#include "knowledge/placeholders.h"
#include "knowledge/walks_reader.h"
#include "knowledge/web_checks_reader.h"

#include <QDir>

namespace knowledge {

using namespace model;

struct Knowledge::Store
{
    QList<Provider> providers;
    QList<MailProgram> programs;
    QList<Interceptor> interceptors;
    QList<WebCheck> webChecks;
    QMap<QString, QMap<QString, Advice>> advice; ///< language, finding
    QMap<QString, QMap<QString, QString>> words; ///< language, key
    Guides guides;
    Walks walks;

    Wording wording(const QString &language) const
    {
        Wording wording;
        wording.language = language;
        wording.words = words.value(language);
        for (const MailProgram &program : programs)
            wording.programs.insert(program.id, program.name);
        return wording;
    }
};

namespace {

template <typename Value>
bool keep(std::variant<Value, LoadError> read, Value &into, LoadError &error)
{
    if (const auto *refused = std::get_if<LoadError>(&read)) {
        error = *refused;
        return false;
    }
    into = std::get<Value>(std::move(read));
    return true;
}

std::variant<QList<Provider>, LoadError> readProviders(const QString &folder)
{
    QList<Provider> all;
    const QDir packs(folder);
    for (const QString &name : packs.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        const auto pack = readPack(packs.filePath(name));
        if (const auto *error = std::get_if<LoadError>(&pack))
            return *error;
        const Provider &read = std::get<Provider>(pack);
        if (name != read.id + QStringLiteral(".json"))
            return LoadError{packs.filePath(name), 0, QStringLiteral("id"),
                             QStringLiteral("must be the file's name")};
        all.append(read);
    }
    return all;
}

QString under(const QString &root, const char *folder)
{
    return root.endsWith(u'/') ? root + QLatin1String(folder) : root + u'/' + QLatin1String(folder);
}

} // namespace

std::variant<Knowledge, LoadError> Knowledge::load(const QString &root)
{
    auto store = std::make_shared<Store>();
    LoadError error;
    const bool read = keep(readProviders(under(root, "providers")), store->providers, error)
        && keep(readMailPrograms(under(root, "knowledge/mail-programs.json")), store->programs, error)
        && keep(readWebChecks(under(root, "knowledge/web-checks.json")), store->webChecks, error)
        && keep(readInterceptors(under(root, "knowledge/interceptors.json")), store->interceptors, error)
        && keep(readAllAdvice(under(root, "advice")), store->advice, error)
        && keep(readWords(under(root, "words")), store->words, error)
        && keep(readWalks(under(root, "knowledge/walks.json")), store->walks, error)
        && keep(Guides::read(root), store->guides, error);
    if (!read)
        return error;
    Knowledge knowledge;
    knowledge.m_store = store;
    return knowledge;
}

QList<Provider> Knowledge::providers() const
{
    return m_store->providers;
}

std::optional<Provider> Knowledge::providerFor(const QString &domain) const
{
    for (const Provider &provider : m_store->providers)
        if (provider.serves(domain))
            return provider;
    return std::nullopt;
}

std::optional<Provider> Knowledge::providerNamed(const QString &id) const
{
    for (const Provider &provider : m_store->providers)
        if (provider.id == id)
            return provider;
    return std::nullopt;
}

QList<MailProgram> Knowledge::mailPrograms() const
{
    return m_store->programs;
}

QList<WebCheck> Knowledge::webChecks() const
{
    return m_store->webChecks;
}

QList<Interceptor> Knowledge::interceptors() const
{
    return m_store->interceptors;
}

QStringList Knowledge::languages() const
{
    return m_store->advice.keys();
}

Advice Knowledge::advice(const QString &finding, const QString &language, const QJsonObject &values) const
{
    const QString used = hasAdvice(finding, language) ? language : QStringLiteral("en");
    Advice advice = m_store->advice.value(used).value(finding);
    const Wording wording = m_store->wording(used);
    for (QString *text : {&advice.title, &advice.next, &advice.mailLost})
        *text = fill(*text, values, wording, false);
    advice.body = fill(advice.body, values, wording, true);
    return advice;
}

bool Knowledge::hasAdvice(const QString &finding, const QString &language) const
{
    return m_store->advice.value(language).contains(finding);
}

QString Knowledge::word(const QString &key, const QString &language) const
{
    const QMap<QString, QString> english = m_store->words.value(QStringLiteral("en"));
    return m_store->words.value(language).value(key, english.value(key));
}

std::optional<Guide> Knowledge::guide(const QString &app, const QString &task, const QString &language,
                                      const QString &version) const
{
    return m_store->guides.guide(app, task, language, version);
}

std::optional<Guide> Knowledge::guideEdition(const QString &app, const QString &task, const QString &language,
                                             const QString &edition) const
{
    return m_store->guides.guideEdition(app, task, language, edition);
}

QList<QPair<QString, QString>> Knowledge::guides() const
{
    return m_store->guides.list();
}

QStringList Knowledge::walks(const QString &finding) const
{
    return m_store->walks.value(finding);
}

QStringList Knowledge::walks(const QString &finding, const QString &app) const
{
    QStringList tasks = walks(finding);
    const auto all = guides();
    tasks.removeIf([&](const QString &task) { return !all.contains({app, task}); });
    return tasks;
}

} // namespace knowledge
