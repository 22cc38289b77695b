#include "knowledge/pack_reader.h"

#include "knowledge/fields.h"
#include "knowledge/knowledge.h"

#include <QFile>
#include <QRegularExpression>

namespace knowledge {

using namespace model;

namespace {

constexpr auto required = Fields::Required;
constexpr auto optional = Fields::Optional;
constexpr qint64 anyBytes = Q_INT64_C(1) << 50;

/// A pack's server; for incoming mail the protocol is a key, for outgoing it is SMTP.
ProviderServer server(const JsonNode &node, Problem &problem, bool incoming)
{
    Fields fields(node, problem);
    ProviderServer server;
    server.endpoint.protocol = Protocol::Smtp;
    if (incoming) {
        const QString protocol
            = fields.oneOf("protocol", {QStringLiteral("pop3"), QStringLiteral("imap")}, required);
        server.endpoint.protocol = protocolNamed(protocol).value_or(Protocol::Imap);
    }
    server.endpoint.host = fields.host("host", required);
    server.endpoint.port = quint16(fields.whole("port", 1, 65535, required));
    const QString security = fields.oneOf(
        "security", {QStringLiteral("tls"), QStringLiteral("starttls"), QStringLiteral("plain")}, required);
    server.endpoint.security = securityNamed(security).value_or(Security::Tls);
    if (!incoming)
        server.auth = fields.truth("auth", true);
    static const QStringList forms{QStringLiteral("address"), QStringLiteral("local"),
                                   QStringLiteral("percent"), QStringLiteral("dot"), QStringLiteral("id")};
    server.userForms = fields.texts("user", optional);
    for (const QString &form : server.userForms)
        if (!forms.contains(form))
            problem.say(*node.member(QStringLiteral("user")),
                        QStringLiteral("must be of: ") + forms.join(QStringLiteral(", ")));
    fields.done();
    return server;
}

void limits(const JsonNode &node, Problem &problem, Provider &pack)
{
    Fields fields(node, problem);
    pack.limits.messageBytes = fields.whole("message_bytes", 0, anyBytes, optional);
    pack.limits.mailboxBytes = fields.whole("mailbox_bytes", 0, anyBytes, optional);
    pack.limits.mailboxMessages = fields.whole("mailbox_messages", 0, anyBytes, optional);
    pack.limits.recipients = fields.whole("recipients", 0, anyBytes, optional);
    fields.done();
}

void score(const JsonNode &node, Problem &problem, Provider &pack)
{
    Fields fields(node, problem);
    pack.spam.serverDefault = fields.number("server_default", -1000, 1000);
    pack.spam.recommended = fields.number("recommended", -1000, 1000);
    pack.spam.almostSure = fields.number("almost_sure", -1000, 1000);
    fields.done();
}

void userPrefs(const JsonNode &node, Problem &problem, Provider &pack)
{
    Fields fields(node, problem);
    pack.spam.prefsProtocol = fields.oneOf(
        "protocol", {QStringLiteral("ftps"), QStringLiteral("sftp"), QStringLiteral("ftp")}, required);
    pack.spam.prefsHost = fields.host("host", required);
    pack.spam.prefsPort = quint16(fields.whole("port", 1, 65535, required));
    pack.spam.prefsPath = fields.text("path", required);
    // It will be written to: never outside the person's own folder.
    if (pack.spam.prefsPath.startsWith(u'/') || pack.spam.prefsPath.contains(u'\\')
        || pack.spam.prefsPath.split(u'/').contains(QStringLiteral("..")))
        problem.say(node, QStringLiteral("must be a path below the person's folder"), QStringLiteral("path"));
    pack.spam.prefsVersion = int(fields.whole("version", 0, 100, optional));
    fields.done();
}

void spam(const JsonNode &node, Problem &problem, Provider &pack)
{
    Fields fields(node, problem);
    pack.spam.tags = fields.texts("tags", optional);
    pack.spam.junkFolders = fields.texts("junk_folders", optional);
    pack.spam.junkRetentionDays = int(fields.whole("junk_retention_days", 0, 3650, optional));
    if (const JsonNode *given = fields.take("score", JsonNode::Kind::Object, optional))
        score(*given, problem, pack);
    if (const JsonNode *given = fields.take("user_prefs", JsonNode::Kind::Object, optional))
        userPrefs(*given, problem, pack);
    fields.done();
}

void contact(const JsonNode &node, Problem &problem, Provider &pack)
{
    static const QRegularExpression telephone(QStringLiteral("^[0-9+() -]{3,24}$"));
    Fields fields(node, problem);
    pack.contact.phone = fields.text("phone", optional);
    if (!pack.contact.phone.isEmpty() && !telephone.match(pack.contact.phone).hasMatch())
        problem.say(node, QStringLiteral("is not a telephone number"), QStringLiteral("phone"));
    pack.contact.hours = fields.words("hours", optional);
    pack.contact.url = fields.url("url", optional);
    pack.contact.statusUrl = fields.url("status_url", optional);
    fields.done();
}

void lists(Fields &top, Problem &problem, Provider &pack)
{
    for (const JsonNode &node : top.objects("words", optional)) {
        static const QRegularExpression id(QStringLiteral("^[a-z0-9]+\\.[a-z0-9-]+$"));
        Fields fields(node, problem);
        ProviderWord word;
        word.where = fields.oneOf("where", {QStringLiteral("login"), QStringLiteral("submit")}, required);
        word.text = fields.text("text", required);
        word.finding = fields.text("finding", required);
        if (!id.match(word.finding).hasMatch())
            problem.say(node, QStringLiteral("is not the id of a finding"), QStringLiteral("finding"));
        fields.done();
        pack.words.append(word);
    }
    for (const JsonNode &node : top.objects("webmail", optional)) {
        Fields fields(node, problem);
        pack.webmail.append(
            {fields.texts("domains", required), fields.url("url", required), fields.text("user", optional)});
        fields.done();
    }
    for (const JsonNode &node : top.objects("notices", optional)) {
        Fields fields(node, problem);
        pack.notices.append({fields.date("date", required), fields.words("text", required)});
        fields.done();
    }
}

void domains(Fields &top, const JsonNode &node, Problem &problem, Provider &pack)
{
    pack.domains = top.texts("domains", required);
    for (const QString &domain : pack.domains)
        if (!isHostName(domain.startsWith(u"*.") ? domain.mid(2) : domain) || !domain.contains(u'.'))
            problem.say(*node.member(QStringLiteral("domains")),
                        QStringLiteral("\"%1\" is not a domain").arg(domain));
}

void networks(Fields &top, const JsonNode &node, Problem &problem, Provider &pack)
{
    static const QRegularExpression network(QStringLiteral("^([0-9.]{7,15}|[0-9a-f:]{2,39})/[0-9]{1,3}$"),
                                            QRegularExpression::CaseInsensitiveOption);
    pack.networks = top.texts("networks", optional);
    for (const QString &one : pack.networks)
        if (!network.match(one).hasMatch())
            problem.say(*node.member(QStringLiteral("networks")),
                        QStringLiteral("\"%1\" is not a network").arg(one));
}

Provider pack(const JsonNode &node, Problem &problem)
{
    static const QRegularExpression idForm(QStringLiteral("^[a-z0-9][a-z0-9-]{0,63}$"));
    Fields top(node, problem);
    Provider pack;
    top.oneOf("schema", {QStringLiteral("todoku-pack/1")}, required);
    pack.id = top.text("id", required);
    if (!pack.id.isEmpty() && !idForm.match(pack.id).hasMatch())
        problem.say(node, QStringLiteral("must be lower-case letters, digits and hyphens"),
                    QStringLiteral("id"));
    pack.serial = top.whole("serial", 0, Q_INT64_C(1) << 53, optional);
    pack.validUntil = top.date("valid_until", optional);
    pack.name = top.words("name", required);
    domains(top, node, problem, pack);
    for (const JsonNode &one : top.objects("incoming", required, false))
        pack.incoming.append(server(one, problem, true));
    for (const JsonNode &one : top.objects("outgoing", required, false))
        pack.outgoing.append(server(one, problem, false));
    if (const JsonNode *given = top.take("limits", JsonNode::Kind::Object, optional))
        limits(*given, problem, pack);
    if (const JsonNode *given = top.take("timeouts", JsonNode::Kind::Object, optional)) {
        Fields fields(*given, problem);
        pack.recommendedTimeoutSeconds = int(fields.whole("recommended_s", 1, 3600, optional));
        fields.done();
    }
    lists(top, problem, pack);
    if (const JsonNode *given = top.take("spam", JsonNode::Kind::Object, optional))
        spam(*given, problem, pack);
    pack.popBeforeSmtpMinutes = int(top.whole("pop_before_smtp_minutes", 0, 1440, optional));
    pack.outsideSending
        = top.oneOf("outside_sending",
                    {QStringLiteral("yes"), QStringLiteral("authenticated"), QStringLiteral("no")}, optional);
    networks(top, node, problem, pack);
    if (const JsonNode *given = top.take("contact", JsonNode::Kind::Object, optional))
        contact(*given, problem, pack);
    top.done();
    return pack;
}

} // namespace

std::variant<Provider, LoadError> readPackBytes(const QString &file, const QByteArray &bytes)
{
    const auto json = readJson(file, bytes);
    if (const auto *error = std::get_if<LoadError>(&json))
        return *error;
    Problem problem{file, {}, false};
    Provider read = pack(std::get<JsonNode>(json), problem);
    if (problem.any)
        return problem.first;
    return read;
}

std::variant<Provider, LoadError> readPack(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return LoadError{path, 0, {}, QStringLiteral("cannot be read")};
    return readPackBytes(path, file.read(JsonLimits().bytes + 1));
}

} // namespace knowledge
