#include "probes/test_message.h"

#include "probes/plan.h"

#include <QLocale>
#include <QRandomGenerator>
#include <algorithm>

namespace probes {

namespace {

constexpr int lineBytes = 76; // RFC 2045 section 6.8
constexpr int lineContent = lineBytes / 4 * 3;
constexpr qint64 most = 64LL * 1024 * 1024;

QByteArray random(int bytes)
{
    QByteArray result(bytes, Qt::Uninitialized);
    // System entropy for the identifier: two PCs must never make the same one.
    for (char &c : result)
        c = char(QRandomGenerator::system()->bounded(256));
    return result;
}

/// Noise, so that nothing on the way can compress it.
QByteArray attachment(qint64 wireBytes)
{
    QByteArray text;
    text.reserve(qsizetype(wireBytes + lineBytes + 2));
    QRandomGenerator noise(QRandomGenerator::system()->generate());
    QByteArray line(lineContent, Qt::Uninitialized);
    while (text.size() + lineBytes + 2 <= wireBytes) {
        for (char &c : line)
            c = char(noise.bounded(256));
        text += line.toBase64() + "\r\n";
    }
    return text;
}

bool mayStandInCommand(const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    return isCommandSafe(address) && at > 0 && at + 1 < address.size()
        && std::none_of(address.begin(), address.end(), [](QChar c) {
               return c.unicode() >= 0x80 || c == u'<' || c == u'>' || c == u' ' || c == u',' || c == u'"'
                   || c == u'\\';
           });
}

} // namespace

QByteArray dotStuffed(const QByteArray &text)
{
    QByteArray result = text;
    result.replace("\r\n.", "\r\n..");
    return result.startsWith('.') ? '.' + result : result;
}

std::optional<TestMessage> testMessage(const QString &address, qint64 bytes, const QDateTime &now)
{
    if (!mayStandInCommand(address))
        return std::nullopt;
    const QByteArray own = address.toLatin1();
    const QByteArray mark = random(12).toHex();
    const QByteArray id = "<todoku." + mark + '@' + own.mid(own.lastIndexOf('@') + 1) + '>';
    const QByteArray boundary = "todoku-" + mark;
    const QString date
        = QLocale::c().toString(now.toUTC(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss '+0000'"));

    const QByteArray head = "From: <" + own + ">\r\nTo: <" + own
        + ">\r\n"
        // 【テスト】Todoku
        + "Subject: =?UTF-8?B?44CQ44OG44K544OI44CRVG9kb2t1?=\r\nDate: " + date.toLatin1()
        + "\r\nMessage-ID: " + id + "\r\nX-Todoku-Test: 1\r\nMIME-Version: 1.0\r\n"
        + "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n--" + boundary
        + "\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\nTodoku\r\n--" + boundary
        + "\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
        + "Content-Disposition: attachment; filename=\"todoku.bin\"\r\n\r\n";
    const QByteArray tail = "--" + boundary + "--\r\n";
    const qint64 wished = std::min(bytes, most) - head.size() - tail.size();
    return TestMessage{QString::fromLatin1(id),
                       dotStuffed(head + attachment(std::max<qint64>(0, wished)) + tail)};
}

} // namespace probes
