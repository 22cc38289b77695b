// todoku-cli: the same engine without a window, for scripts, administrators and tests.
#include "cli/catalogue.h"
#include "cli/lines_text.h"
#include "cli/options.h"
#include "cli/output.h"
#include "session/hardening.h"

#include <QCoreApplication>

#include <algorithm>
#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace cli {

namespace {

#ifdef Q_OS_WIN
/// What we write is UTF-8; the console shows it so while this lives.
class ConsoleInUtf8
{
public:
    ConsoleInUtf8()
    {
        SetConsoleCtrlHandler(goBack, TRUE); // a Ctrl+C runs no destructors
        SetConsoleOutputCP(CP_UTF8);
    }
    ~ConsoleInUtf8() { goBack(0); }
    ConsoleInUtf8(const ConsoleInUtf8 &) = delete;
    ConsoleInUtf8 &operator=(const ConsoleInUtf8 &) = delete;

private:
    static BOOL WINAPI goBack(DWORD)
    {
        SetConsoleOutputCP(before);
        return FALSE; // and whoever else wants to know
    }
    static inline const UINT before = GetConsoleOutputCP();
};
#endif

const Command *commandNamed(const QString &name)
{
    const QList<Command> &commands = catalogue();
    const auto found = std::find_if(commands.begin(), commands.end(), [&name](const Command &command) {
        return name == QLatin1String(command.name);
    });
    return found == commands.end() ? nullptr : &*found;
}

int sayOverview(const Words &words)
{
    say(words(QStringLiteral("help.intro")));
    for (const Command &command : catalogue()) {
        say();
        say(QStringLiteral("  todoku-cli %1 %2")
                .arg(QLatin1String(command.name), QLatin1String(command.syntax)));
        say(QStringLiteral("      ") + words(QStringLiteral("help.") + QLatin1String(command.name)));
    }
    say(u'\n' + words(QStringLiteral("help.exit")));
    return Fine;
}

/// A password among the arguments is in the shell's history and in the process list by now.
bool holdsPassword(const QStringList &arguments)
{
    return std::any_of(arguments.begin(), arguments.end(), [](const QString &argument) {
        return argument == u"--password" || argument.startsWith(u"--password=");
    });
}

/// Before the parser has run: even its complaint should come in the language asked for.
QString languageOf(const QStringList &arguments)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments.at(i).startsWith(u"--lang="))
            return arguments.at(i).mid(7);
        if (arguments.at(i) == u"--lang" && i + 1 < arguments.size())
            return arguments.at(i + 1);
    }
    return languageOfEnvironment();
}

int runCommand(const Command &command, const QStringList &arguments, const QString &language,
               const Words &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(words(QStringLiteral("help.") + QLatin1String(command.name)));
    parser.addPositionalArgument(QString::fromLatin1(command.name), QString::fromLatin1(command.syntax));
    declareCommon(parser);
    command.declare(parser);
    if (!parser.parse(arguments))
        return refuse(QString::fromLatin1(command.name), parser.errorText());
    if (parser.isSet(QStringLiteral("help"))) {
        say(parser.helpText());
        return Fine;
    }
    const auto options = readOptions(parser);
    if (const auto *wrong = std::get_if<WrongOption>(&options))
        return refuse(wrong->what, words(wrong->why));
    QStringList rest = parser.positionalArguments();
    rest.removeOne(QString::fromLatin1(command.name));
    return command.run({parser, rest, std::get<session::Options>(options), language,
                        parser.isSet(QStringLiteral("json")), words});
}

int run(const QStringList &given)
{
    const QStringList arguments = prepared(given);
    const QString language = languageOf(arguments);
    const Words words(language);
    if (holdsPassword(arguments))
        return refuse(QStringLiteral("--password"), words(QStringLiteral("error.password-argument")));
    const auto first = std::find_if(arguments.begin() + 1, arguments.end(), [](const QString &argument) {
        return commandNamed(argument) != nullptr;
    });
    const auto asks = [&arguments](const char *option, const char *brief) {
        return arguments.contains(QLatin1String(option)) || arguments.contains(QLatin1String(brief));
    };
    if (asks("--version", "-v")) {
        say(QStringLiteral("todoku-cli ") + QStringLiteral(TODOKU_VERSION));
        return Fine;
    }
    if (first == arguments.end()) {
        if (asks("--help", "-h"))
            return sayOverview(words);
        if (arguments.size() < 2)
            return refuse(QStringLiteral("todoku-cli"), words(QStringLiteral("error.no-command")));
        return refuse(arguments.at(1), words(QStringLiteral("error.command")));
    }
    return runCommand(*commandNamed(*first), arguments, language, words);
}

} // namespace

} // namespace cli

int main(int argc, char **argv)
{
    session::trustSystemLibrariesOnly();
    session::refuseMemoryDumps();
#ifdef Q_OS_WIN
    const cli::ConsoleInUtf8 console;
#endif
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("todoku-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TODOKU_VERSION));
    return cli::run(QCoreApplication::arguments());
}
