// Server names that were typed by hand: a door that was only guessed must not make anybody guilty.
#include "rules/rule.h"

#include <QtTest>

using model::Failure;
using model::Protocol;
using model::Security;
using model::Step;

namespace {

const QString host = QStringLiteral("mail.example.ne.jp");

model::Endpoint door(quint16 port)
{
    const Protocol protocol = port == 993 ? Protocol::Imap : port == 995 ? Protocol::Pop3 : Protocol::Smtp;
    return {host, port, protocol, port == 587 ? Security::StartTls : Security::Tls};
}

void knock(model::Case &visit, quint16 port, Failure failure)
{
    model::Fact fact;
    fact.step = Step::Connect;
    fact.endpoint = door(port);
    fact.address = QStringLiteral("192.0.2.1");
    fact.failure = failure;
    visit.add(fact);
}

model::Case typed(bool guessed)
{
    model::Provider provider;
    provider.id = QStringLiteral("typed");
    provider.guessed = guessed;
    for (const quint16 port : {quint16(993), quint16(995)})
        provider.incoming.append({door(port), {}, true});
    for (const quint16 port : {quint16(587), quint16(465)})
        provider.outgoing.append({door(port), {}, true});
    model::Case visit;
    visit.address = QStringLiteral("hanako@example.ne.jp");
    visit.provider = provider;
    return visit;
}

QStringList idsOf(const model::Case &visit)
{
    QStringList ids;
    for (const model::Finding &finding : rules::judge(visit, {}).findings)
        ids.append(finding.id);
    return ids;
}

} // namespace

class TypedServers : public QObject
{
    Q_OBJECT
private slots:
    void aMissingProtocolIsNoFault()
    {
        model::Case visit = typed(true);
        knock(visit, 993, Failure::None);
        knock(visit, 995, Failure::Refused);
        knock(visit, 587, Failure::None);
        knock(visit, 465, Failure::ConnectTimeout);
        QVERIFY(!idsOf(visit).contains(QStringLiteral("server.port-closed")));
        QVERIFY(!idsOf(visit).contains(QStringLiteral("server.port-filtered")));
    }
    void nothingOpenInADirectionIsOne()
    {
        model::Case visit = typed(true);
        knock(visit, 993, Failure::Refused);
        knock(visit, 995, Failure::Refused);
        knock(visit, 587, Failure::None);
        QVERIFY(idsOf(visit).contains(QStringLiteral("server.port-closed")));
    }
    void aPackMeansWhatItLists()
    {
        model::Case visit = typed(false);
        knock(visit, 993, Failure::None);
        knock(visit, 995, Failure::Refused);
        knock(visit, 587, Failure::None);
        QVERIFY(idsOf(visit).contains(QStringLiteral("server.port-closed")));
    }
};

QTEST_GUILESS_MAIN(TypedServers)
#include "test_typed_servers.moc"
