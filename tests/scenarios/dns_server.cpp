#include "dns_server.h"

#include <QJsonArray>
#include <QNetworkDatagram>
#include <QTcpSocket>
#include <QtEndian>

namespace scenario {

using namespace Qt::StringLiterals;

namespace {

constexpr quint16 typeA = 1, typeCname = 5, typeMx = 15, typeTxt = 16, typeAaaa = 28, typeSrv = 33,
                  typeOpt = 41;
constexpr int udpBytes = 512; // RFC 1035 section 4.2.1
constexpr int longestChain = 16;

enum Code
{
    Fine = 0,
    FormErr = 1,
    ServFail = 2,
    NxDomain = 3,
    NotImp = 4,
    Refused = 5,
};

QByteArray sixteen(int value)
{
    return QByteArray(1, char(value >> 8)) + char(value & 0xff);
}

QByteArray wireName(const QString &name)
{
    QByteArray wire;
    for (const QString &label : name.split(u'.', Qt::SkipEmptyParts))
        wire += char(label.size()) + label.toLatin1();
    return wire + '\0';
}

struct Question
{
    QString name;
    quint16 type = 0;
    qsizetype end = 0; ///< first byte behind it
    bool edns = false;
};

Question read(const QByteArray &bytes)
{
    Question asked;
    qsizetype at = 12;
    QStringList labels;
    while (at < bytes.size() && bytes.at(at) > 0) {
        labels.append(QString::fromLatin1(bytes.mid(at + 1, bytes.at(at))).toLower());
        at += bytes.at(at) + 1;
    }
    if (at + 5 > bytes.size())
        return asked;
    asked.name = labels.join(u'.');
    asked.type = qFromBigEndian<quint16>(bytes.constData() + at + 1);
    asked.end = at + 5;
    asked.edns = asked.end + 3 <= bytes.size()
        && qFromBigEndian<quint16>(bytes.constData() + asked.end + 1) == typeOpt;
    return asked;
}

quint16 typeNumber(const QString &type)
{
    static const QHash<QString, quint16> numbers{{u"A"_s, typeA},         {u"AAAA"_s, typeAaaa},
                                                 {u"CNAME"_s, typeCname}, {u"MX"_s, typeMx},
                                                 {u"SRV"_s, typeSrv},     {u"TXT"_s, typeTxt}};
    return numbers.value(type);
}

QByteArray recordData(quint16 type, const QString &value)
{
    const QStringList words = value.split(u' ', Qt::SkipEmptyParts);
    switch (type) {
    case typeA: {
        const quint32 address = qToBigEndian(QHostAddress(value).toIPv4Address());
        return QByteArray(reinterpret_cast<const char *>(&address), 4);
    }
    case typeAaaa: {
        const Q_IPV6ADDR address = QHostAddress(value).toIPv6Address();
        return QByteArray(reinterpret_cast<const char *>(address.c), 16);
    }
    case typeCname:
        return wireName(value);
    case typeMx: // "10 mail.example"; "0 ." is RFC 7505's null MX
        return sixteen(words.value(0).toInt()) + wireName(words.value(1));
    case typeSrv: // "priority weight port target"
        return sixteen(words.value(0).toInt()) + sixteen(words.value(1).toInt())
            + sixteen(words.value(2).toInt()) + wireName(words.value(3));
    default: {
        QByteArray text;
        const QByteArray all = value.toUtf8();
        for (qsizetype at = 0; at < all.size(); at += 255)
            text += char(qMin<qsizetype>(255, all.size() - at)) + all.mid(at, 255);
        return text;
    }
    }
}

QByteArray record(const QByteArray &name, quint16 type, const QByteArray &data)
{
    return name + sixteen(type) + sixteen(1) + QByteArray::fromHex("0000003c") + sixteen(int(data.size()))
        + data;
}

QByteArray record(const QString &name, quint16 type, const QString &value)
{
    return record(wireName(name), type, recordData(type, value));
}

QStringList listed(const QJsonValue &value)
{
    QStringList values;
    if (value.isString())
        values.append(value.toString());
    for (const QJsonValue &one : value.toArray())
        values.append(one.toString());
    return values;
}

struct Reply
{
    int code = Fine;
    QByteArrayList records;
    bool silent = false, cut = false, cutForEver = false;
    QByteArray raw; ///< behind the question, in place of records
    int rawCount = 0;
};

bool isTemper(const QJsonValue &value)
{
    return value.isString() && NameServer::tempers().contains(value.toString());
}

Reply inTemper(const QString &temper, const Question &asked)
{
    Reply reply;
    static const QHash<QString, int> codes{{u"nxdomain"_s, NxDomain}, {u"servfail"_s, ServFail},
                                           {u"refused"_s, Refused},   {u"notimp"_s, NotImp},
                                           {u"formerr"_s, FormErr},   {u"nodata"_s, Fine}};
    reply.code = codes.value(temper, Fine);
    reply.silent = temper == "silent"_L1;
    reply.cutForEver = temper == "truncated"_L1;
    if (temper == "many"_L1 && asked.type == typeA) {
        reply.rawCount = 3'000;
        reply.raw
            = record(QByteArray::fromHex("c00c"), typeA, recordData(typeA, QString::fromLatin1(manyTimes)))
                  .repeated(3'000);
    }
    if (temper == "pointer-loop"_L1) { // a name that points at itself
        reply.rawCount = 1;
        reply.raw = sixteen(0xc000 | int(asked.end)) + sixteen(typeA) + sixteen(1) + QByteArray(4, '\0')
            + sixteen(4) + "\1\2\3\4";
    }
    if (temper == "garbage"_L1) {
        reply.rawCount = 7;
        reply.raw = QByteArray::fromHex("ff00ff41c0ffee");
    }
    return reply;
}

Reply look(const Zone &zone, const Question &asked)
{
    Reply reply;
    QString name = asked.name;
    for (int hop = 0; hop < longestChain; ++hop) {
        const QJsonValue entry = zone.contains(name) ? zone.value(name) : zone.value("*"_L1);
        if (isTemper(entry))
            return inTemper(entry.toString(), asked);
        if (!entry.isObject()) {
            reply.code = NxDomain;
            return reply;
        }
        const QJsonObject types = entry.toObject();
        for (auto type = types.begin(); type != types.end(); ++type) {
            if (typeNumber(type.key()) != asked.type)
                continue;
            if (isTemper(type.value()))
                return inTemper(type.value().toString(), asked);
            for (const QString &value : listed(type.value()))
                reply.records += record(name, asked.type, value);
        }
        const QString alias = types.value("CNAME"_L1).toString();
        if (alias.isEmpty() || asked.type == typeCname)
            return reply;
        reply.records += record(name, typeCname, alias);
        name = alias;
    }
    return inTemper(u"servfail"_s, asked); // what a recursive server makes of a chain without an end
}

} // namespace

QStringList NameServer::tempers()
{
    return {u"nxdomain"_s, u"nodata"_s,    u"servfail"_s, u"refused"_s,      u"notimp"_s,  u"formerr"_s,
            u"silent"_s,   u"truncated"_s, u"many"_s,     u"pointer-loop"_s, u"garbage"_s, u"edns-broken"_s};
}

NameServer::NameServer(const Zone &zone, const QString &temper) : m_zone(zone), m_temper(temper)
{
    QObject::connect(&m_udp, &QUdpSocket::readyRead, &m_udp, [this] {
        while (m_udp.hasPendingDatagrams()) {
            const QNetworkDatagram asked = m_udp.receiveDatagram();
            const QByteArray said = answer(asked.data(), false);
            if (!said.isEmpty())
                m_udp.writeDatagram(said, asked.senderAddress(), quint16(asked.senderPort()));
        }
    });
    QObject::connect(&m_tcp, &QTcpServer::newConnection, &m_tcp, [this] { hearTcp(); });
}

bool NameServer::listen(const QHostAddress &address, quint16 port)
{
    return m_udp.bind(address, port) && m_tcp.listen(address, port);
}

void NameServer::hearTcp()
{
    while (QTcpSocket *socket = m_tcp.nextPendingConnection()) {
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            const QByteArray start = socket->peek(2);
            const int length = start.size() == 2 ? qFromBigEndian<quint16>(start.constData()) : 0;
            if (length == 0 || socket->bytesAvailable() < length + 2)
                return;
            const QByteArray said = answer(socket->read(length + 2).mid(2), true);
            if (!said.isEmpty())
                socket->write(sixteen(int(said.size())) + said);
        });
    }
}

QByteArray NameServer::answer(const QByteArray &question, bool tcp) const
{
    const Question asked = question.size() > 12 ? read(question) : Question();
    if (asked.end == 0)
        return {};
    const bool anyTemper = !m_temper.isEmpty() && m_temper != "edns-broken"_L1;
    Reply reply = anyTemper ? inTemper(m_temper, asked) : look(m_zone, asked);
    if (m_temper == "edns-broken"_L1 && asked.edns)
        reply = inTemper(u"formerr"_s, asked);
    if (reply.silent || (reply.cutForEver && tcp))
        return {};
    QByteArray body = reply.records.join();
    int count = int(reply.records.size());
    if (!reply.raw.isEmpty()) {
        body = reply.raw;
        count = reply.rawCount;
    }
    const bool cut = reply.cutForEver || (!tcp && asked.end + body.size() > udpBytes);
    if (cut) {
        body.clear();
        count = 0;
    }
    QByteArray said = question.left(2);
    said += sixteen(0x8180 | (cut ? 0x0200 : 0) | reply.code) + sixteen(1) + sixteen(count) + sixteen(0)
        + sixteen(0);
    return said + question.mid(12, asked.end - 12) + body;
}

} // namespace scenario
