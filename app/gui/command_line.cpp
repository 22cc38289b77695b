#include "gui/command_line.h"

#include "wizard/screens/catalogue.h"
#include "wizard/shell/language.h"
#include "wizard/shell/tokens.h"

#include <QCommandLineParser>

#include <algorithm>
#ifdef Q_OS_WIN
#include <windows.h>

#include <shellapi.h>
#endif

static QCommandLineOption option(const char *name, const char *what, const char *value = nullptr)
{
    return {QString::fromLatin1(name), QString::fromLatin1(what),
            value ? QString::fromLatin1(value) : QString()};
}

/// "--practice" may stand alone; QCommandLineParser knows no optional values.
static QStringList withoutPractice(QStringList arguments, session::Options &options)
{
    const QString bare = QStringLiteral("--practice");
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] != bare && !arguments[i].startsWith(bare + QLatin1Char('=')))
            continue;
        options.practice = true;
        if (arguments[i] != bare) {
            options.practiceFaults += arguments[i].mid(bare.size() + 1);
        } else if (i + 1 < arguments.size() && !arguments[i + 1].startsWith(QLatin1Char('-'))) {
            options.practiceFaults += arguments[i + 1];
            arguments.removeAt(i + 1);
        }
        arguments.removeAt(i);
        --i;
    }
    return arguments;
}

static QString wrong(const char *what, const QString &value)
{
    return QString::fromLatin1(what) + QStringLiteral(": ") + value;
}

QStringList CommandLine::given(int argc, char **argv)
{
    QStringList arguments;
#ifdef Q_OS_WIN
    Q_UNUSED(argv);
    int count = argc;
    if (LPWSTR *words = CommandLineToArgvW(GetCommandLineW(), &count)) {
        for (int i = 0; i < count; ++i)
            arguments += QString::fromWCharArray(words[i]);
        LocalFree(words);
    }
#else
    for (int i = 0; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
#endif
    return arguments;
}

CommandLine CommandLine::read(const QStringList &given)
{
    CommandLine line;
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Finds out why mail does not arrive, and helps to put it right."));
    parser.addOptions({option("help", "Show this text."), option("version", "Show the version."),
                       option("screen", "Begin at this screen, for example S-5.", "ID"),
                       option("lang", "Language of the screens: ja or en.", "CODE"),
                       option("text-size", "100, 150 or 200 (percent).", "PERCENT"),
                       option("case", "Go on from a saved visit.", "FILE"),
                       option("provider", "Provider pack: a file or an id.", "FILE-or-ID"),
                       option("brand", "Look of a provider.", "ID"),
                       option("screenshots", "Save a picture of every screen and end.", "DIR"),
                       option("forget-passwords", "Remove all kept passwords from the keychain and end."),
                       option("home", "Look for mail programs in this folder.", "DIR"),
                       option("registry", "Read this registry export.", "FILE"),
                       option("timeout-scale", "Multiply every waiting time.", "X"),
                       option("scan-seconds", "How long the practice provider scans.", "SECONDS"),
                       option("route", "Connect elsewhere: HOST:PORT=ADDR:PORT.", "ROUTE"),
                       option("resolver", "Ask this name server: ADDR[:PORT].", "ADDR"),
                       option("ca", "Trust this certificate, too (tests).", "FILE")});
    const QStringList arguments = withoutPractice(given, line.session);
    if (!parser.parse(arguments)) {
        line.error = parser.errorText();
        return line;
    }
    if (!parser.positionalArguments().isEmpty()) {
        line.error = wrong("unexpected argument", parser.positionalArguments().constFirst());
        return line;
    }
    const auto value = [&parser](const char *name) { return parser.value(QString::fromLatin1(name)); };
    const auto isSet = [&parser](const char *name) { return parser.isSet(QString::fromLatin1(name)); };
    if (isSet("help"))
        line.answer = QStringLiteral(
                          "Usage: todoku [options]\n\n  --practice [FAULT]           Practise with a made-up "
                          "provider, without the Internet.\n")
            + parser.helpText().section(QLatin1String("Options:\n"), 1);
    if (isSet("version"))
        line.answer = QStringLiteral("todoku " TODOKU_VERSION "\n");
    line.forgetPasswords = isSet("forget-passwords");
    line.language = value("lang");
    line.screen = value("screen").toUpper();
    line.caseFile = value("case");
    line.screenshots = value("screenshots");
    if (isSet("brand"))
        line.brand = value("brand");
    line.session.providerFileOrId = value("provider");
    line.session.home = value("home");
    line.session.registryExport = value("registry");
    line.session.caFile = value("ca");
    line.session.routes = parser.values(QStringLiteral("route"));
    line.session.resolvers = parser.values(QStringLiteral("resolver"));

    const auto known = wizard::shell::Language::choices();
    if (!line.language.isEmpty()
        && std::none_of(known.begin(), known.end(), [&](const auto &c) { return c.code == line.language; }))
        line.error = wrong("--lang: no such language", line.language);
    const auto &all = wizard::screens::catalogue();
    if (!line.screen.isEmpty() && std::none_of(all.begin(), all.end(), [&](const auto &e) {
            return line.screen == QLatin1String(e.id);
        }))
        line.error = wrong("--screen: no such screen", line.screen);
    bool number = true;
    if (isSet("text-size"))
        line.textSize = value("text-size").toInt(&number);
    if (!number || !wizard::shell::textSizes.contains(line.textSize))
        line.error = wrong("--text-size: 100, 150 or 200", value("text-size"));
    if (isSet("timeout-scale"))
        line.session.timeoutScale = value("timeout-scale").toDouble(&number);
    if (!number || !(line.session.timeoutScale > 0 && line.session.timeoutScale <= 100))
        line.error = wrong("--timeout-scale: a number above 0", value("timeout-scale"));
    if (isSet("scan-seconds"))
        line.session.practiceScanSeconds = value("scan-seconds").toDouble(&number);
    if (!number || !(line.session.practiceScanSeconds >= 0 && line.session.practiceScanSeconds <= 3600))
        line.error = wrong("--scan-seconds: 0 to 3600", value("scan-seconds"));
    return line;
}
