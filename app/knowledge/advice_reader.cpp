#include "knowledge/advice_reader.h"

#include "knowledge/json_reader.h"
#include "knowledge/placeholders.h"

#include <QDir>
#include <QFile>
#include <QStringDecoder>

namespace knowledge {

namespace {

constexpr qsizetype adviceBytes = 16 * 1024;

QString *field(Advice &advice, const QString &name)
{
    if (name == u"title")
        return &advice.title;
    if (name == u"next")
        return &advice.next;
    if (name == u"mail_lost")
        return &advice.mailLost;
    return nullptr;
}

std::optional<LoadError> unknownPlaceholder(const QString &file, const QStringList &lines)
{
    for (int number = 0; number < lines.size(); ++number)
        for (const QString &name : placeholdersIn(lines.at(number)))
            if (!isPlaceholder(name))
                return LoadError{file, number + 1, name, QStringLiteral("is not a known placeholder")};
    return std::nullopt;
}

} // namespace

std::variant<Advice, LoadError> readAdvice(const QString &file, const QByteArray &bytes)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decode(bytes);
    if (decode.hasError() || bytes.size() > adviceBytes)
        return LoadError{file, 0, {}, QStringLiteral("not UTF-8, or larger than 16 KiB")};
    const QStringList lines = text.split(u'\n');
    if (lines.first() != u"---")
        return LoadError{file, 1, {}, QStringLiteral("must begin with ---")};
    if (const auto error = unknownPlaceholder(file, lines))
        return *error;

    Advice advice;
    int at = 1;
    for (; at < lines.size() && lines.at(at) != u"---"; ++at) {
        const QString name = lines.at(at).section(u':', 0, 0).trimmed();
        QString *value = field(advice, name);
        if (!value)
            return LoadError{file, at + 1, name, QStringLiteral("is not a known key")};
        if (!value->isEmpty())
            return LoadError{file, at + 1, name, QStringLiteral("stands twice")};
        *value = lines.at(at).section(u':', 1).trimmed();
    }
    if (at >= lines.size())
        return LoadError{file, at, {}, QStringLiteral("the front matter has no end")};
    for (const QString &name : {QStringLiteral("title"), QStringLiteral("next"), QStringLiteral("mail_lost")})
        if (field(advice, name)->isEmpty())
            return LoadError{file, 1, name, QStringLiteral("is missing")};
    advice.body = lines.mid(at + 1).join(u'\n').trimmed();
    if (advice.body.isEmpty())
        return LoadError{file, at + 1, {}, QStringLiteral("has no text")};
    return advice;
}

std::variant<QMap<QString, QMap<QString, Advice>>, LoadError> readAllAdvice(const QString &folder)
{
    QMap<QString, QMap<QString, Advice>> all;
    for (const QString &language : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QDir texts(folder + u'/' + language);
        for (const QString &name : texts.entryList({QStringLiteral("*.md")}, QDir::Files)) {
            QFile file(texts.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                return LoadError{file.fileName(), 0, {}, QStringLiteral("cannot be read")};
            const auto advice = readAdvice(file.fileName(), file.read(adviceBytes + 1));
            if (const auto *error = std::get_if<LoadError>(&advice))
                return *error;
            all[language].insert(name.chopped(3), std::get<Advice>(advice));
        }
    }
    return all;
}

std::variant<QMap<QString, QMap<QString, QString>>, LoadError> readWords(const QString &folder)
{
    QMap<QString, QMap<QString, QString>> all;
    for (const QString &language : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QDir files(folder + u'/' + language);
        for (const QString &name : files.entryList({QStringLiteral("*.json")}, QDir::Files)) {
            const auto json = readJsonFile(files.filePath(name));
            if (const auto *error = std::get_if<LoadError>(&json))
                return *error;
            for (const auto &[key, node] : std::get<JsonNode>(json).members) {
                if (node.kind != JsonNode::Kind::String)
                    return LoadError{files.filePath(name), node.line, key,
                                     QStringLiteral("must be a string")};
                all[language].insert(key, node.text);
            }
        }
    }
    return all;
}

} // namespace knowledge
