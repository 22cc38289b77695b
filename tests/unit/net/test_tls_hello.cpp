// Our own first message of TLS: well formed, as large and as modern as it says, and silent about what it must
// not say.
#include "net/tls_hello.h"

#include <QMap>
#include <QTest>

using namespace net;

namespace {

const QByteArray random64(64, 'R');

int number(const QByteArray &bytes, qsizetype at, int count)
{
    int value = 0;
    for (int i = 0; i < count; ++i)
        value = value * 256 + static_cast<unsigned char>(bytes.at(at + i));
    return value;
}

struct Read
{
    bool whole = false; ///< every length fits
    int record = 0, version = 0, ciphers = 0;
    QMap<int, QByteArray> extensions;
};

Read read(const QByteArray &bytes)
{
    Read out;
    if (bytes.size() < 9 || bytes.at(0) != 0x16 || number(bytes, 3, 2) != bytes.size() - 5 || bytes.at(5) != 1
        || number(bytes, 6, 3) != bytes.size() - 9)
        return out;
    out.record = number(bytes, 1, 2);
    out.version = number(bytes, 9, 2);
    qsizetype at = 9 + 2 + 32;
    at += 1 + number(bytes, at, 1);
    out.ciphers = number(bytes, at, 2) / 2;
    at += 2 + 2 * out.ciphers;
    at += 1 + number(bytes, at, 1);
    if (at == bytes.size()) {
        out.whole = true;
        return out;
    }
    if (number(bytes, at, 2) != bytes.size() - at - 2)
        return out;
    for (at += 2; at + 4 <= bytes.size();) {
        const int length = number(bytes, at + 2, 2);
        out.extensions.insert(number(bytes, at, 2), bytes.mid(at + 4, length));
        at += 4 + length;
    }
    out.whole = at == bytes.size();
    return out;
}

} // namespace

class OwnHello : public QObject
{
    Q_OBJECT
private slots:
    void isWellFormed_data()
    {
        QTest::addColumn<int>("record");
        QTest::addColumn<int>("version");
        QTest::addColumn<bool>("offers13");
        QTest::addColumn<bool>("saysName");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        const auto row = [](const char *name, int record, int version, bool offers13, bool saysName,
                            int least, int most) {
            QTest::newRow(name) << record << version << offers13 << saysName << least << most;
        };
        row("modern", 0x0301, 0x0303, true, true, 517, 530);
        row("tls12", 0x0301, 0x0303, false, true, 517, 530);
        row("small", 0x0301, 0x0303, false, true, 60, 255);
        row("legacy", 0x0301, 0x0303, false, true, 60, 400);
        row("no-sni", 0x0301, 0x0303, true, false, 517, 530);
        row("tls11", 0x0301, 0x0302, false, true, 60, 400);
        row("tls10", 0x0301, 0x0301, false, true, 60, 400);
        row("ssl3", 0x0300, 0x0300, false, false, 60, 400);
    }
    void isWellFormed()
    {
        QFETCH(int, record);
        QFETCH(int, version);
        QFETCH(bool, offers13);
        QFETCH(bool, saysName);
        QFETCH(int, least);
        QFETCH(int, most);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        QVERIFY(helloNames().contains(name));
        const QByteArray bytes = recordOf(helloNamed(name, QStringLiteral("mail.example.ne.jp")), random64);
        const Read out = read(bytes);
        QVERIFY(out.whole);
        QCOMPARE(out.record, record);
        QCOMPARE(out.version, version);
        QVERIFY(out.ciphers >= 6);
        QCOMPARE(out.extensions.contains(43), offers13);
        QCOMPARE(out.extensions.contains(51), offers13);
        QCOMPARE(out.extensions.contains(0), saysName);
        QCOMPARE(bytes.contains("mail.example.ne.jp"), saysName);
        QVERIFY2(bytes.size() >= least && bytes.size() <= most, qPrintable(QString::number(bytes.size())));
    }

    void namesNoAddress_data()
    {
        QTest::addColumn<QString>("host");
        for (const char *host : {"192.0.2.1", "2001:db8::1", ""})
            QTest::newRow(*host ? host : "nothing") << QString::fromLatin1(host);
        QTest::newRow("longer than a name may be") << QString(256, u'a');
    }
    void namesNoAddress()
    {
        QFETCH(QString, host); // RFC 6066 section 3: literals are not permitted
        QVERIFY(!read(recordOf(helloNamed(QStringLiteral("modern"), host), random64)).extensions.contains(0));
    }

    void isNothingWithoutEnoughRandomBytes()
    {
        QVERIFY(recordOf(helloNamed(QStringLiteral("modern"), {}), random64.left(63)).isEmpty());
        QVERIFY(recordOf(helloNamed(QStringLiteral("small"), {}), random64.left(31)).isEmpty());
        QVERIFY(!recordOf(helloNamed(QStringLiteral("small"), {}), random64.left(32)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(OwnHello)
#include "test_tls_hello.moc"
