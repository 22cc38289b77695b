#include "wizard/shell/gallery.h"

#include "wizard/shell/window.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QPixmap>

namespace wizard::shell {

static void settle(int milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    do
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 10);
    while (clock.elapsed() < milliseconds);
}

template <typename Condition>
static void until(Condition condition, int boundMs = 60'000)
{
    QElapsedTimer clock;
    clock.start();
    while (!condition() && clock.elapsed() < boundMs)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
}

const QString mailboxFault = QStringLiteral("poison-message");

/// The screens about the mailbox have a world of their own: there a message is stuck.
static bool isAboutMailbox(const QString &id)
{
    return id == u"R-4" || id == u"R-5";
}

/// What a person would do on the way, so that every screen has something true to show.
static void act(Visit &visit, const QString &id)
{
    session::Diagnosis &d = visit.diagnosis();
    if (id == u"A-8")
        d.setAddress(d.visit().address);
    if (id == u"A-4") {
        const bool mailbox = visit.options().practiceFaults.contains(mailboxFault);
        visit.symptom = mailbox ? QStringLiteral("cannot-receive") : QStringLiteral("sent-many-times");
        d.setSymptom(visit.symptom);
    }
    if (id == u"R-3" && d.wantsPassword()) {
        d.offerPassword(model::Secret(d.practicePassword()), false);
        until([&] { return !d.isLooking(); });
    }
    if (id == u"S-9") {
        const QString raise = QStringLiteral("thunderbird.raise-timeout");
        if (d.remedies().contains(raise)) {
            bool done = false;
            QObject::connect(
                &d, &session::Diagnosis::applied, &d, [&done] { done = true; }, Qt::SingleShotConnection);
            d.apply(raise);
            until([&] { return done; });
        }
    }
}

static QString walk(const QString &folder, const session::Options &options, const QList<ScreenEntry> &screens,
                    const Brand &brand, const QString &language, int percent)
{
    Visit visit(options);
    visit.language().set(language);
    Window window(visit, screens, brand);
    window.resize(1024, 768);
    window.setTextSize(percent);
    window.show();
    window.begin();
    visit.chosenRemedy = QStringLiteral("thunderbird.raise-timeout");
    QString trouble;
    const auto save = [&](const QString &name) {
        settle(120);
        const QString path = QStringLiteral("%1/%2-%3-%4.png").arg(folder, language).arg(percent).arg(name);
        if (!window.grab().save(path))
            trouble = path + QStringLiteral(": cannot be written");
    };
    for (const ScreenEntry &entry : screens) {
        const QString id = QLatin1String(entry.id);
        const bool mailbox = options.practiceFaults.contains(mailboxFault);
        const bool onTheWay = id == u"A-3" || id == u"A-4" || id == u"R-3";
        if (mailbox != isAboutMailbox(id) && !(mailbox && onTheWay))
            continue;
        window.navigation().jump(id);
        if (id == u"S-6") {
            save(QStringLiteral("S-6-ask"));
            window.screen()->goNext();
            settle(1500);
            save(QStringLiteral("S-6-running"));
        }
        until([&] { return window.screen()->isQuiet(); });
        if (mailbox == isAboutMailbox(id))
            save(id);
        act(visit, id);
    }
    return trouble;
}

QString saveGallery(const QString &folder, session::Options options, const QList<ScreenEntry> &screens,
                    const Brand &brand)
{
    if (!QDir().mkpath(folder))
        return folder + QStringLiteral(": cannot be made");
    options.practice = true;
    options.practiceScanSeconds = 3;
    for (const QString &fault : {QStringLiteral("slow-scan"), mailboxFault}) {
        options.practiceFaults = QStringList{fault};
        for (const Language::Choice &choice : Language::choices()) {
            for (const int percent : {100, 200}) {
                const QString trouble = walk(folder, options, screens, brand, choice.code, percent);
                if (!trouble.isEmpty())
                    return trouble;
            }
        }
    }
    return {};
}

} // namespace wizard::shell
