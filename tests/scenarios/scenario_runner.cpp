// Builds the world of one JSON file, lets todoku-cli loose in it, and compares verdict, findings and exit
// code.
#include "world.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSet>
#include <QTextStream>

namespace {

QString text(const char *value)
{
    return QString::fromLatin1(value);
}

struct Answer
{
    int exit = -1;
    QJsonObject document;
    QByteArray out, err;
};

Answer run(const scenario::World &world, const QJsonObject &description)
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(text("HOME"), world.home()); // whatever is on this machine stays out of the world
    environment.insert(text("XDG_DATA_HOME"), world.home() + text("/.local/share"));
    if (description.contains(text("password")))
        environment.insert(text("SCENARIO_PASSWORD"), description.value(text("password")).toString());
    program.setProcessEnvironment(environment);
    QEventLoop loop; // turns for the world's own servers
    QObject::connect(&program, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&program, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
    program.start(text(TODOKU_CLI), world.arguments());
    program.closeWriteChannel();
    loop.exec();
    Answer answer;
    answer.exit = program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1;
    answer.out = program.readAllStandardOutput();
    answer.err = program.readAllStandardError();
    answer.document = QJsonDocument::fromJson(answer.out).object();
    return answer;
}

QStringList compare(const Answer &answer, const QJsonObject &expected)
{
    QStringList wrong;
    const int exit = expected.value(text("exit")).toInt(-2);
    if (answer.exit != exit)
        wrong += QStringLiteral("exit code is %1, not %2").arg(answer.exit).arg(exit);
    const QString verdict = answer.document.value(text("verdict")).toString();
    if (expected.contains(text("verdict")) && verdict != expected.value(text("verdict")).toString())
        wrong += QStringLiteral("verdict is %1, not %2")
                     .arg(verdict, expected.value(text("verdict")).toString());
    QSet<QString> found, loud;
    for (const QJsonValue &finding : answer.document.value(text("findings")).toArray()) {
        const QJsonObject one = finding.toObject();
        found.insert(one.value(text("id")).toString());
        if (one.value(text("severity")).toString() != u"note")
            loud.insert(one.value(text("id")).toString());
    }
    for (const QJsonValue &id : expected.value(text("findings")).toArray())
        if (!found.contains(id.toString()))
            wrong += text("finding is missing: ") + id.toString();
    for (const QJsonValue &id : expected.value(text("never")).toArray())
        if (found.contains(id.toString()))
            wrong += text("finding must not be there: ") + id.toString();
    if (verdict == u"healthy" && !loud.isEmpty())
        wrong += text("healthy, and yet: ") + QStringList(loud.begin(), loud.end()).join(u' ');
    for (const QJsonValue &words : expected.value(text("stderr")).toArray())
        if (!answer.err.contains(words.toString().toUtf8()))
            wrong += text("stderr does not say: ") + words.toString();
    if (expected.value(text("logins_at_most")).isDouble()
        && answer.document.value(text("logins_used")).toInt()
            > expected.value(text("logins_at_most")).toInt())
        wrong += text("too many log-ins");
    return wrong;
}

/// A misspelt key would be a test that tests less than it says.
QStringList unknownKeys(const QJsonObject &description)
{
    static const QSet<QString> known{text("what"),    text("command"), text("practice"), text("profile"),
                                     text("files"),   text("pack"),    text("doors"),    text("address"),
                                     text("symptom"), text("app"),     text("password"), text("options"),
                                     text("expect")};
    static const QSet<QString> inExpect{text("exit"),  text("verdict"), text("findings"),
                                        text("never"), text("stderr"),  text("logins_at_most")};
    QStringList unknown;
    for (const QString &key : description.keys())
        if (!known.contains(key))
            unknown += key;
    const QJsonObject expect = description.value(text("expect")).toObject();
    for (const QString &key : expect.keys())
        if (!inExpect.contains(key))
            unknown += text("expect.") + key;
    if (!expect.contains(text("exit")))
        unknown += text("expect without exit");
    return unknown;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    QFile file(QCoreApplication::arguments().value(1));
    if (!file.open(QIODevice::ReadOnly)) {
        out << "cannot read " << file.fileName() << '\n';
        return 1;
    }
    const QJsonObject description = QJsonDocument::fromJson(file.readAll()).object();
    QStringList wrong = unknownKeys(description);
    const scenario::World world(description);
    if (!world.error().isEmpty())
        wrong += world.error();
    Answer answer;
    if (wrong.isEmpty()) {
        answer = run(world, description);
        wrong = compare(answer, description.value(text("expect")).toObject());
    }
    if (wrong.isEmpty())
        return 0;
    out << description.value(text("what")).toString() << '\n';
    for (const QString &line : std::as_const(wrong))
        out << "  " << line << '\n';
    out << "  todoku-cli " << world.arguments().join(u' ') << '\n' << answer.out << answer.err;
    return 1;
}
