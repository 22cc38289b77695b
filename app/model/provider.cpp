#include "model/provider.h"

namespace model {

bool Provider::serves(const QString &domain) const
{
    const QString asked = domain.toLower();
    for (const QString &pattern : domains) {
        if (pattern.startsWith(u"*.") ? asked.endsWith(pattern.mid(1).toLower()) : asked == pattern.toLower())
            return true;
    }
    return false;
}

QString inLanguage(const Words &words, const QString &language)
{
    if (words.contains(language))
        return words.value(language);
    if (words.contains(QStringLiteral("en")))
        return words.value(QStringLiteral("en"));
    return words.isEmpty() ? QString() : words.first();
}

QString userName(const QString &address, const QString &form)
{
    const qsizetype at = address.lastIndexOf(u'@');
    if (at < 1)
        return {};
    const QString local = address.left(at);
    const QString domain = address.mid(at + 1);
    if (form == u"address")
        return address;
    if (form == u"local")
        return local;
    if (form == u"percent")
        return local + u'%' + domain;
    if (form == u"dot")
        return local + u'.' + domain;
    return {};
}

} // namespace model
