#include "probes/reply_seen.h"

#include "model/seen.h"
#include "net/clean_text.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace probes {

namespace seen = model::seen;

namespace {

QString word(const QByteArray &bytes)
{
    return net::cleanText(bytes.left(128));
}

QJsonArray words(const QByteArray &text)
{
    QJsonArray list;
    for (const QByteArray &one : text.simplified().split(' '))
        if (!one.isEmpty())
            list.append(word(one));
    return list;
}

/// "mx.example.net Hello pc [203.0.113.7]": whom the server believes to be speaking with (RFC 5321
/// section 4.1.1.1).
QString addressIn(const QByteArray &greetingOfEhlo)
{
    static const QRegularExpression bracketed(
        QStringLiteral("[\\[(](\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:]+)[\\])]"));
    return bracketed.match(QString::fromLatin1(greetingOfEhlo.left(512))).captured(1);
}

} // namespace

QJsonObject seenOf(const net::SmtpReply &reply)
{
    const QByteArray code = QByteArray::number(reply.code);
    // The enhanced code says more where there is one: 535 may be 5.7.8 or 5.7.9.
    return {{seen::reply, net::cleanText(code + ' ' + reply.text())},
            {seen::code, QString::fromLatin1(reply.enhanced.isEmpty() ? code : reply.enhanced)}};
}

QJsonObject seenOf(const net::Pop3Reply &reply)
{
    QJsonObject result{{seen::reply, net::cleanText((reply.ok ? "+OK " : "-ERR ") + reply.text)}};
    if (!reply.code.isEmpty())
        result.insert(seen::code, word(reply.code));
    return result;
}

QJsonObject seenOf(const net::ImapReply &reply)
{
    QByteArray whole = reply.status + ' ';
    if (!reply.code.isEmpty())
        whole += '[' + reply.code + (reply.codeArguments.isEmpty() ? "" : " ") + reply.codeArguments + "] ";
    QJsonObject result{{seen::reply, net::cleanText(whole + reply.text)}};
    if (!reply.code.isEmpty())
        result.insert(seen::code, word(reply.code));
    return result;
}

QJsonObject offersOf(const net::SmtpReply &ehlo)
{
    QJsonArray capabilities;
    for (qsizetype i = 1; i < ehlo.lines.size(); ++i) // the first line is the server's name
        capabilities.append(word(ehlo.lines.at(i).simplified().toUpper()));
    QJsonObject result{{seen::capabilities, capabilities}};
    if (const QString own = ehlo.lines.isEmpty() ? QString() : addressIn(ehlo.lines.first()); !own.isEmpty())
        result.insert(seen::ownAddress, own);
    if (const auto auth = ehlo.offered("AUTH"))
        result.insert(seen::mechanisms, words(auth->mid(4)));
    if (const auto size = ehlo.offered("SIZE")) {
        bool number = false;
        const qint64 limit = size->mid(5).toLongLong(&number);
        if (number && limit > 0 && size->size() <= 5 + 18) // 0: no fixed limit, RFC 1870 section 4
            result.insert(seen::sizeLimit, limit);
    }
    return result;
}

QJsonObject offersOf(const net::Pop3Reply &capa)
{
    QJsonArray capabilities;
    for (const QByteArray &line : capa.list)
        capabilities.append(word(line.simplified().toUpper()));
    QJsonArray mechanisms = words(capa.offered("SASL").mid(4));
    if (!capa.offered("USER").isEmpty() || !capa.ok)
        mechanisms.append(QStringLiteral("USER"));
    return {{seen::capabilities, capabilities}, {seen::mechanisms, mechanisms}};
}

QJsonObject offersOf(const QByteArrayList &imapCapabilities)
{
    QJsonArray capabilities, mechanisms;
    for (const QByteArray &one : imapCapabilities) {
        capabilities.append(word(one));
        if (one.startsWith("AUTH="))
            mechanisms.append(word(one.mid(5)));
    }
    if (!imapCapabilities.contains("LOGINDISABLED"))
        mechanisms.append(QStringLiteral("LOGIN"));
    return {{seen::capabilities, capabilities}, {seen::mechanisms, mechanisms}};
}

} // namespace probes
