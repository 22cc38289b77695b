// todoku: the program with windows. The only place that sees both the session and the wizard.
#include "gui/command_line.h"
#include "report/report.h"
#include "session/diagnosis.h"
#include "session/hardening.h"
#include "session/kept_password.h"
#include "wizard/screens/catalogue.h"
#include "wizard/shell/gallery.h"
#include "wizard/shell/tokens.h"
#include "wizard/shell/window.h"

#include <QApplication>
#include <QFile>
#include <QIcon>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <cstdio>

using namespace wizard;

static int refuse(const QString &why)
{
    std::fprintf(stderr, "todoku: %s\n", qPrintable(why));
    return 2;
}

/// Takes up a saved visit. Empty on success, else why not.
static QString goOn(shell::Visit &visit, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return path + QStringLiteral(": ") + file.errorString();
    QJsonParseError parsed;
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll(), &parsed);
    if (parsed.error != QJsonParseError::NoError)
        return path + QStringLiteral(": ") + parsed.errorString();
    knowledge::LoadError wrong;
    const auto saved = report::readCase(json.object(), &wrong);
    if (!saved)
        return path + QStringLiteral(": ") + wrong.text();
    visit.diagnosis().resume(*saved);
    visit.typedAddress = saved->address;
    visit.symptom = saved->symptom;
    return {};
}

/// For the uninstaller: without a window, so without a display, too. 1: some could not be removed.
static int forgetPasswords(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    session::KeptPassword kept{QString()};
    if (!kept.items().all()) {
        refuse(kept.items().file() + QStringLiteral(": cannot be read"));
        return 1;
    }
    QObject::connect(&kept, &session::KeptPassword::hasForgotten,
                     [](int, int left) { QCoreApplication::exit(left > 0 ? 1 : 0); });
    kept.forgetAll();
    return QCoreApplication::exec();
}

int main(int argc, char *argv[])
{
    session::trustSystemLibrariesOnly();
    session::refuseMemoryDumps();
    // Read before any window system is touched: --help and --version work over a plain line, too.
    const CommandLine wish = CommandLine::read(CommandLine::given(argc, argv));
    if (!wish.error.isEmpty())
        return refuse(wish.error);
    if (!wish.answer.isEmpty()) {
        std::fputs(qPrintable(wish.answer), stdout);
        return 0;
    }
    if (wish.forgetPasswords)
        return forgetPasswords(argc, argv);
#ifndef Q_OS_WIN // which always has a screen
    if (!wish.screenshots.isEmpty() && qEnvironmentVariableIsEmpty("DISPLAY")
        && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
#endif

    QApplication::setStyle(QStringLiteral("Fusion")); // the sheet has to look the same on every system
    QApplication app(argc, argv);
    shell::standInForMissingFonts();
    QApplication::setApplicationName(QStringLiteral("todoku"));
    QApplication::setApplicationVersion(QStringLiteral(TODOKU_VERSION));
    const shell::Brand brand = shell::brandNamed(wish.brand);
    if (!wish.screenshots.isEmpty()) {
        const QString trouble
            = shell::saveGallery(wish.screenshots, wish.session, screens::catalogue(), brand);
        return trouble.isEmpty() ? 0 : refuse(trouble);
    }

    shell::Visit visit(wish.session);
    visit.language().set(wish.language.isEmpty() ? shell::Language::fromSystem() : wish.language);
    if (!wish.caseFile.isEmpty()) {
        const QString unreadable = goOn(visit, wish.caseFile);
        if (!unreadable.isEmpty())
            return refuse(unreadable);
    }
    shell::Window window(visit, screens::catalogue(), brand);
    window.setWindowIcon(QIcon(QStringLiteral(":/brands/%1/icon.svg").arg(brand.id)));
    window.setTextSize(wish.textSize);
    window.resize(1024, 740);
    window.begin(wish.screen);
    window.show();
    // The data files are read after the first picture is on screen, and what is wrong with them is said
    // there.
    QTimer::singleShot(0, &window, [&] {
        if (!visit.diagnosis().error().isEmpty() && window.screen())
            window.screen()->speak();
    });
    return QApplication::exec();
}
