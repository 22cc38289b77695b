#include "knowledge/guide_check.h"

#include <utility>

namespace knowledge {

static const QString seconds = QStringLiteral("seconds");
static const QString minutes = QStringLiteral("minutes");

static bool isLabel(const QString &key)
{
    return key.startsWith(u"label.") || key.startsWith(u"label@");
}

GuideCheck::GuideCheck(QString file, const RawWords &words, GuideCheck *shared)
    : m_file(std::move(file)), m_words(words), m_shared(shared)
{
}

void GuideCheck::edition(const QString &edition)
{
    need(QStringLiteral("edition"), {}, edition, {});
}

void GuideCheck::task(const QString &task, const QString &edition)
{
    need(task, edition, QStringLiteral("title"), {});
    use(wordKey(m_words, task, edition, QStringLiteral("note")), edition, {seconds});
}

void GuideCheck::step(const QString &owner, const QString &edition, const RawStep &step,
                      const QStringList &labels)
{
    const QStringList known = step.waitMinutes > 0 ? QStringList{seconds, minutes} : QStringList{seconds};
    need(owner, edition, step.id + QStringLiteral(".text"), known);
    use(wordKey(m_words, owner, edition, step.id + QStringLiteral(".look")), edition, known);
    for (const QString &id : labels) {
        if (!useLabel(labelPrefix + id, edition))
            fail(0, labelPrefix + id, QStringLiteral("is missing"));
    }
}

void GuideCheck::need(const QString &owner, const QString &edition, const QString &rest,
                      const QStringList &placeholders)
{
    const QString key = wordKey(m_words, owner, edition, rest);
    if (!m_words.contains(key))
        return fail(0, key, QStringLiteral("is missing"));
    use(key, edition, placeholders);
}

void GuideCheck::use(const QString &key, const QString &edition, const QStringList &placeholders)
{
    if (!m_words.contains(key))
        return;
    m_used.insert(key);
    const RawWord &word = m_words[key];
    const QStringList names = guidePlaceholders(word.text);
    for (const QString &name : names) {
        // A label stands for words on the screen; one inside another would never be filled.
        const bool label = name.startsWith(labelPrefix) && !isLabel(key) && useLabel(name, edition);
        if (!label && !placeholders.contains(name))
            fail(word.line, key, QStringLiteral("unknown placeholder {%1}").arg(name));
    }
}

bool GuideCheck::useLabel(const QString &name, const QString &edition)
{
    const QString key = wordKey(m_words, QStringLiteral("label"), edition, name.mid(labelPrefix.size()));
    if (!m_words.contains(key))
        return m_shared && m_shared->useLabel(name, {});
    use(key, edition, {seconds}); // the number to type
    return true;
}

void GuideCheck::fail(int line, const QString &key, const QString &why)
{
    if (!m_first)
        m_first = LoadError{m_file, line, key, why};
}

std::optional<LoadError> GuideCheck::result() const
{
    if (m_first)
        return m_first;
    for (auto word = m_words.cbegin(); word != m_words.cend(); ++word) {
        if (!m_used.contains(word.key()))
            return LoadError{m_file, word->line, word.key(),
                             QStringLiteral("belongs to no step and no picture")};
    }
    return {};
}

} // namespace knowledge
