// A visit driven from the command line: prepared from the options, waited for, and ended by Ctrl-C with what
// was found so far.
#pragma once

#include "cli/command.h"
#include "cli/interrupt.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonObject>

namespace cli {

class Walk
{
public:
    explicit Walk(const Call &call);

    /// Options, saved case, address and password. Anything but Fine is the exit code, and was said on stderr.
    int prepare();
    session::Diagnosis &diagnosis() { return m_diagnosis; }

    /// Looks, and logs in where a password was given. False: interrupted.
    bool look();
    bool time(const QList<qint64> &sizes);
    bool readApps();
    /// Runs `begin` and waits until the Diagnosis emits `signal`. False: interrupted.
    template <typename Signal, typename Begin>
    bool waitFor(Signal signal, Begin begin)
    {
        QEventLoop loop;
        QObject::connect(&m_diagnosis, signal, &loop, &QEventLoop::quit);
        QObject::connect(&m_interrupt, &Interrupt::interrupted, &loop, &QEventLoop::quit);
        begin();
        if (!m_interrupt.happened())
            loop.exec();
        if (m_interrupt.happened())
            m_diagnosis.cancel();
        return !m_interrupt.happened();
    }

    bool interrupted() const { return m_interrupt.happened(); }
    double seconds() const { return double(m_clock.elapsed()) / 1000; }
    /// The JSON of `check`.
    QJsonObject toJson() const;
    /// --save-case; Fine, or Usage after a word on stderr.
    int saveCase() const;
    int exitCode() const;

private:
    int prepareAddress();
    int preparePassword();
    bool spoke() const;

    const Call &m_call;
    Interrupt m_interrupt;
    session::Diagnosis m_diagnosis;
    QElapsedTimer m_clock;
};

} // namespace cli
