#include "wizard/shell/flow.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace wizard::shell {

Flow Flow::read(const QString &path)
{
    Flow flow;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        flow.m_error = path + QStringLiteral(": cannot be opened");
        return flow;
    }
    QJsonParseError parsed;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll(), &parsed).object();
    if (parsed.error != QJsonParseError::NoError) {
        flow.m_error = path + QStringLiteral(": ") + parsed.errorString();
        return flow;
    }
    flow.m_start = json.value(QLatin1String("start")).toString();
    for (const QJsonValue &value : json.value(QLatin1String("screens")).toArray()) {
        const QJsonObject screen = value.toObject();
        const QString id = screen.value(QLatin1String("id")).toString();
        QHash<QString, QString> branches;
        const QJsonObject leads = screen.value(QLatin1String("leads_to")).toObject();
        for (auto it = leads.begin(); it != leads.end(); ++it)
            branches.insert(it.key(), it.value().toString());
        if (id.isEmpty() || flow.m_branches.contains(id))
            flow.m_error = path + QStringLiteral(": screen without an id, or twice: ") + id;
        flow.m_branches.insert(id, branches);
        flow.m_order += id;
    }
    for (const auto &branches : std::as_const(flow.m_branches)) {
        for (const QString &target : branches) {
            if (!flow.m_branches.contains(target))
                flow.m_error = path + QStringLiteral(": leads to an unknown screen: ") + target;
        }
    }
    if (!flow.m_branches.contains(flow.m_start))
        flow.m_error = path + QStringLiteral(": the first screen is unknown: ") + flow.m_start;
    return flow;
}

QString Flow::after(const QString &screen, const QString &outcome) const
{
    return m_branches.value(screen).value(outcome);
}

} // namespace wizard::shell
