#include "net/dns_answer.h"

#include <QByteArrayList>
#include <QtEndian>

namespace net {

namespace {

constexpr qsizetype headerBytes = 12;
constexpr int mostAnswers = 64;
constexpr int mostNameBytes = 255; // RFC 1035 section 3.1

struct Message
{
    const QByteArray &bytes;
    qsizetype at = 0;
    bool broken = false;

    bool has(qsizetype count) const { return !broken && at + count <= bytes.size(); }
    int number16()
    {
        if (!has(2)) {
            broken = true;
            return 0;
        }
        at += 2;
        return qFromBigEndian<quint16>(bytes.constData() + at - 2);
    }
    int octet(qsizetype where)
    {
        if (where < 0 || where >= bytes.size()) {
            broken = true;
            return 0;
        }
        return static_cast<unsigned char>(bytes.at(where));
    }
    QString name();
};

/// Follows pointers only backwards, so that it ends whatever the message says.
QString Message::name()
{
    QByteArrayList labels;
    qsizetype where = at, length = 0, lowest = at;
    bool jumped = false;
    while (const int size = octet(where)) {
        if (broken)
            return {};
        if ((size & 0xc0) == 0xc0) {
            const qsizetype target = (size & 0x3f) * 256 + octet(where + 1);
            if (broken || target >= lowest) {
                broken = true;
                return {};
            }
            if (!jumped)
                at = where + 2;
            jumped = true;
            where = lowest = target;
            continue;
        }
        length += size + 1;
        if ((size & 0xc0) != 0 || length > mostNameBytes || where + 1 + size > bytes.size()) {
            broken = true;
            return {};
        }
        labels.append(bytes.mid(where + 1, size).toLower());
        where += 1 + size;
    }
    if (!jumped)
        at = where + 1;
    return labels.isEmpty() ? QStringLiteral(".") : QString::fromLatin1(labels.join('.'));
}

DnsRecord recordIn(Message &message)
{
    DnsRecord record;
    record.owner = message.name();
    record.type = message.number16();
    message.number16(); // class
    message.number16(); // time to live, upper and
    message.number16(); // lower half
    const int length = message.number16();
    const qsizetype end = message.at + length;
    if (!message.has(length)) {
        message.broken = true;
        return record;
    }
    if (record.type == int(DnsRecord::Type::Srv)) {
        message.number16(); // priority
        message.number16(); // weight
        record.port = message.number16();
    } else if (record.type == int(DnsRecord::Type::Mx)) {
        message.number16(); // preference
    }
    if (record.type == int(DnsRecord::Type::Cname) || record.type == int(DnsRecord::Type::Mx)
        || record.type == int(DnsRecord::Type::Srv))
        record.target = message.name();
    message.broken = message.broken || message.at > end;
    message.at = end;
    return record;
}

} // namespace

std::optional<QList<DnsRecord>> dnsAnswers(const QByteArray &bytes)
{
    Message message{bytes, 4};
    const int questions = message.number16();
    const int answers = message.number16();
    message.at = headerBytes;
    if (!message.has(0) || questions > 1 || answers > mostAnswers)
        return std::nullopt;
    for (int i = 0; i < questions && !message.broken; ++i) {
        message.name();
        message.at += 4; // type and class
    }
    QList<DnsRecord> found;
    for (int i = 0; i < answers && !message.broken; ++i)
        found.append(recordIn(message));
    return message.broken ? std::nullopt : std::optional(found);
}

} // namespace net
