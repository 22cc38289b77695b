#include "certificates.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>

namespace scenario {

using namespace Qt::StringLiterals;

namespace {

/// "-10d", "+2h", "+30m" from now, or a date: as openssl ca wants it.
QString when(const QString &text)
{
    QDateTime at = QDateTime::fromString(text, Qt::ISODate);
    if (text.startsWith(u'+') || text.startsWith(u'-')) {
        const qint64 unit = text.endsWith(u'd') ? 86'400 : text.endsWith(u'h') ? 3'600 : 60;
        at = QDateTime::currentDateTimeUtc().addSecs(text.chopped(1).toLongLong() * unit);
    }
    return at.toUTC().toString(u"yyyyMMddhhmmss"_s) + u'Z';
}

QJsonObject leaf(std::initializer_list<std::pair<QString, QJsonValue>> differs)
{
    return QJsonObject(differs);
}

/// Some 120 are more than one packet holds, some 4000 more than a TLS library takes.
QJsonArray manyNames(int count)
{
    QJsonArray names{u"imap.made.test"_s, u"pop.made.test"_s, u"smtp.made.test"_s};
    for (int i = 0; i < count; ++i)
        names.append(u"one-of-very-many-hosts-%1.made.test"_s.arg(i));
    return names;
}

bool writeTo(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Content of the DER element at `at`, which moves behind it. Only for what openssl has just written.
QByteArrayView nextElement(QByteArrayView der, qsizetype &at)
{
    qsizetype length = static_cast<uchar>(der.at(at + 1));
    at += 2;
    if (length & 0x80) {
        int octets = length & 0x7f;
        for (length = 0; octets > 0; --octets)
            length = (length << 8) | static_cast<uchar>(der.at(at++));
    }
    const QByteArrayView content = der.sliced(at, length);
    at += length;
    return content;
}

/// Is one of the two numbers of its ECDSA signature shorter than the curve's 32 octets? RFC 5280, 4.1; RFC
/// 3279, 2.2.3.
bool hasShortNumber(const QByteArray &certificate)
{
    constexpr qsizetype longest = 72; // an RSA signature is longer
    qsizetype at = 0;
    const QByteArrayView whole = nextElement(certificate, at);
    at = 0;
    nextElement(whole, at); // what is signed
    nextElement(whole, at); // how
    const QByteArrayView signature = nextElement(whole, at).sliced(1);
    if (signature.size() > longest)
        return false;
    at = 0;
    const QByteArrayView numbers = nextElement(signature, at);
    at = 0;
    for (int i = 0; i < 2; ++i) {
        const QByteArrayView number = nextElement(numbers, at);
        if (number.size() - (number.at(0) == 0) < 32)
            return true;
    }
    return false;
}

} // namespace

const QJsonObject &Certificates::ready()
{
    static const QJsonObject all{
        {u"good"_s, leaf({})},
        {u"expired"_s, leaf({{u"until"_s, u"-20d"_s}})},
        {u"not-yet-valid"_s, leaf({{u"from"_s, u"+20d"_s}})},
        {u"ends-soon"_s, leaf({{u"until"_s, u"+9d"_s}})},
        {u"ends-later"_s, leaf({{u"until"_s, u"+20d"_s}})},
        {u"other-name"_s, leaf({{u"names"_s, QJsonArray{u"mail.elsewhere.test"_s}}})},
        {u"wildcard"_s, leaf({{u"names"_s, QJsonArray{u"*.made.test"_s}}})},
        {u"wildcard-too-high"_s, leaf({{u"names"_s, QJsonArray{u"*.test"_s, u"made.test"_s}}})},
        {u"no-names"_s, leaf({{u"names"_s, QJsonArray{}}})},
        {u"large"_s, leaf({{u"names"_s, manyNames(120)}})},
        {u"monster"_s, leaf({{u"names"_s, manyNames(4'000)}})},
        {u"self-signed"_s, leaf({{u"issuer"_s, u"self"_s}})},
        {u"unknown-authority"_s, leaf({{u"issuer"_s, u"unknown"_s}, {u"send"_s, u"root"_s}})},
        {u"chain-missing"_s, leaf({{u"issuer"_s, u"middle"_s}})},
        {u"chain-whole"_s, leaf({{u"issuer"_s, u"middle"_s}, {u"send"_s, u"chain"_s}})},
        {u"weak-signature"_s, leaf({{u"digest"_s, u"sha1"_s}})},
        {u"weak-key"_s, leaf({{u"key"_s, u"rsa:1024"_s}})},
    };
    return all;
}

bool Certificates::isGood(const QString &name, const QJsonObject &described)
{
    static const QStringList ours{u"good"_s,       u"wildcard"_s,    u"ends-soon"_s,
                                  u"ends-later"_s, u"chain-whole"_s, u"large"_s};
    return ours.contains(name) || described.value(name).toObject().value("good"_L1).toBool();
}

Certificates::Certificates(const QString &folder, const QJsonObject &described)
    : m_folder(folder), m_described(ready())
{
    for (auto one = described.begin(); one != described.end(); ++one)
        m_described.insert(one.key(), one.value());
    makeAuthority(u"trusted"_s, u"Made Street Authority"_s, {});
}

QString Certificates::file(const QString &name) const
{
    return m_folder + u'/' + QString(name).replace(u'/', u'_');
}

void Certificates::openssl(const QStringList &arguments)
{
    QProcess tool;
    tool.setWorkingDirectory(m_folder);
    tool.start(u"openssl"_s, arguments);
    if (!tool.waitForFinished(30'000) || tool.exitCode() != 0)
        m_error = u"openssl "_s + arguments.join(u' ') + u": "_s + tool.errorString() + u' '
            + QString::fromLocal8Bit(tool.readAllStandardError());
}

// Wine 8 refuses an ECDSA signature with a short number, one in 128 (Windows and OpenSSL take it): such a one
// is made again.
void Certificates::sign(const QStringList &arguments, const QString &path)
{
    for (int tries = 0; tries < 10 && m_error.isEmpty(); ++tries) {
        openssl(arguments + QStringList{u"-out"_s, path});
        const QList<QSslCertificate> made = QSslCertificate::fromPath(path);
        if (made.isEmpty() || !hasShortNumber(made.first().toDer()))
            return;
    }
}

void Certificates::writeConfiguration(const QString &authority)
{
    QDir().mkpath(file(authority));
    const QString place = file(authority);
    const QByteArray dir = place.toUtf8();
    const bool written = writeTo(place + u"/index.txt"_s, {}) && writeTo(place + u"/serial"_s, "1000\n")
        && writeTo(place + u"/conf"_s,
                   "[ca]\ndefault_ca = here\n[here]\ndir = " + dir
                       + "\ndatabase = $dir/index.txt\nserial = $dir/serial\nnew_certs_dir = $dir\n"
                         "certificate = $dir/ca.crt\nprivate_key = $dir/ca.key\ndefault_md = sha256\npolicy "
                         "= any\n"
                         "unique_subject = no\nrand_serial = yes\n[any]\norganizationName = optional\n"
                         "commonName = supplied\n[root]\nbasicConstraints = critical, CA:TRUE\n"
                         "keyUsage = critical, keyCertSign, cRLSign\nsubjectKeyIdentifier = hash\n"
                         "[req]\ndistinguished_name = nothing\n[nothing]\n");
    if (!written)
        m_error = u"cannot write "_s + place;
}

// From long ago until long ahead: whatever clock a world has, the authority itself is not what is wrong
void Certificates::makeAuthority(const QString &name, const QString &commonName, const QString &above)
{
    if (m_authorities.contains(name))
        return;
    m_authorities.append(name);
    writeConfiguration(name);
    const QString dir = file(name);
    openssl({u"req"_s, u"-new"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s,
             u"-nodes"_s, u"-keyout"_s, dir + u"/ca.key"_s, u"-out"_s, dir + u"/ca.csr"_s, u"-config"_s,
             dir + u"/conf"_s, u"-subj"_s,
             u"/O=Made Street/CN="_s + QString(commonName).replace(u'/', u"\\/"_s)});
    QStringList arguments{u"ca"_s,
                          u"-batch"_s,
                          u"-notext"_s,
                          u"-config"_s,
                          file(above.isEmpty() ? name : above) + u"/conf"_s,
                          u"-extensions"_s,
                          u"root"_s,
                          u"-startdate"_s,
                          u"20000101000000Z"_s,
                          u"-enddate"_s,
                          u"20991231000000Z"_s,
                          u"-in"_s,
                          dir + u"/ca.csr"_s};
    if (above.isEmpty())
        arguments += {u"-selfsign"_s, u"-keyfile"_s, dir + u"/ca.key"_s};
    sign(arguments, dir + u"/ca.crt"_s);
}

QString Certificates::trustFile()
{
    QByteArray all;
    for (const QString &name : std::as_const(m_authorities))
        if (!m_unknown.contains(name))
            all += contentOf(file(name) + u"/ca.crt"_s);
    const QString path = file(u"trusted.pem"_s);
    if (!writeTo(path, all))
        m_error = u"cannot write "_s + path;
    return path;
}

void Certificates::makeLeaf(const QString &name, const QJsonObject &plan)
{
    const QString issuer = plan.value("issuer"_L1).toString(u"trusted"_s);
    const bool self = issuer == "self"_L1;
    if (issuer == "middle"_L1)
        makeAuthority(issuer, u"Made Street Authority, second floor"_s, u"trusted"_s);
    else if (!self)
        makeAuthority(issuer, issuer == "unknown"_L1 ? u"Nobody's Authority"_s : issuer, {});
    if (issuer == "middle"_L1 || issuer == "unknown"_L1 || !plan.value("trusted"_L1).toBool(true))
        m_unknown.append(issuer);
    QStringList names{u"imap.made.test"_s, u"pop.made.test"_s, u"smtp.made.test"_s, u"mail.made.test"_s,
                      u"made.test"_s};
    if (plan.contains("names"_L1))
        names = plan.value("names"_L1).toVariant().toStringList();
    QByteArray extensions = "basicConstraints = critical, CA:FALSE\nextendedKeyUsage = serverAuth\n";
    if (!names.isEmpty())
        extensions += "subjectAltName = DNS:" + names.join(u",DNS:"_s).toUtf8() + '\n';
    writeTo(file(name + u".ext"_s), extensions);
    const QString key = plan.value("key"_L1).toString(u"ec"_s);
    QStringList request{u"req"_s,
                        u"-new"_s,
                        u"-newkey"_s,
                        key,
                        u"-nodes"_s,
                        u"-keyout"_s,
                        name + u".key"_s,
                        u"-out"_s,
                        name + u".csr"_s,
                        u"-config"_s,
                        file(u"trusted"_s) + u"/conf"_s,
                        u"-subj"_s,
                        u"/O=Made Street/CN="_s
                            + plan.value("subject"_L1).toString(names.value(0, u"imap.made.test"_s))};
    if (key == "ec"_L1)
        request += {u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s};
    openssl(request);
    QStringList arguments{u"ca"_s,
                          u"-batch"_s,
                          u"-notext"_s,
                          u"-config"_s,
                          file(self ? u"trusted"_s : issuer) + u"/conf"_s,
                          u"-extfile"_s,
                          name + u".ext"_s,
                          u"-md"_s,
                          plan.value("digest"_L1).toString(u"sha256"_s),
                          u"-startdate"_s,
                          when(plan.value("from"_L1).toString(u"2024-01-01"_s)),
                          u"-enddate"_s,
                          when(plan.value("until"_L1).toString(u"2055-12-31"_s)),
                          u"-in"_s,
                          name + u".csr"_s};
    if (self)
        arguments += {u"-selfsign"_s, u"-keyfile"_s, name + u".key"_s};
    sign(arguments, file(name + u".crt"_s));
}

Certificates::Identity Certificates::named(const QString &name)
{
    if (m_made.contains(name))
        return m_made.value(name);
    if (!m_described.contains(name)) {
        m_error = u"no such certificate: "_s + name;
        return {};
    }
    const QJsonObject plan = m_described.value(name).toObject();
    makeLeaf(name, plan);
    Identity identity;
    identity.chain = QSslCertificate::fromPath(file(name + u".crt"_s));
    const QString send = plan.value("send"_L1).toString();
    const QList<QSslCertificate> above
        = QSslCertificate::fromPath(file(plan.value("issuer"_L1).toString(u"trusted"_s)) + u"/ca.crt"_s);
    if (!send.isEmpty())
        identity.chain += above;
    const QByteArray key = contentOf(file(name + u".key"_s));
    const bool rsa = plan.value("key"_L1).toString().startsWith("rsa"_L1);
    identity.key = QSslKey(key, rsa ? QSsl::Rsa : QSsl::Ec);
    if (m_error.isEmpty() && (identity.chain.isEmpty() || identity.key.isNull()))
        m_error = u"cannot read certificate "_s + name;
    m_made.insert(name, identity);
    return identity;
}

} // namespace scenario
