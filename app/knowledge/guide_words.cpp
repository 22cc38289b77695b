#include "knowledge/guide_words.h"

#include <QRegularExpression>
#include <utility>

namespace knowledge {

QString wordKey(const RawWords &words, const QString &owner, const QString &edition, const QString &rest)
{
    const QString special = owner + u'@' + edition + u'.' + rest;
    return words.contains(special) ? special : owner + u'.' + rest;
}

QStringList guidePlaceholders(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\{([^{}]*)\\}"));
    QStringList found;
    auto match = form.globalMatch(text);
    while (match.hasNext())
        found.append(match.next().captured(1));
    return found;
}

GuideWords::GuideWords(const RawWords &own, const RawWords &shared, QString edition)
    : m_own(own), m_shared(shared), m_edition(std::move(edition))
{
}

QString GuideWords::text(const QString &owner, const QString &rest, int minutes) const
{
    QString text = m_own.value(wordKey(m_own, owner, m_edition, rest)).text;
    const QStringList names = guidePlaceholders(text);
    for (const QString &name : names) {
        if (name.startsWith(labelPrefix))
            text.replace(u'{' + name + u'}', label(name.mid(labelPrefix.size())));
    }
    return text.replace(QStringLiteral("{minutes}"), QString::number(minutes));
}

QString GuideWords::label(const QString &id) const
{
    const QString key = wordKey(m_own, QStringLiteral("label"), m_edition, id);
    return m_own.value(key, m_shared.value(labelPrefix + id)).text;
}

} // namespace knowledge
