#include "knowledge/guide_check.h"

#include <QRegularExpression>
#include <utility>

namespace knowledge {

static const QString seconds = QStringLiteral("seconds");
static const QString minutes = QStringLiteral("minutes");

QStringList guidePlaceholders(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\{([^{}]*)\\}"));
    QStringList found;
    auto match = form.globalMatch(text);
    while (match.hasNext())
        found.append(match.next().captured(1));
    return found;
}

GuideCheck::GuideCheck(QString file, const RawWords &words) : m_file(std::move(file)), m_words(words) { }

void GuideCheck::task(const QString &task)
{
    need(task + QStringLiteral(".title"), {});
    use(task + QStringLiteral(".note"), {seconds});
}

void GuideCheck::step(const QString &task, const RawStep &step, const QStringList &labels)
{
    const QString base = task + u'.' + step.id;
    const QStringList known = step.waitMinutes > 0 ? QStringList{seconds, minutes} : QStringList{seconds};
    need(base + QStringLiteral(".text"), known);
    use(base + QStringLiteral(".look"), known);
    for (const QString &id : labels)
        need(labelPrefix + id, {seconds}); // the number to type
}

void GuideCheck::need(const QString &key, const QStringList &placeholders)
{
    if (!m_words.contains(key))
        return fail(0, key, QStringLiteral("is missing"));
    use(key, placeholders);
}

void GuideCheck::use(const QString &key, const QStringList &placeholders)
{
    if (!m_words.contains(key))
        return;
    m_used.insert(key);
    const RawWord &word = m_words[key];
    const QStringList names = guidePlaceholders(word.text);
    for (const QString &name : names) {
        // A label stands for words on the screen; one inside another would never be filled.
        const bool label
            = name.startsWith(labelPrefix) && !key.startsWith(labelPrefix) && m_words.contains(name);
        if (label)
            use(name, {seconds});
        else if (!placeholders.contains(name))
            fail(word.line, key, QStringLiteral("unknown placeholder {%1}").arg(name));
    }
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
