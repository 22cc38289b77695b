// What a test cannot do on this system, said in its report. For tests only.
#pragma once

#include <QString>

namespace support {

/// Empty: it can. Wine 8 has the client's side of Schannel only: there the tests that serve TLS themselves
/// are skipped in sight, and what they hold is held by the worlds (tests/windows/README.md), whose servers
/// stand outside.
QString whyNoTlsServer();
/// Wine 8 does not answer SIO_TCP_INFO: a reset reads as a hang-up.
bool tellsResets();

} // namespace support

#define SKIP_WHERE_NO_TLS_SERVER()                                                                           \
    do {                                                                                                     \
        if (const QString why = support::whyNoTlsServer(); !why.isEmpty())                                   \
            QSKIP(qPrintable(why));                                                                          \
    } while (false)

#ifdef Q_OS_WIN
#define SKIP_ON_WINDOWS(why) QSKIP(why)
#else
#define SKIP_ON_WINDOWS(why) static_cast<void>(0)
#endif
