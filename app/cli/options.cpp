#include "cli/options.h"

#include <cmath>

namespace cli {

namespace {

using Option = QCommandLineOption;

QString text(const char *name)
{
    return QString::fromLatin1(name);
}

void add(QCommandLineParser &parser, const char *name, const char *value, const char *what)
{
    parser.addOption(value ? Option(text(name), text(what), text(value)) : Option(text(name), text(what)));
}

constexpr qint64 largestTestMail = 50 * 1024 * 1024;

} // namespace

void declareCommon(QCommandLineParser &parser)
{
    parser.addOption(Option({text("h"), text("help")}, text("This help.")));
    parser.addOption(Option({text("v"), text("version")}, text("The version.")));
    add(parser, "json", nullptr, "One JSON document on stdout.");
    add(parser, "lang", "LANG", "Language of the words: ja, en.");
    add(parser, "provider", "FILE-or-ID", "Provider pack to use.");
    add(parser, "timeout-scale", "X", "Multiplies every time limit.");
    add(parser, "route", "HOST:PORT=ADDR:PORT", "Connects elsewhere; names are still checked. Repeatable.");
    add(parser, "resolver", "ADDR[:PORT]", "Name server to ask. Repeatable.");
    add(parser, "home", "DIR", "Looks for mail programs under DIR.");
    add(parser, "registry", "FILE.reg", "Reads a registry export.");
    add(parser, "ca", "FILE", "Extra trust anchor (PEM).");
    add(parser, "journal", "DIR", "Where changes are recorded.");
}

void declarePassword(QCommandLineParser &parser)
{
    add(parser, "password-stdin", nullptr, "Reads the password from the first line of stdin.");
    add(parser, "password-env", "NAME", "Takes the password from an environment variable.");
    add(parser, "keychain", nullptr, "Asks the keychain of this PC for the password.");
}

void declareVisit(QCommandLineParser &parser)
{
    add(parser, "address", "A", "Mail address.");
    add(parser, "symptom", "ID", "What is wrong, as the person says it.");
    add(parser, "app", "ID", "Mail program in use.");
    add(parser, "practice", "FAULT", "Speaks with the practice provider; FAULT may be left out. Repeatable.");
    add(parser, "scan-seconds", "N", "How long the practice provider's slow scan takes.");
    add(parser, "save-case", "FILE", "Keeps everything that was seen, for `report` and `remedy`.");
}

std::variant<session::Options, WrongOption> readOptions(const QCommandLineParser &parser)
{
    session::Options options;
    const auto number = [&parser](const char *name, double *into) {
        const QString value = parser.value(text(name));
        bool understood = false;
        *into = value.toDouble(&understood);
        return understood && std::isfinite(*into) && *into > 0;
    };
    const QStringList known = parser.optionNames();
    if (known.contains(text("timeout-scale")) && !number("timeout-scale", &options.timeoutScale))
        return WrongOption{text("--timeout-scale ") + parser.value(text("timeout-scale")),
                           text("error.number")};
    if (known.contains(text("scan-seconds")) && !number("scan-seconds", &options.practiceScanSeconds))
        return WrongOption{text("--scan-seconds ") + parser.value(text("scan-seconds")),
                           text("error.number")};
    const auto value
        = [&](const char *name) { return known.contains(text(name)) ? parser.value(text(name)) : QString(); };
    options.providerFileOrId = value("provider");
    options.home = value("home");
    options.registryExport = value("registry");
    options.caFile = value("ca");
    options.journalFolder = value("journal");
    options.routes = parser.values(text("route"));
    options.resolvers = parser.values(text("resolver"));
    if (known.contains(text("practice"))) {
        options.practice = true;
        options.practiceFaults = parser.values(text("practice")).join(u',').split(u',', Qt::SkipEmptyParts);
    }
    return options;
}

QStringList prepared(const QStringList &arguments)
{
    QStringList list;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments.at(i) != u"--practice") {
            list.append(arguments.at(i));
            continue;
        }
        const bool named = i + 1 < arguments.size() && !arguments.at(i + 1).startsWith(u'-');
        list.append(text("--practice=") + (named ? arguments.at(++i) : QString()));
    }
    return list;
}

QList<qint64> readSizes(const QString &given)
{
    QList<qint64> sizes;
    const QStringList parts = given.split(u',');
    for (const QString &part : parts) {
        QString digits = part.trimmed().toLower();
        const qint64 unit = digits.endsWith(u'k') ? 1024 : digits.endsWith(u'm') ? 1024 * 1024 : 1;
        if (unit > 1)
            digits.chop(1);
        bool understood = false;
        const int value = digits.toInt(&understood);
        if (!understood || value <= 0 || value * unit > largestTestMail)
            return {};
        sizes.append(value * unit);
    }
    return sizes;
}

} // namespace cli
