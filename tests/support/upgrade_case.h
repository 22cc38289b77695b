// One hostile way through STARTTLS: what the server says, and what a log-in must come to. Every case is held
// to the same three rules: no form of the password in clear text, one connection, no memory to speak of.
#pragma once

#include "support/question.h"
#include "support/skips.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <algorithm>

namespace support {

/// Resident memory of this process in bytes; 0 where the system does not tell.
inline qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

/// Every form in which the password could have been written.
inline bool holdsPassword(const QByteArray &heard)
{
    const QByteArray secret = canary.toUtf8();
    const QByteArray user = "hanako@practice.example";
    QByteArray reversed = secret;
    std::reverse(reversed.begin(), reversed.end());
    const QByteArrayList forms{secret,
                               secret.toBase64(),
                               secret.toBase64(QByteArray::OmitTrailingEquals),
                               secret.toHex(),
                               secret.toPercentEncoding(),
                               reversed,
                               ('\0' + user + '\0' + secret).toBase64(),
                               ('\0' + QByteArray("hanako") + '\0' + secret).toBase64(),
                               (user + '\0' + user + '\0' + secret).toBase64()};
    return std::any_of(forms.begin(), forms.end(),
                       [&heard](const QByteArray &form) { return heard.contains(form); });
}

struct UpgradeCase
{
    const char *name;
    Script script;
    const char *verdict; ///< as told(): "secure not-offered, login not-tried"
};

/// How the conversations end, as told() says it.
inline constexpr char notMail[] = "greeting not-mail, login not-tried";
inline constexpr char desync[] = "secure protocol-error, login not-tried";
inline constexpr char notOffered[] = "secure not-offered, login not-tried";
inline constexpr char refused[] = "secure tls-refused, login not-tried";
inline constexpr char injected[] = "secure tls-injected, login not-tried";

inline Script greets(const QByteArray &bytes)
{
    return {send(bytes)};
}

using UpgradeCases = QList<UpgradeCase>;

inline void addCases(const UpgradeCases &cases)
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<QString>("verdict");
    for (const UpgradeCase &one : cases)
        QTest::newRow(one.name) << one.script << QString::fromLatin1(one.verdict);
}

inline bool servesTls(const Script &script)
{
    return std::any_of(script.begin(), script.end(),
                       [](const Act &act) { return act.kind == Act::Kind::Tls; });
}

/// Wine's Schannel waits for more where others see that it is no TLS; and to Wine a reset is a hang-up.
inline QStringList rightHere(QString verdict)
{
    if (!tellsResets())
        verdict.replace(QStringLiteral(" reset,"), QStringLiteral(" closed-early,"));
    QStringList right{verdict};
    if (!whyNoTlsServer().isEmpty())
        right += QString(verdict).replace(QStringLiteral("handshake-failed"),
                                          QStringLiteral("handshake-timeout"));
    return right;
}

/// Runs a log-in against the script. Empty: as it must be; else what was wrong.
inline QString brokenRule(model::Protocol protocol, const Script &script, const QStringList &verdicts)
{
    [[maybe_unused]] constexpr qint64 mostGrowth = 32 * 1024 * 1024;
    constexpr qint64 longestMs = 20'000; // the bounds add up to less than 3 s; the rest is for a busy machine
    [[maybe_unused]] const qint64 before = residentBytes();
    QElapsedTimer clock;
    clock.start();
    const ScriptedServer server({script});
    Question question(server, practiceDoor(protocol, model::Security::StartTls), 0.03);
    const QString said = told(question.login());
    // What a log-in does behind its success is another test's matter.
    const bool loggedIn = said.startsWith(u"login none");
    if (!verdicts.contains(loggedIn ? QStringLiteral("login none") : said))
        return QStringLiteral("told \"%1\"").arg(said);
    if (holdsPassword(server.heardInClear()))
        return QStringLiteral("the password went over the wire in clear text");
    const bool mayHaveSaid = loggedIn || said == u"login unwelcome"; // on verified encryption, and answered
    if (!mayHaveSaid && holdsPassword(server.heard()))
        return QStringLiteral("the password was said where nobody may be trusted");
    if (server.connections() != 1)
        return QStringLiteral("%1 connections").arg(server.connections());
#ifndef __SANITIZE_ADDRESS__ // it keeps what was freed
    if (residentBytes() - before > mostGrowth)
        return QStringLiteral("grew by %1 bytes").arg(residentBytes() - before);
#endif
    if (clock.elapsed() > longestMs)
        return QStringLiteral("took %1 ms").arg(clock.elapsed());
    return {};
}

/// The agreement to encrypt with each of these behind it, cut in two at every place. Gives the number of
/// runs.
inline int splitEverywhere(model::Protocol protocol, const Script &before, const QByteArray &agreement,
                           const QByteArrayList &injections)
{
    // Too late to be seen as plain text, it breaks the handshake: nothing else is right.
    const QStringList right{QStringLiteral("secure tls-injected, login not-tried"),
                            QStringLiteral("secure handshake-failed, login not-tried"),
                            QStringLiteral("secure handshake-timeout, login not-tried"),
                            QStringLiteral("secure tls-too-old, login not-tried")};
    int runs = 0;
    for (const QByteArray &injection : injections) {
        const QByteArray all = agreement + injection;
        for (qsizetype at = 0; at < all.size(); ++at, ++runs) {
            Script script = before;
            if (at > 0)
                script += Script{send(all.left(at)), pauseNow()};
            script += Script{send(all.mid(at)), tls()};
            const QString broken = brokenRule(protocol, script, right);
            if (!broken.isEmpty()) {
                const QString where = QString::fromLatin1(injection.toHex()) + QStringLiteral(" cut at ")
                    + QString::number(at) + QStringLiteral(": ") + broken;
                QTest::qFail(qPrintable(where), __FILE__, __LINE__);
                return runs;
            }
        }
    }
    return runs;
}

} // namespace support
