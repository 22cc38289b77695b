#include "knowledge/fields.h"

#include <QRegularExpression>
#include <cmath>

namespace knowledge {

using Kind = JsonNode::Kind;

namespace {

QString kindName(Kind kind)
{
    switch (kind) {
    case Kind::Null:
        return QStringLiteral("null");
    case Kind::Bool:
        return QStringLiteral("true or false");
    case Kind::Number:
        return QStringLiteral("a number");
    case Kind::String:
        return QStringLiteral("a string");
    case Kind::Array:
        return QStringLiteral("a list");
    case Kind::Object:
        return QStringLiteral("an object");
    }
    Q_UNREACHABLE();
}

} // namespace

void Problem::say(const JsonNode &node, const QString &why, const QString &field)
{
    if (any)
        return;
    any = true;
    const QString key = field.isEmpty() ? node.key : node.key.isEmpty() ? field : node.key + u'.' + field;
    first = {file, node.line, key, why};
}

Fields::Fields(const JsonNode &node, Problem &problem) : m_node(node), m_problem(problem)
{
    if (node.kind != Kind::Object)
        problem.say(node, QStringLiteral("must be an object"));
}

const JsonNode *Fields::take(const char *name, Kind kind, Need need)
{
    const QString key = QString::fromLatin1(name);
    m_asked.insert(key);
    const JsonNode *node = m_node.member(key);
    if (!node) {
        if (need == Required)
            m_problem.say(m_node, QStringLiteral("is missing"), key);
        return nullptr;
    }
    if (node->kind != kind) {
        m_problem.say(*node, QStringLiteral("must be ") + kindName(kind));
        return nullptr;
    }
    return node;
}

QString Fields::text(const char *name, Need need)
{
    const JsonNode *node = take(name, Kind::String, need);
    if (node && need == Required && node->text.isEmpty())
        m_problem.say(*node, QStringLiteral("must not be empty"));
    return node ? node->text : QString();
}

QString Fields::oneOf(const char *name, const QStringList &allowed, Need need)
{
    const JsonNode *node = take(name, Kind::String, need);
    if (node && !allowed.contains(node->text))
        m_problem.say(*node, QStringLiteral("must be one of: ") + allowed.join(QStringLiteral(", ")));
    return node ? node->text : QString();
}

QString Fields::host(const char *name, Need need)
{
    const JsonNode *node = take(name, Kind::String, need);
    if (node && !isHostName(node->text))
        m_problem.say(*node, QStringLiteral("is not a host name"));
    return node ? node->text.toLower() : QString();
}

QString Fields::url(const char *name, Need need)
{
    // A name and a path after https: no user, no port, no backslash, nothing that a browser reads in two
    // ways.
    static const QRegularExpression form(QStringLiteral("^https://([^/?#]+)(/[!-\\[\\]-~]*)?$"));
    const JsonNode *node = take(name, Kind::String, need);
    if (!node)
        return {};
    const auto match = form.match(node->text);
    if (!match.hasMatch() || !isHostName(match.captured(1)))
        m_problem.say(*node, QStringLiteral("must be an https address with a plain host name"));
    return node->text;
}

QDate Fields::date(const char *name, Need need)
{
    const JsonNode *node = take(name, Kind::String, need);
    if (!node)
        return {};
    const QDate date = QDate::fromString(node->text, QStringLiteral("yyyy-MM-dd"));
    if (!date.isValid())
        m_problem.say(*node, QStringLiteral("must be a date as 2027-12-31"));
    return date;
}

bool Fields::truth(const char *name, bool otherwise)
{
    const JsonNode *node = take(name, Kind::Bool, Optional);
    return node ? node->truth : otherwise;
}

qint64 Fields::whole(const char *name, qint64 least, qint64 most, Need need)
{
    const JsonNode *node = take(name, Kind::Number, need);
    if (!node)
        return 0;
    if (node->number != std::floor(node->number) || node->number < double(least)
        || node->number > double(most)) {
        m_problem.say(*node, QStringLiteral("must be %1..%2").arg(least).arg(most));
        return 0;
    }
    return qint64(node->number);
}

double Fields::number(const char *name, double least, double most)
{
    const JsonNode *node = take(name, Kind::Number, Optional);
    if (node && (node->number < least || node->number > most))
        m_problem.say(*node, QStringLiteral("must be %1..%2").arg(least).arg(most));
    return node ? node->number : 0;
}

QStringList Fields::texts(const char *name, Need need)
{
    QStringList texts;
    const JsonNode *node = take(name, Kind::Array, need);
    if (!node)
        return texts;
    if (need == Required && node->items.isEmpty())
        m_problem.say(*node, QStringLiteral("must not be empty"));
    for (const JsonNode &item : node->items) {
        if (item.kind != Kind::String || item.text.isEmpty())
            m_problem.say(item, QStringLiteral("must be a string"));
        texts.append(item.text);
    }
    return texts;
}

model::Words Fields::words(const char *name, Need need)
{
    static const QRegularExpression language(QStringLiteral("^[a-z]{2,3}(-[A-Za-z]{2,8})?$"));
    model::Words words;
    const JsonNode *node = take(name, Kind::Object, need);
    if (!node)
        return words;
    if (node->members.isEmpty())
        m_problem.say(*node, QStringLiteral("must have at least one language"));
    for (const auto &[key, text] : node->members) {
        if (!language.match(key).hasMatch())
            m_problem.say(text, QStringLiteral("is not a language code"));
        if (text.kind != Kind::String || text.text.isEmpty())
            m_problem.say(text, QStringLiteral("must be a string"));
        words.insert(key, text.text);
    }
    return words;
}

QList<JsonNode> Fields::objects(const char *name, Need need, bool mayBeEmpty)
{
    const JsonNode *node = take(name, Kind::Array, need);
    if (!node)
        return {};
    if (!mayBeEmpty && node->items.isEmpty())
        m_problem.say(*node, QStringLiteral("must not be empty"));
    for (const JsonNode &item : node->items)
        if (item.kind != Kind::Object)
            m_problem.say(item, QStringLiteral("must be an object"));
    return node->items;
}

void Fields::done()
{
    for (const auto &[name, node] : m_node.members)
        if (!m_asked.contains(name))
            m_problem.say(node, QStringLiteral("is not a known key"));
}

bool isHostName(const QString &text)
{
    static const QRegularExpression grammar(
        QStringLiteral(
            "^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"),
        QRegularExpression::CaseInsensitiveOption);
    return grammar.match(text).hasMatch();
}

} // namespace knowledge
