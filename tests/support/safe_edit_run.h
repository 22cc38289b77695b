// One small edit of a made-up profile, for the tests of the edit engine.
#pragma once

#include "support/edit_home.h"

#include "remedies/owner.h"
#include "remedies/safe_edit.h"

#ifdef Q_OS_UNIX
#include <cstdlib>
#include <unistd.h>
#else
#include <windows.h>
#endif

namespace support {

inline const QByteArray addition = "user_pref(\"x\", 1);\n";

inline remedies::Edit editOf(const support::EditHome &home, const QString &path)
{
    return {path, remedies::thunderbirdOwner(home.profile()), [path](const QByteArray &bytes) {
                remedies::Patch patch;
                patch.bytes = bytes + addition;
                patch.changes = {{path, QStringLiteral("x"), {}, QStringLiteral("1")}};
                return patch;
            }};
}

inline model::Outcome run(const support::EditHome &home, remedies::Journal &journal,
                          const remedies::EditObserver &observer = {})
{
    return remedies::SafeEdit(journal, QStringLiteral("test.edit"), observer)
        .run({editOf(home, home.prefs())});
}

#ifdef Q_OS_UNIX

inline bool shell(const QString &command)
{
    return std::system(qPrintable(command + QStringLiteral(" 2>/dev/null"))) == 0;
}

inline QString filled(QString command, const support::EditHome &home)
{
    return command.replace(QStringLiteral("{F}"), home.prefs())
        .replace(QStringLiteral("{P}"), home.profile())
        .replace(QStringLiteral("{PID}"), QString::number(::getpid()));
}

inline bool isRoot()
{
    return ::geteuid() == 0;
}

inline QByteArray runningLink()
{
    return "127.0.1.1:+" + QByteArray::number(::getpid());
}

inline void pretendRunning(const support::EditHome &home)
{
    const int made = ::symlink(runningLink().constData(),
                               QFile::encodeName(home.profile() + QStringLiteral("/lock")).constData());
    Q_UNUSED(made);
}

#else

/// Thunderbird holds parent.lock without sharing as long as it runs; here as long as this process does.
inline void pretendRunning(const support::EditHome &home)
{
    const QString lock = QDir::toNativeSeparators(home.profile() + QStringLiteral("/parent.lock"));
    CreateFileW(lock.toStdWString().c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS, 0,
                nullptr);
}

#endif

} // namespace support
