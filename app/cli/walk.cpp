#include "cli/walk.h"

#include "cli/output.h"
#include "cli/saved_case.h"
#include "report/report.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>
#include <cstdio>

namespace cli {

Walk::Walk(const Call &call) : m_call(call), m_diagnosis(call.options)
{
    m_clock.start();
}

int Walk::prepare()
{
    if (const QString error = m_diagnosis.error(); !error.isEmpty())
        return refuse(error, m_call.words);
    if (const QString file = m_call.value("case"); !file.isEmpty()) {
        const auto saved = readSavedCase(file, m_call.words);
        if (!saved)
            return Usage;
        m_diagnosis.resume(*saved);
    }
    m_diagnosis.setSymptom(m_call.value("symptom"));
    m_diagnosis.setApp(m_call.value("app"));
    const int address = prepareAddress();
    return address == Fine ? preparePassword() : address;
}

int Walk::prepareAddress()
{
    const QString given = m_call.value("address");
    if (given.isEmpty()) {
        if (m_call.parser.optionNames().contains(QStringLiteral("address")))
            return refuse(QStringLiteral("--address"), m_call.words(QStringLiteral("error.address")));
        return Fine;
    }
    const session::AddressCheck check = session::Diagnosis::checkAddress(given);
    if (!check.valid)
        return refuse(given, m_call.words(QStringLiteral("error.address")));
    if (check.changed && !m_call.json)
        say(m_call.words(QStringLiteral("address.corrected")).arg(check.corrected));
    m_diagnosis.setAddress(check.corrected);
    return Fine;
}

int Walk::preparePassword()
{
    const QStringList known = m_call.parser.optionNames();
    model::Secret password;
    if (known.contains(QStringLiteral("password-stdin"))) {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly))
            return refuse(QStringLiteral("--password-stdin"),
                          m_call.words(QStringLiteral("error.password-none")));
        QByteArray line = input.readLine();
        while (line.endsWith('\n') || line.endsWith('\r'))
            line.chop(1);
        password = model::Secret(QString::fromUtf8(line));
        line.fill('\0');
        if (password.isEmpty())
            return refuse(QStringLiteral("--password-stdin"),
                          m_call.words(QStringLiteral("error.password-none")));
    } else if (known.contains(QStringLiteral("password-env"))) {
        const QByteArray name = m_call.value("password-env").toLocal8Bit();
        password = model::Secret(qEnvironmentVariable(name.constData()));
        qunsetenv(name.constData()); // nothing that we start shall inherit it
        if (password.isEmpty())
            return refuse(QStringLiteral("--password-env ") + QString::fromLocal8Bit(name),
                          m_call.words(QStringLiteral("error.password-none")));
    } else {
        password = model::Secret(m_diagnosis.practicePassword());
    }
    if (!password.isEmpty())
        m_diagnosis.offerPassword(std::move(password), false);
    return Fine;
}

bool Walk::look()
{
    if (!waitFor(&session::Diagnosis::looked, [this] { m_diagnosis.look(); }))
        return false;
    if (!m_call.parser.optionNames().contains(QStringLiteral("keychain")) || !m_diagnosis.wantsPassword())
        return true;
    bool found = false;
    QObject here;
    QObject::connect(&m_diagnosis, &session::Diagnosis::passwordResult, &here,
                     [&found](bool there) { found = there; });
    if (!waitFor(&session::Diagnosis::passwordResult, [this] { m_diagnosis.useKeptPassword(); }))
        return false;
    if (!found && !m_call.json)
        say(m_call.words(QStringLiteral("password.not-kept")));
    return !m_diagnosis.isLooking() || waitFor(&session::Diagnosis::looked, [] {});
}

bool Walk::time(const QList<qint64> &sizes)
{
    return waitFor(&session::Diagnosis::timingFinished, [this, &sizes] { m_diagnosis.startTiming(sizes); });
}

bool Walk::readApps()
{
    return waitFor(&session::Diagnosis::appsChanged, [this] { m_diagnosis.refreshApps(); });
}

QJsonObject Walk::toJson() const
{
    QJsonObject document = report::toJson(m_diagnosis.visit(), m_diagnosis.verdict(), m_diagnosis.knowledge(),
                                          m_call.language, seconds());
    // Half a look may find a fault, but it cannot find health
    if (m_interrupt.happened() && m_diagnosis.verdict().kind == model::Verdict::Kind::Healthy)
        document.insert(QStringLiteral("verdict"), QStringLiteral("unknown"));
    return document;
}

int Walk::saveCase() const
{
    const QString path = m_call.value("save-case");
    if (path.isEmpty())
        return Fine;
    const QByteArray content = QJsonDocument(report::saveCase(m_diagnosis.visit())).toJson();
    QSaveFile file(path);
    const bool opened = file.open(QIODevice::WriteOnly);
    // Addresses, servers, paths: for this person's eyes alone
    if (opened && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(content) == content.size() && file.commit())
        return Fine;
    return refuse(path, file.errorString());
}

// "Nothing to look at" is no verdict: a guest without a mail program, a provider that nobody knows
bool Walk::spoke() const
{
    const QList<model::Fact> &facts = m_diagnosis.visit().facts;
    return std::any_of(facts.begin(), facts.end(),
                       [](const model::Fact &fact) { return fact.step != model::Step::Link; });
}

int Walk::exitCode() const
{
    if (m_interrupt.happened())
        return Undecided;
    switch (m_diagnosis.verdict().kind) {
    case model::Verdict::Kind::Found:
        return Found;
    case model::Verdict::Kind::Healthy:
        return spoke() ? Fine : Undecided;
    case model::Verdict::Kind::Unknown:
        return Undecided;
    }
    Q_UNREACHABLE();
}

} // namespace cli
