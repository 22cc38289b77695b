// Certificates that are weak, unknown or half sent: made anew for each run, read as they are.
#include "model/seen.h"
#include "net/certificate_facts.h"
#include "support/places.h"

#include <QJsonArray>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace net;

namespace {

QSslError error(QSslError::SslError kind)
{
    return QSslError(kind);
}

QList<QSslCertificate> practice(const QString &name)
{
    return QSslCertificate::fromPath(support::inSource("resources/practice/") + name);
}

} // namespace

class CertificateFacts : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void areWeakByKeyOrSignature_data();
    void areWeakByKeyOrSignature();
    void ofARootAreNotWeakByItsOwnSignature();
    void sayWeakInsteadOfOther();
    void nameReasonsOnceAndInOrder_data();
    void nameReasonsOnceAndInOrder();
    void tellAMissingLinkFromAnUnknownAuthority();
    void tellNamesAndDates();
    void ofNothingAreNothing();

private:
    bool openssl(const QStringList &arguments);
    QSslCertificate leaf(const QString &key, const QString &digest);

    QTemporaryDir m_folder;
    int m_made = 0;
};

bool CertificateFacts::openssl(const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral("openssl"), arguments);
    const bool done = process.waitForFinished() && process.exitCode() == 0;
    if (!done)
        qWarning("openssl %s: %s", qPrintable(arguments.join(u' ')),
                 process.readAllStandardError().constData());
    return done;
}

void CertificateFacts::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
        QSKIP("the openssl program is not installed");
    QVERIFY(m_folder.isValid());
    QVERIFY(openssl(
        QStringLiteral("req -x509 -newkey rsa:2048 -nodes -sha256 -days 3 -subj /O=House/CN=Authority "
                       "-keyout ca.key -out ca.crt")
            .split(u' ')));
}

/// Signed by the authority above, for a key of this kind.
QSslCertificate CertificateFacts::leaf(const QString &key, const QString &digest)
{
    const QString name = QString::number(++m_made);
    const bool made = openssl(QStringLiteral("genpkey %1 -out %2.key").arg(key, name).split(u' '))
        && openssl(QStringLiteral("req -new -key %1.key -sha256 -subj /CN=mail.example.net -out %1.csr")
                       .arg(name)
                       .split(u' '))
        && openssl(QStringLiteral(
                       "x509 -req -in %1.csr -CA ca.crt -CAkey ca.key -set_serial 7 -days 2 -%2 -out "
                       "%1.crt")
                       .arg(name, digest)
                       .split(u' '));
    return made ? QSslCertificate::fromPath(m_folder.filePath(name + QStringLiteral(".crt"))).value(0)
                : QSslCertificate();
}

void CertificateFacts::areWeakByKeyOrSignature_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("digest");
    QTest::addColumn<bool>("weak");
    const auto row = [](const char *name, const char *key, const char *digest, bool weak) {
        QTest::newRow(name) << QString::fromLatin1(key) << QString::fromLatin1(digest) << weak;
    };
    row("RSA 1024", "-algorithm RSA -pkeyopt rsa_keygen_bits:1024", "sha256", true);
    row("RSA 2047", "-algorithm RSA -pkeyopt rsa_keygen_bits:2047", "sha256", true);
    row("SHA-1", "-algorithm RSA -pkeyopt rsa_keygen_bits:2048", "sha1", true);
    row("MD5", "-algorithm RSA -pkeyopt rsa_keygen_bits:2048", "md5", true);
    row("elliptic 192", "-algorithm EC -pkeyopt ec_paramgen_curve:prime192v1", "sha256", true);
    row("elliptic 256 by SHA-1", "-algorithm EC -pkeyopt ec_paramgen_curve:P-256", "sha1", true);
    row("RSA 2048", "-algorithm RSA -pkeyopt rsa_keygen_bits:2048", "sha256", false);
    row("elliptic 256", "-algorithm EC -pkeyopt ec_paramgen_curve:P-256", "sha384", false);
}

void CertificateFacts::areWeakByKeyOrSignature()
{
    QFETCH(QString, key);
    QFETCH(QString, digest);
    QFETCH(bool, weak);
    const QSslCertificate certificate = leaf(key, digest);
    QVERIFY(!certificate.isNull());
    QCOMPARE(isWeak(certificate), weak);
    QCOMPARE(certificateErrors({}, {certificate}),
             weak ? QStringList{QStringLiteral("weak")} : QStringList());
}

void CertificateFacts::ofARootAreNotWeakByItsOwnSignature()
{
    for (const auto &[bits, weak] : {std::pair(2048, false), std::pair(1024, true)}) {
        QVERIFY(openssl(QStringLiteral("req -x509 -newkey rsa:%1 -nodes -sha1 -days 3 -subj /CN=Old -keyout "
                                       "old.key -out old.crt")
                            .arg(bits)
                            .split(u' ')));
        const QSslCertificate root
            = QSslCertificate::fromPath(m_folder.filePath(QStringLiteral("old.crt"))).value(0);
        QVERIFY(!root.isNull());
        QCOMPARE(isWeak(root), weak);
    }
}

