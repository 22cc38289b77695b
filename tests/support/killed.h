// A process that is killed in the middle of its work, on every system. For tests only.
#pragma once

#include "support/mail_home.h"

#include <functional>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>
#else
#include <QCoreApplication>
#include <QProcess>
#include <QTest>
#include <windows.h>
#endif

namespace support {

#ifdef Q_OS_UNIX

/// Ends this process on the spot: nothing is tidied up.
inline void killMe()
{
    ::kill(::getpid(), SIGKILL);
}

/// Runs `work` in a process of its own, which ends at its end at the latest; true if it was killed.
inline bool killedWhile(const std::function<void()> &work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        work();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status);
}

#else

inline constexpr int killedCode = 99;

inline void killMe()
{
    TerminateProcess(GetCurrentProcess(), killedCode);
}

/// There is no fork: this test function runs once more, in a program of its own and in the same home, as far
/// as here. So it may be called once in a function, and what stands before must do the same when it is done
/// again.
inline bool killedWhile(const std::function<void()> &work)
{
    if (qEnvironmentVariableIsSet(killedIn)) {
        work();
        TerminateProcess(GetCurrentProcess(), 0);
    }
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(killedIn), MailHome::last());
    child.setProcessEnvironment(environment);
    QString test = QString::fromLatin1(QTest::currentTestFunction());
    if (QTest::currentDataTag())
        test += u':' + QString::fromUtf8(QTest::currentDataTag());
    child.start(QCoreApplication::applicationFilePath(), {test});
    return child.waitForFinished(60'000) && child.exitCode() == killedCode;
}

#endif

} // namespace support
