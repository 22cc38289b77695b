#include "knowledge/placeholders.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace knowledge {

namespace {

enum class Form
{
    Text,
    Number,
    Size,
    Program,
    Cause,
    Protocol,
    Security,
    Step,
    Defect
};

const QMap<QString, Form> &forms()
{
    static const QMap<QString, Form> table{
        {QStringLiteral("address"), Form::Text},
        {QStringLiteral("bad"), Form::Text},
        {QStringLiteral("bytes"), Form::Size},
        {QStringLiteral("cause"), Form::Cause},
        {QStringLiteral("copies"), Form::Number},
        {QStringLiteral("corrected"), Form::Text},
        {QStringLiteral("count"), Form::Number},
        {QStringLiteral("date"), Form::Text},
        {QStringLiteral("defect"), Form::Defect},
        {QStringLiteral("domain"), Form::Text},
        {QStringLiteral("folder"), Form::Text},
        {QStringLiteral("from"), Form::Text},
        {QStringLiteral("given"), Form::Text},
        {QStringLiteral("good"), Form::Text},
        {QStringLiteral("host"), Form::Text},
        {QStringLiteral("issuer"), Form::Text},
        {QStringLiteral("limit"), Form::Number},
        {QStringLiteral("limit_bytes"), Form::Size},
        {QStringLiteral("lost"), Form::Number},
        {QStringLiteral("messages"), Form::Number},
        {QStringLiteral("names"), Form::Text},
        {QStringLiteral("nearest"), Form::Text},
        {QStringLiteral("needed_timeout"), Form::Number},
        {QStringLiteral("number"), Form::Number},
        {QStringLiteral("oldest"), Form::Text},
        {QStringLiteral("other_port"), Form::Number},
        {QStringLiteral("path"), Form::Text},
        {QStringLiteral("pc_date"), Form::Text},
        {QStringLiteral("percent"), Form::Number},
        {QStringLiteral("port"), Form::Number},
        {QStringLiteral("ports"), Form::Number},
        {QStringLiteral("product"), Form::Text},
        {QStringLiteral("program"), Form::Program},
        {QStringLiteral("program_seconds"), Form::Number},
        {QStringLiteral("programs"), Form::Program},
        {QStringLiteral("protocol"), Form::Protocol},
        {QStringLiteral("proxy"), Form::Text},
        {QStringLiteral("resolver"), Form::Text},
        {QStringLiteral("right_host"), Form::Text},
        {QStringLiteral("right_port"), Form::Number},
        {QStringLiteral("right_security"), Form::Security},
        {QStringLiteral("right_user"), Form::Text},
        {QStringLiteral("seconds"), Form::Number},
        {QStringLiteral("service"), Form::Text},
        {QStringLiteral("step"), Form::Step},
        {QStringLiteral("subject"), Form::Text},
        {QStringLiteral("tag"), Form::Text},
        {QStringLiteral("tries"), Form::Number},
        {QStringLiteral("until"), Form::Text},
        {QStringLiteral("user"), Form::Text},
        {QStringLiteral("version"), Form::Text},
        {QStringLiteral("weakness"), Form::Text},
    };
    return table;
}

const QRegularExpression &pattern()
{
    static const QRegularExpression braces(QStringLiteral("\\{([a-z_]+)\\}"));
    return braces;
}

QString escapedMarkdown(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (QStringLiteral("\\`*[]<>&#|!").contains(c))
            out += u'\\';
        out += c;
    }
    return out;
}

QString numberText(double number)
{
    return number == std::floor(number) ? QString::number(qint64(number)) : QString::number(number, 'f', 1);
}

QString one(const QJsonValue &value, Form form, const Wording &wording, bool markdown)
{
    if (form == Form::Size)
        return sizeText(value.toInteger());
    if (value.isDouble())
        return numberText(value.toDouble());
    const QString text = cleaned(value.toString());
    const QString shown = markdown ? escapedMarkdown(text) : text;
    switch (form) {
    case Form::Program:
        return wording.programs.contains(text)
            ? model::inLanguage(wording.programs.value(text), wording.language)
            : shown;
    case Form::Protocol:
        return shown.toUpper();
    case Form::Security:
        return wording.words.value(QStringLiteral("security.") + text, shown);
    case Form::Step:
        return wording.words.value(QStringLiteral("step.") + text, shown);
    case Form::Defect:
        return wording.words.value(QStringLiteral("defect.") + text, shown);
    case Form::Cause:
        return wording.words.value(QStringLiteral("cause.") + text, shown);
    case Form::Text:
    case Form::Number:
    case Form::Size:
        return shown;
    }
    Q_UNREACHABLE();
}

QString valueText(const QJsonValue &value, Form form, const Wording &wording, bool markdown)
{
    QStringList texts;
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            texts.append(one(item, form, wording, markdown));
    } else if (!value.isUndefined() && !value.isNull()) {
        texts.append(one(value, form, wording, markdown));
    }
    texts.removeAll(QString());
    texts.removeDuplicates();
    if (texts.isEmpty())
        return wording.words.value(QStringLiteral("none"), QStringLiteral("-"));
    return texts.join(wording.words.value(QStringLiteral("list.separator"), QStringLiteral(", ")));
}

} // namespace

QStringList placeholdersIn(const QString &text)
{
    QStringList names;
    for (auto matches = pattern().globalMatch(text); matches.hasNext();)
        names.append(matches.next().captured(1));
    names.removeDuplicates();
    return names;
}

bool isPlaceholder(const QString &name)
{
    return forms().contains(name);
}

QString fill(const QString &text, const QJsonObject &values, const Wording &wording, bool markdown)
{
    QString out;
    qsizetype from = 0;
    for (auto matches = pattern().globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        out += text.mid(from, match.capturedStart() - from);
        const QString name = match.captured(1);
        out += valueText(values.value(name), forms().value(name, Form::Text), wording, markdown);
        from = match.capturedEnd();
    }
    return out + text.mid(from);
}

QString cleaned(const QString &text, qsizetype most)
{
    QString out;
    for (const QChar c : text) {
        const bool isSpace = c == u'\n' || c == u'\r' || c == u'\t';
        // Format characters turn the reading direction or hide: they have no place in a host name or reply.
        if (isSpace)
            out += u' ';
        else if (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format)
            out += c;
        if (out.size() >= most)
            break;
    }
    return out;
}

QString sizeText(qint64 bytes)
{
    if (bytes < 1024)
        return QStringLiteral("%1 B").arg(bytes);
    if (bytes < 1024 * 1024)
        return QStringLiteral("%1 KB").arg((bytes + 512) / 1024);
    const double mega = double(bytes) / (1024 * 1024);
    if (mega < 1024)
        return QStringLiteral("%1 MB").arg(mega, 0, 'f', mega < 10 ? 1 : 0);
    return QStringLiteral("%1 GB").arg(mega / 1024, 0, 'f', 1);
}

} // namespace knowledge