void CertificateFacts::sayWeakInsteadOfOther()
{
    const QSslCertificate weak
        = leaf(QStringLiteral("-algorithm RSA -pkeyopt rsa_keygen_bits:1024"), QStringLiteral("sha256"));
    const QList<QSslError> unspecified = {error(QSslError::UnspecifiedError)};
    QCOMPARE(certificateErrors(unspecified, {weak}), QStringList{QStringLiteral("weak")});
    QCOMPARE(certificateErrors(unspecified, practice(QStringLiteral("good.crt"))),
             QStringList{QStringLiteral("other")});
    // A weak link anywhere in the chain, and what else is wrong stays.
    QCOMPARE(certificateErrors({error(QSslError::HostNameMismatch)},
                               practice(QStringLiteral("good.crt")) + QList<QSslCertificate>{weak}),
             (QStringList{QStringLiteral("name"), QStringLiteral("weak")}));
}

void CertificateFacts::nameReasonsOnceAndInOrder_data()
{
    QTest::addColumn<QList<QSslError::SslError>>("kinds");
    QTest::addColumn<QString>("reasons");
    const auto row = [](const char *reasons, const QList<QSslError::SslError> &kinds) {
        QTest::newRow(*reasons ? reasons : "none") << kinds << QString::fromLatin1(reasons);
    };
    row("", {});
    row("", {QSslError::NoError});
    row("expired", {QSslError::CertificateExpired, QSslError::CertificateExpired});
    row("expired name", {QSslError::HostNameMismatch, QSslError::CertificateExpired});
    row("not-yet-valid", {QSslError::CertificateNotYetValid});
    row("self-signed", {QSslError::SelfSignedCertificate});
    row("name self-signed", {QSslError::SelfSignedCertificate, QSslError::HostNameMismatch});
    row("unknown-authority", {QSslError::SelfSignedCertificateInChain});
    row("unknown-authority", {QSslError::CertificateUntrusted});
    row("chain", {QSslError::UnableToVerifyFirstCertificate});
    row("chain", {QSslError::InvalidCaCertificate, QSslError::PathLengthExceeded});
    row("chain", {QSslError::CertificateSignatureFailed});
    row("chain", {QSslError::NoPeerCertificate});
    row("other", {QSslError::CertificateRevoked});
    row("other", {QSslError::InvalidPurpose, QSslError::UnspecifiedError});
}

void CertificateFacts::nameReasonsOnceAndInOrder()
{
    QFETCH(QList<QSslError::SslError>, kinds);
    QFETCH(QString, reasons);
    QList<QSslError> errors;
    for (const QSslError::SslError kind : kinds)
        errors.append(error(kind));
    QCOMPARE(certificateErrors(errors, {}).join(u' '), reasons);
}

void CertificateFacts::tellAMissingLinkFromAnUnknownAuthority()
{
    // What the library says is the same in both cases; how many certificates came tells them apart.
    const QList<QSslError> said = {error(QSslError::UnableToGetLocalIssuerCertificate),
                                   error(QSslError::UnableToVerifyFirstCertificate)};
    const QSslCertificate own = practice(QStringLiteral("chain-missing.crt")).value(0);
    const QSslCertificate authority = practice(QStringLiteral("authority.crt")).value(0);
    QVERIFY(!own.isNull() && !authority.isNull());
    QCOMPARE(certificateErrors(said, {own}),
             (QStringList{QStringLiteral("unknown-authority"), QStringLiteral("chain")}));
    QCOMPARE(certificateErrors(said, {own, authority}), QStringList{QStringLiteral("unknown-authority")});
}

void CertificateFacts::tellNamesAndDates()
{
    const QJsonObject facts = certificateFacts(practice(QStringLiteral("good.crt")));
    QVERIFY(facts.value(model::seen::certificateNames).toArray().size() >= 1);
    QVERIFY(!facts.value(model::seen::certificateIssuer).toString().isEmpty());
    const QString from = facts.value(model::seen::certificateFrom).toString();
    const QString until = facts.value(model::seen::certificateUntil).toString();
    QVERIFY(from.endsWith(u'Z') && until.endsWith(u'Z') && from < until);

    // Without alternative names the common name is all there is.
    const QSslCertificate old
        = leaf(QStringLiteral("-algorithm RSA -pkeyopt rsa_keygen_bits:2048"), QStringLiteral("sha256"));
    const QJsonObject plain = certificateFacts({old});
    QCOMPARE(plain.value(model::seen::certificateNames).toArray(),
             QJsonArray{QStringLiteral("mail.example.net")});
    QCOMPARE(plain.value(model::seen::certificateIssuer).toString(), QStringLiteral("Authority"));
}

void CertificateFacts::ofNothingAreNothing()
{
    QVERIFY(certificateFacts({}).isEmpty());
    QVERIFY(certificateErrors({}, {}).isEmpty());
    QVERIFY(!isWeak(QSslCertificate()));
    QVERIFY(certificateErrors({}, {QSslCertificate()}).isEmpty());
}

QTEST_GUILESS_MAIN(CertificateFacts)
#include "test_certificate_facts.moc"
