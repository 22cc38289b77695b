#include "knowledge/brand_reader.h"

#include "knowledge/fields.h"
#include "model/contrast.h"

#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace knowledge {

using Kind = JsonNode::Kind;

namespace {

constexpr int longestTitle = 60, longestLead = 160; // what the first screen holds at the largest text size
constexpr double leastContrast = 7; // of all text in the program (wizard/README.md)

quint32 rgb(const QString &colour)
{
    return colour.mid(1).toUInt(nullptr, 16);
}

/// Every language of a greeting fits, in one line of the file's own.
model::Words greeting(Fields &fields, const char *name, int longest, Problem &problem)
{
    const model::Words words = fields.words(name, Fields::Optional);
    if (const JsonNode *node = fields.take(name, Kind::Object, Fields::Optional)) {
        for (const auto &[language, text] : node->members) {
            if (text.text.size() > longest)
                problem.say(text,
                            QStringLiteral("has %1 characters, %2 fit").arg(text.text.size()).arg(longest));
            if (text.text.contains(u'\n') || text.text.trimmed().isEmpty())
                problem.say(text, QStringLiteral("must be one line of words"));
        }
    }
    return words;
}

QMap<QString, QString> colours(const JsonNode &node, Problem &problem)
{
    static const QRegularExpression form(QStringLiteral("^#[0-9a-fA-F]{6}$"));
    static const char *const names[]
        = {"accent", "on_accent", "accent_deep", "accent_soft", "on_accent_soft", "page"};
    static const char *const pairs[][2]
        = {{"on_accent", "accent"}, {"on_accent", "accent_deep"}, {"on_accent_soft", "accent_soft"}};

    Fields fields(node, problem);
    QMap<QString, QString> colours;
    for (const char *name : names) {
        const JsonNode *colour = fields.take(name, Kind::String, Fields::Optional);
        if (colour && !form.match(colour->text).hasMatch())
            problem.say(*colour, QStringLiteral("must be a colour such as #0c5159"));
        if (colour)
            colours.insert(QString::fromLatin1(name), colour->text);
    }
    fields.done();
    for (const auto &[over, under] : pairs) {
        const JsonNode *text = node.member(QLatin1String(over)), *ground = node.member(QLatin1String(under));
        if (!text && !ground)
            continue;
        if (!text || !ground) { // one of ours beside one of theirs: nobody has looked at the two together
            problem.say(node, QStringLiteral("is missing"), QLatin1String(text ? under : over));
            continue;
        }
        const double found = model::contrast(rgb(text->text), rgb(ground->text));
        if (found < leastContrast)
            problem.say(*text,
                        QStringLiteral("stands out %1:1 against %2, %3:1 is needed")
                            .arg(found, 0, 'f', 1)
                            .arg(QLatin1String(under))
                            .arg(leastContrast));
    }
    return colours;
}

Brand brand(const JsonNode &node, Problem &problem)
{
    static const QRegularExpression id(QStringLiteral("^[a-z0-9][a-z0-9-]{0,63}$"));
    Fields top(node, problem);
    Brand brand;
    top.oneOf("schema", {QStringLiteral("todoku-brand/1")}, Fields::Required);
    brand.name = top.words("name", Fields::Required);
    for (const QString &language : {QStringLiteral("ja"), QStringLiteral("en")})
        if (const JsonNode *name = node.member(QStringLiteral("name"));
            name && !brand.name.contains(language))
            problem.say(*name, QStringLiteral("is missing"), language);
    if (const JsonNode *given = top.take("welcome", Kind::Object, Fields::Optional)) {
        Fields welcome(*given, problem);
        brand.welcomeTitle = greeting(welcome, "title", longestTitle, problem);
        brand.welcomeLead = greeting(welcome, "lead", longestLead, problem);
        welcome.done();
    }
    if (const JsonNode *given = top.take("provider", Kind::String, Fields::Optional)) {
        brand.provider = given->text;
        if (!id.match(brand.provider).hasMatch())
            problem.say(*given, QStringLiteral("is not the id of a pack"));
    }
    if (const JsonNode *given = top.take("light", Kind::Object, Fields::Optional))
        brand.light = colours(*given, problem);
    if (const JsonNode *given = top.take("dark", Kind::Object, Fields::Optional))
        brand.dark = colours(*given, problem);
    top.done();
    return brand;
}

/// A pack that the first screen never speaks of, or speaks of and never had, is a slip that nobody would see.
void packFits(const JsonNode &top, const QString &named, const QString &pack, Problem &problem)
{
    const JsonNode *node = top.member(QStringLiteral("provider"));
    if (!pack.isEmpty() && !node)
        problem.say(top, QStringLiteral("is missing; the pack's id is \"%1\"").arg(pack),
                    QStringLiteral("provider"));
    else if (!pack.isEmpty() && named != pack)
        problem.say(*node, QStringLiteral("must be \"%1\", the pack's id").arg(pack));
    else if (pack.isEmpty() && node && !QFile::exists(QStringLiteral(":/providers/%1.json").arg(named)))
        problem.say(*node, QStringLiteral("is no pack of this program; its file goes with --provider"));
}

std::optional<LoadError> checkPicture(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return LoadError{
            path, 0, {}, file.exists() ? QStringLiteral("cannot be read") : QStringLiteral("is missing")};
    QXmlStreamReader xml(&file);
    if (xml.readNextStartElement() && xml.name() != u"svg")
        return LoadError{path, int(xml.lineNumber()), {}, QStringLiteral("is not an SVG drawing")};
    while (!xml.atEnd())
        xml.readNext();
    if (xml.hasError())
        return LoadError{path, int(xml.lineNumber()), {}, QStringLiteral("is not XML: ") + xml.errorString()};
    return std::nullopt;
}

} // namespace

std::variant<Brand, LoadError> readBrand(const QString &path)
{
    const auto json = readJsonFile(path);
    if (const auto *error = std::get_if<LoadError>(&json))
        return *error;
    Problem problem{path, {}, false};
    Brand read = brand(std::get<JsonNode>(json), problem);
    if (problem.any)
        return problem.first;
    return read;
}

std::optional<LoadError> checkBrand(const QString &folder, const QString &pack)
{
    const QString path = folder + QStringLiteral("/brand.json");
    const auto json = readJsonFile(path);
    if (const auto *error = std::get_if<LoadError>(&json))
        return *error;
    Problem problem{path, {}, false};
    const JsonNode &top = std::get<JsonNode>(json);
    const Brand read = brand(top, problem);
    packFits(top, read.provider, pack, problem);
    if (problem.any)
        return problem.first;
    for (const char *name : {"icon.svg", "logo.svg", "tick-light.svg", "tick-dark.svg"})
        if (const auto wrong = checkPicture(folder + u'/' + QLatin1String(name)))
            return wrong;
    return std::nullopt;
}

} // namespace knowledge
