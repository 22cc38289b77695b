// Builds the world of one JSON file, lets todoku-cli loose in it, and compares verdict, findings and exit
// code; then what must hold in every world. scenario_runner [--json] [--baseline FILE | --measure FILE]
// WORLD.json Exit codes: 0 as expected, 1 not, 77 the world cannot be built on this machine (no namespaces).
// TODOKU_CLI in the environment: another todoku-cli than this build's, e.g. that for Windows.
#include "expectation.h"
#include "safety.h"
#include "shape.h"
#include "world.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTextStream>
#include <QTimer>

namespace {

using namespace Qt::StringLiterals;

constexpr int cannotBuild = 77; // ctest shows it as skipped
constexpr qint64 growthKib = 32 * 1024;

struct Call
{
    QString world;
    QString baseline, measure; ///< file with the peak of a healthy run: to compare with, to write
    bool json = false;
};

Call read(const QStringList &arguments)
{
    Call call;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments.at(i) == "--json"_L1)
            call.json = true;
        else if (arguments.at(i) == "--baseline"_L1)
            call.baseline = arguments.value(++i);
        else if (arguments.at(i) == "--measure"_L1)
            call.measure = arguments.value(++i);
        else
            call.world = arguments.at(i);
    }
    return call;
}

scenario::Answer run(const scenario::World &world, const scenario::Network &network)
{
    QProcess program;
    if (network.entered())
        network.putOnPc(program);
    program.setProcessEnvironment(world.environment());
    QEventLoop loop; // turns for the world's own servers
    QObject::connect(&program, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&program, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
    scenario::Answer answer;
    QTimer bound;
    bound.setSingleShot(true);
    QObject::connect(&bound, &QTimer::timeout, &program, [&answer, &program] {
        answer.inTime = false;
        program.kill();
    });
    bound.start(world.boundMs());
    program.start(qEnvironmentVariable("TODOKU_CLI", u"" TODOKU_CLI ""_s), world.arguments());
    program.closeWriteChannel();
    loop.exec();
    program.waitForFinished(5'000);
    answer.exit = program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1;
    answer.out = program.readAllStandardOutput();
    answer.err = program.readAllStandardError();
    answer.document = QJsonDocument::fromJson(answer.out).object();
    return answer;
}

/// Memory: against the peak of a healthy run of the same build.
QStringList grown(const Call &call, qint64 peak)
{
    QFile file(call.baseline);
    if (call.baseline.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    const qint64 healthy = file.readAll().trimmed().toLongLong();
    if (healthy <= 0 || peak - healthy <= growthKib)
        return {};
    return {u"memory grew to %1 KiB; a healthy run needs %2"_s.arg(peak).arg(healthy)};
}

/// What the program printed last, for whoever must find out why it failed.
QString lastWords(const QByteArray &printed)
{
    return QString::fromUtf8(printed.right(2'000)).trimmed();
}

QJsonObject summary(const Call &call, const QJsonObject &description, const scenario::Answer &answer,
                    const QStringList &wrong, double seconds, qint64 peak)
{
    const QJsonObject expected = description.value("expect"_L1).toObject();
    const QByteArray unread = answer.document.isEmpty() ? answer.out : QByteArray();
    return {{u"world"_s, QFileInfo(call.world).completeBaseName()},
            {u"passed"_s, wrong.isEmpty()},
            {u"wrong"_s, QJsonArray::fromStringList(wrong)},
            {u"unread"_s, lastWords(unread)},
            {u"stderr"_s, lastWords(answer.err)},
            {u"verdict"_s, answer.verdict()},
            {u"expected"_s, expected.value("verdict"_L1).toString()},
            {u"findings"_s, QJsonArray::fromStringList(answer.findings())},
            {u"loud"_s, QJsonArray::fromStringList(answer.loud())},
            {u"accused"_s, QJsonArray::fromStringList(falseAccusations(answer, expected))},
            {u"logins"_s, answer.document.value("logins_used"_L1).toInt()},
            {u"seconds"_s, seconds},
            {u"peak_kib"_s, peak}};
}

void writePeak(const QString &path, qint64 peak)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(QByteArray::number(peak) + '\n');
}

/// OpenSSL must be talked into serving what is weak before anybody loads it; todoku-cli does not inherit
/// this.
void allowWeakServers()
{
    static const QString path = QFileInfo(u"" SCENARIO_FOLDER "/openssl-weak.cnf"_s).absoluteFilePath();
    qputenv("OPENSSL_CONF", path.toLocal8Bit());
}

} // namespace

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const Call call = read(arguments);
    QTextStream out(stdout);
    QFile file(call.world);
    if (!file.open(QIODevice::ReadOnly)) {
        out << "cannot read " << file.fileName() << '\n';
        return 1;
    }
    const QJsonObject description = QJsonDocument::fromJson(file.readAll()).object();
    QStringList wrong = scenario::wrongShape(description);
    scenario::Network network;
    if (description.contains("net"_L1) && wrong.isEmpty()) {
        if (const QString why = network.enter(); !why.isEmpty()) {
            out << "SKIPPED: no network namespaces here: " << why << '\n';
            return cannotBuild;
        }
    }
    allowWeakServers();
    QCoreApplication application(argc, argv);
    const scenario::World world(wrong.isEmpty() ? description : QJsonObject(), network);
    if (wrong.isEmpty() && !world.error().isEmpty())
        wrong += world.error();
    scenario::Answer answer;
    QElapsedTimer clock;
    clock.start();
    qint64 peak = 0;
    if (wrong.isEmpty()) {
        answer = run(world, network);
        peak = scenario::peakOfChildren();
        wrong = differences(answer, description.value("expect"_L1).toObject());
        const QByteArray password = world.password().toUtf8();
        wrong += scenario::leaks(world.heard(), password,
                                 description.value("net"_L1).toObject().value("certificates"_L1).toObject());
        wrong += scenario::leaksInPrint(answer.out, answer.err, password);
        wrong += grown(call, peak);
    }
    if (!call.measure.isEmpty())
        writePeak(call.measure, peak);
    if (call.json)
        out << QJsonDocument(summary(call, description, answer, wrong, double(clock.elapsed()) / 1000, peak))
                   .toJson(QJsonDocument::Compact)
            << '\n';
    if (wrong.isEmpty())
        return 0;
    if (call.json)
        return 1;
    out << description.value("what"_L1).toString() << '\n';
    for (const QString &line : std::as_const(wrong))
        out << "  " << line << '\n';
    out << "  todoku-cli " << world.arguments().join(u' ') << '\n' << answer.out << answer.err;
    return 1;
}
