#include "cli/words.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#ifdef Q_OS_WIN
#include <QLocale>
#endif

namespace cli {

namespace {

QJsonObject file(const QString &language)
{
    QFile source(QStringLiteral(":/words/%1/cli.json").arg(language));
    return source.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(source.readAll()).object()
                                            : QJsonObject();
}

} // namespace

Words::Words(const QString &language)
{
    for (const QString &one : {QStringLiteral("en"), language}) {
        const QJsonObject words = file(one);
        for (auto word = words.begin(); word != words.end(); ++word)
            m_words.insert(word.key(), word.value().toString());
    }
}

QString languageOfEnvironment()
{
    for (const char *name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QByteArray value = qgetenv(name);
        if (!value.isEmpty())
            return value.startsWith("ja") ? QStringLiteral("ja") : QStringLiteral("en");
    }
#ifdef Q_OS_WIN
    if (QLocale::system().language() == QLocale::Japanese) // Windows sets none of them
        return QStringLiteral("ja");
#endif
    return QStringLiteral("en");
}

} // namespace cli
