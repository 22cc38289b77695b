// What a certificate is made of, read from its bytes: named where it is weak, silent where it cannot be read.
#include "net/tls_certificate.h"
#include "support/places.h"
#include "support/tls_bytes.h"

#include <QRandomGenerator>
#include <QSslCertificate>
#include <QTest>

using namespace net;
using namespace support;

class CertificateBytes : public QObject
{
    Q_OBJECT
private slots:
    void nameTheWeakness_data()
    {
        QTest::addColumn<QByteArray>("der");
        QTest::addColumn<QString>("weak");
        const auto row = [](const char *name, const QByteArray &der, const char *weak) {
            QTest::newRow(name) << der << QString::fromLatin1(weak);
        };
        const QByteArray ecdsaSha1 = QByteArrayLiteral("\x2a\x86\x48\xce\x3d\x04\x01");
        const QByteArray ecdsaSha256 = QByteArrayLiteral("\x2a\x86\x48\xce\x3d\x04\x03\x02");
        const QByteArray dsaOid = QByteArrayLiteral("\x2a\x86\x48\xce\x38\x04\x01");
        const QByteArray ed25519 = QByteArrayLiteral("\x2b\x65\x70");
        const auto point = [](int bytes) { return char(4) + QByteArray(2 * bytes, 'p'); };
        row("sound", madeUpCertificate(sha256Rsa, rsaOid, rsaKey(2048)), "");
        row("SHA-1", madeUpCertificate(sha1Rsa, rsaOid, rsaKey(2048)), "SHA-1");
        row("MD5", madeUpCertificate(md5Rsa, rsaOid, rsaKey(2048)), "MD5");
        row("RSA 1024", madeUpCertificate(sha256Rsa, rsaOid, rsaKey(1024)), "RSA 1024");
        row("RSA 512 and MD5", madeUpCertificate(md5Rsa, rsaOid, rsaKey(512)), "MD5,RSA 512");
        row("RSA 2040", madeUpCertificate(sha256Rsa, rsaOid, rsaKey(2040)), "RSA 2040");
        row("elliptic 256", madeUpCertificate(ecdsaSha256, ecOid, point(32)), "");
        row("elliptic 224", madeUpCertificate(ecdsaSha256, ecOid, point(28)), "");
        row("elliptic 192", madeUpCertificate(ecdsaSha256, ecOid, point(24)), "EC 192");
        row("elliptic 256, half a point",
            madeUpCertificate(ecdsaSha256, ecOid, char(2) + QByteArray(32, 'p')), "");
        row("elliptic by SHA-1", madeUpCertificate(ecdsaSha1, ecOid, point(32)), "SHA-1");
        row("DSA 1024",
            madeUpCertificate(sha256Rsa, dsaOid, derElement(2, "\5"), "authority",
                              derElement(0x30, derElement(2, char(0) + QByteArray(128, '\x91')))),
            "DSA 1024");
        row("Ed25519", madeUpCertificate(ed25519, ed25519, QByteArray(32, 'k')), "");
        row("a root by SHA-1", madeUpCertificate(sha1Rsa, rsaOid, rsaKey(2048), "server"), "");
        row("a root of 1024 bits", madeUpCertificate(sha1Rsa, rsaOid, rsaKey(1024), "server"), "RSA 1024");
        row("nothing", {}, "");
        row("words", "220 hello there", "");
        row("a length beyond the end", QByteArray("\x30\x82\xff\xff\x01", 5), "");
        row("a length of nine digits", QByteArray("\x30\x89\1\1\1\1\1\1\1\1\1", 11), "");
        row("endless length", QByteArray("\x30\x80\x02\x01\x01", 5), "");
    }
    void nameTheWeakness()
    {
        QFETCH(QByteArray, der);
        QFETCH(QString, weak);
        QCOMPARE(weaknessesOf({der}).join(u','), weak);
        QCOMPARE(weaknessesOf({der, der}).join(u','), weak); // each once
    }

    void agreeWithRealOnes()
    {
        for (const QSslCertificate &one :
             QSslCertificate::fromPath(support::inSource("resources/practice/good.crt"))) {
            const CertificateMake make = makeOf(one.toDer());
            QCOMPARE(make.key, QStringLiteral("RSA"));
            QCOMPARE(make.keyBits, 2048);
            QVERIFY(make.signature.isEmpty() && !make.ownIssuer);
        }
        const auto self = QSslCertificate::fromPath(support::inSource("resources/practice/authority.crt"));
        QVERIFY(!self.isEmpty() && makeOf(self.first().toDer()).ownIssuer);
    }

    void surviveCutsAndChanges()
    {
        const QByteArray der = madeUpCertificate(sha1Rsa, rsaOid, rsaKey(1024));
        for (qsizetype at = 0; at < der.size(); ++at)
            QVERIFY(weaknessesOf({der.left(at)})
                        .isEmpty()); // the outer length no longer fits: nothing is believed
        QRandomGenerator dice(7);
        for (int round = 0; round < 20'000; ++round) {
            QByteArray changed = der;
            for (int i = 0; i <= round % 3; ++i)
                changed[dice.bounded(int(changed.size()))] = char(dice.bounded(256));
            QVERIFY(makeOf(changed).keyBits <= 8 * changed.size());
        }
    }

    void countBits()
    {
        QCOMPARE(bitsOf({}), 0);
        QCOMPARE(bitsOf(QByteArray(4, '\0')), 0);
        QCOMPARE(bitsOf(QByteArray("\x00\x01", 2)), 1);
        QCOMPARE(bitsOf(QByteArray("\x00\x80\x00", 3)), 16);
    }
};

QTEST_GUILESS_MAIN(CertificateBytes)
#include "test_tls_certificate.moc"
