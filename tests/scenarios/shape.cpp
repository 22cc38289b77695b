#include "shape.h"

#include "certificates.h"
#include "conversation.h"
#include "dns_server.h"
#include "network.h"

#include <QJsonArray>
#include <QSet>

namespace scenario {

using namespace Qt::StringLiterals;

namespace {

class Look
{
public:
    QStringList wrong;

    void keys(const QString &where, const QJsonObject &object, const QStringList &allowed)
    {
        for (const QString &key : object.keys())
            if (!allowed.contains(key))
                wrong += u"unknown key: "_s + (where.isEmpty() ? QString() : where + u'.') + key;
    }
    void word(const QString &where, const QString &said, const QStringList &allowed)
    {
        if (!allowed.contains(said))
            wrong += where + u" cannot be: "_s + said;
    }
    void lines(const QString &where, const QJsonValue &value)
    {
        const QJsonArray all = value.isArray() ? value.toArray() : QJsonArray{value};
        for (const QJsonValue &line : all) {
            if (!line.isString())
                wrong += where + u" is neither a line nor lines"_s;
            else if (line.toString().startsWith(u'!'))
                word(where, line.toString().mid(1).section(u' ', 0, 0), Conversation::verbs());
        }
    }
    void certificate(const QString &where, const QJsonObject &server)
    {
        const QString name = server.value("certificate"_L1).toString(u"good"_s);
        if (!Certificates::ready().contains(name) && !m_certificates.contains(name))
            wrong += where + u": no such certificate: "_s + name;
    }
    void server(const QString &where, const QJsonValue &value)
    {
        if (value.isString())
            return word(where, value.toString(), {u"closed"_s, u"filtered"_s, u"prohibited"_s, u"well"_s});
        const QJsonObject object = value.toObject();
        keys(where, object,
             {u"greeting"_s, u"on"_s, u"certificate"_s, u"version"_s, u"tls_first"_s, u"tongue"_s,
              u"at_once"_s, u"asks_for_certificate"_s, u"connections"_s});
        certificate(where, object);
        if (object.contains("greeting"_L1))
            lines(where + u".greeting"_s, object.value("greeting"_L1));
        if (object.contains("version"_L1))
            word(where, object.value("version"_L1).toString(), {u"1.0"_s, u"1.1"_s, u"1.2"_s, u"1.3"_s});
        if (object.contains("tongue"_L1))
            word(where, object.value("tongue"_L1).toString(),
                 {u"smtp"_s, u"imap"_s, u"pop3"_s, u"http"_s, u"none"_s});
        const QJsonObject on = object.value("on"_L1).toObject();
        for (auto one = on.begin(); one != on.end(); ++one)
            lines(where + u".on."_s + one.key(), one.value());
        for (const QJsonValue &one : object.value("connections"_L1).toArray())
            server(where + u".connections"_s, one);
    }
    void zone(const QString &where, const QJsonObject &zone)
    {
        for (auto name = zone.begin(); name != zone.end(); ++name) {
            if (name.value().isString())
                word(where + u'.' + name.key(), name.value().toString(), NameServer::tempers());
            keys(where + u'.' + name.key(), name.value().toObject(),
                 {u"A"_s, u"AAAA"_s, u"CNAME"_s, u"MX"_s, u"SRV"_s, u"TXT"_s});
        }
    }
    void net(const QJsonObject &net)
    {
        keys(u"net"_s, net,
             {u"uses"_s, u"pack"_s, u"dns"_s, u"resolvers"_s, u"servers"_s, u"certificates"_s, u"link"_s,
              u"wall"_s, u"way"_s, u"hosts"_s, u"scale"_s, u"rate"_s});
        m_certificates = net.value("certificates"_L1).toObject();
        for (auto one = m_certificates.begin(); one != m_certificates.end(); ++one)
            keys(u"net.certificates."_s + one.key(), one.value().toObject(),
                 {u"names"_s, u"subject"_s, u"from"_s, u"until"_s, u"issuer"_s, u"digest"_s, u"key"_s,
                  u"send"_s, u"good"_s, u"trusted"_s});
        if (net.contains("link"_L1))
            word(u"net.link"_s, net.value("link"_L1).toString(), Network::links());
        zone(u"net.dns"_s, net.value("dns"_L1).toObject());
        for (const QJsonValue &value : net.value("resolvers"_L1).toArray()) {
            const QJsonObject one = value.toObject();
            keys(u"net.resolvers"_s, one, {u"at"_s, u"does"_s, u"dns"_s});
            if (one.contains("does"_L1))
                word(u"net.resolvers.does"_s, one.value("does"_L1).toString(),
                     NameServer::tempers() << u"closed"_s);
            zone(u"net.resolvers.dns"_s, one.value("dns"_L1).toObject());
        }
        const QJsonObject servers = net.value("servers"_L1).toObject();
        for (auto one = servers.begin(); one != servers.end(); ++one) {
            if (!one.key().contains(u':'))
                wrong += u"a server is HOST:PORT, not: "_s + one.key();
            server(u"net.servers."_s + one.key(), one.value());
        }
    }

private:
    QJsonObject m_certificates;
};

} // namespace

QStringList wrongShape(const QJsonObject &description)
{
    Look look;
    if (description.isEmpty())
        return {u"no JSON object"_s};
    look.keys({}, description,
              {u"what"_s, u"covers"_s, u"command"_s, u"practice"_s, u"profile"_s, u"files"_s, u"registry"_s,
               u"pack"_s, u"doors"_s, u"address"_s, u"symptom"_s, u"app"_s, u"password"_s, u"options"_s,
               u"clock"_s, u"environment"_s, u"net"_s, u"expect"_s});
    look.keys(
        u"profile"_s, description.value("profile"_L1).toObject(),
        {u"address"_s, u"timeout"_s, u"offline"_s, u"outbox"_s, u"cut"_s, u"prefs_is_folder"_s, u"imap"_s});
    for (const QJsonValue &door : description.value("doors"_L1).toArray())
        look.keys(u"doors"_s, door.toObject(), {u"at"_s, u"does"_s, u"text"_s});
    const QJsonObject expect = description.value("expect"_L1).toObject();
    look.keys(
        u"expect"_s, expect,
        {u"exit"_s, u"verdict"_s, u"findings"_s, u"may"_s, u"never"_s, u"stderr"_s, u"logins_at_most"_s});
    const bool isNet = description.contains("net"_L1);
    if (isNet)
        look.net(description.value("net"_L1).toObject());
    if (!expect.contains("exit"_L1) && !expect.contains("verdict"_L1))
        look.wrong += u"expect has neither exit nor verdict"_s;
    if (description.value("what"_L1).toString().isEmpty())
        look.wrong += u"what is missing"_s;
    return look.wrong;
}

} // namespace scenario
