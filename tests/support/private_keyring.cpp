#include "support/private_keyring.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace support {

namespace {

const char homeName[] = "TODOKU_TEST_KEYRING_HOME";

} // namespace

bool inPrivateKeyring()
{
    return qEnvironmentVariableIsSet(homeName);
}

QString privateKeyringHome()
{
    return qEnvironmentVariable(homeName);
}

void runInPrivateKeyring(const QString &mustPass)
{
    for (const char *program : {"dbus-run-session", "gnome-keyring-daemon"})
        if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
            QSKIP(qPrintable(QStringLiteral("%1 is not installed").arg(QString::fromLatin1(program))));
    QTemporaryDir home;
    QVERIFY(home.isValid());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {QStringLiteral("HOME"), QString::fromLatin1(homeName)})
        environment.insert(name, home.path());
    const QList<QPair<QString, QString>> folders{
        {QStringLiteral("XDG_DATA_HOME"), QStringLiteral("/data")},
        {QStringLiteral("XDG_CONFIG_HOME"), QStringLiteral("/config")},
        {QStringLiteral("XDG_CACHE_HOME"), QStringLiteral("/cache")},
        {QStringLiteral("XDG_RUNTIME_DIR"), QStringLiteral("/run")}};
    for (const auto &[name, folder] : folders) {
        QVERIFY(QDir().mkpath(home.path() + folder));
        QFile::setPermissions(home.path() + folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        environment.insert(name, home.path() + folder);
    }
    environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
    environment.remove(QStringLiteral("DISPLAY")); // no prompter windows
    QProcess session;
    session.setProcessEnvironment(environment);
    session.setProcessChannelMode(QProcess::MergedChannels);
    // The keyring's own password comes on stdin: it creates and unlocks the default collection without a
    // prompt
    const QString script
        = QStringLiteral("printf keyring-pw | gnome-keyring-daemon --unlock --components=secrets "
                         "--control-directory=\"$XDG_RUNTIME_DIR/keyring\" >/dev/null 2>&1; "
                         "exec \"$0\"");
    session.start(QStringLiteral("dbus-run-session"),
                  {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"), script,
                   QCoreApplication::applicationFilePath()});
    QVERIFY(session.waitForStarted());
    QVERIFY(session.waitForFinished(90'000));
    const QByteArray output = session.readAll();
    QVERIFY2(session.exitStatus() == QProcess::NormalExit && session.exitCode() == 0, output.constData());
    QVERIFY2(output.contains("PASS   : " + mustPass.toLatin1()), output.constData());
}

} // namespace support
