#include "probes/message_words.h"

#include "model/charset.h"
#include "net/clean_text.h"

#include <QRegularExpression>
#include <QStringDecoder>
#include <QTimeZone>

namespace probes {

namespace {

/// "ESC $ B", "ESC ( B" and their like.
bool looksLikeIso2022(const QByteArray &bytes)
{
    return bytes.contains("\x1b$") || bytes.contains("\x1b(");
}

QByteArray quotedPrintable(QByteArray text)
{
    text.replace('_', ' ');
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        bool valid = false;
        const char byte = text.at(i) == '=' ? char(text.mid(i + 1, 2).toInt(&valid, 16)) : '\0';
        if (valid && i + 2 < text.size()) {
            bytes += byte;
            i += 2;
        } else {
            bytes += text.at(i);
        }
    }
    return bytes;
}

QByteArray wordBytes(const QRegularExpressionMatch &word)
{
    const QByteArray text = word.captured(3).toLatin1();
    return word.captured(2).toUpper() == u"B" ? QByteArray::fromBase64(text) : quotedPrintable(text);
}

QString withEncodedWords(const QByteArray &value)
{
    static const QRegularExpression pattern(
        QStringLiteral("=\\?([^?\\s*]+)(?:\\*[^?]*)?\\?([bBqQ])\\?([^?]*)\\?="));
    const QString raw = QString::fromLatin1(value);
    QString text;
    qsizetype from = 0;
    QByteArray open, charset; // neighbours of one charset are one text: a character may be cut in between
    const auto flush = [&] {
        text += open.isEmpty() ? QString() : textOfBytes(open, charset);
        open.clear();
    };
    for (auto words = pattern.globalMatch(raw); words.hasNext();) {
        const QRegularExpressionMatch word = words.next();
        const QByteArray between = value.mid(from, word.capturedStart() - from);
        const bool joins = !open.isEmpty() && between.trimmed().isEmpty();
        const QByteArray own = word.captured(1).toLatin1().toLower();
        if (!joins || own != charset)
            flush();
        if (!joins)
            text += textOfBytes(between);
        charset = own;
        open += wordBytes(word);
        from = word.capturedEnd();
    }
    flush();
    return text + textOfBytes(value.mid(from));
}

int zoneSeconds(const QString &zone)
{
    if (zone.startsWith(u'+') || zone.startsWith(u'-')) {
        const int hhmm = zone.mid(1).toInt();
        const int seconds = (hhmm / 100 * 60 + hhmm % 100) * 60;
        return zone.startsWith(u'-') ? -seconds : seconds;
    }
    static const QHash<QString, int> names{
        {QStringLiteral("JST"), 9},  {QStringLiteral("EST"), -5}, {QStringLiteral("EDT"), -4},
        {QStringLiteral("CST"), -6}, {QStringLiteral("CDT"), -5}, {QStringLiteral("MST"), -7},
        {QStringLiteral("MDT"), -6}, {QStringLiteral("PST"), -8}, {QStringLiteral("PDT"), -7}};
    return names.value(zone.toUpper()) * 3600;
}

} // namespace

QString textOfBytes(const QByteArray &bytes, const QByteArray &charset)
{
    QByteArrayList tries;
    if (!charset.isEmpty()) // what calls itself ASCII and is not, is UTF-8 nowadays
        tries << (charset == "us-ascii" || charset == "ascii" ? "utf-8" : charset);
    if (looksLikeIso2022(bytes))
        tries << "iso-2022-jp";
    tries << "utf-8"
          << "cp932"
          << "euc-jp";
    for (const QByteArray &one : std::as_const(tries)) {
        // Escapes are ordinary characters to every other charset
        if (looksLikeIso2022(bytes) && !one.startsWith("iso-2022-") && !one.startsWith("cp5022"))
            continue;
        if (const auto text = model::fromCharset(bytes, one))
            return *text;
    }
    // Something of it is better than nothing: what is unknown shows as such; half a character at the end is
    // left out.
    if (looksLikeIso2022(bytes))
        return model::fromCharset(bytes.chopped(1), "iso-2022-jp").value_or(QString::fromLatin1(bytes));
    return QStringDecoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless)(bytes);
}

QString readableHeader(const QByteArray &value, qsizetype characters)
{
    const QString clean = net::cleanText(withEncodedWords(value.left(16 * 1024)).toUtf8());
    return clean.size() > characters ? clean.left(characters - 1) + u'…' : clean;
}

QDateTime headerDate(const QByteArray &value)
{
    static const QRegularExpression pattern(QStringLiteral(
        "(\\d{1,2})[ -]([A-Za-z]{3})[a-z]*[ "
        "-](\\d{2,4})\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\s*([+-]\\d{4}|[A-Za-z]{1,5}))?"));
    static const QStringList months
        = QStringLiteral("jan feb mar apr may jun jul aug sep oct nov dec").split(u' ');
    const auto match = pattern.match(QString::fromLatin1(value.left(200)).simplified());
    if (!match.hasMatch())
        return {};
    int year = match.captured(3).toInt();
    if (match.capturedLength(3) < 4)
        year += year < 50 ? 2000 : 1900;
    const QDate day(year, int(months.indexOf(match.captured(2).toLower())) + 1, match.captured(1).toInt());
    const QTime time(match.captured(4).toInt(), match.captured(5).toInt(), match.captured(6).toInt());
    if (!day.isValid() || !time.isValid())
        return {};
    return QDateTime(day, time, QTimeZone::utc()).toUTC().addSecs(-zoneSeconds(match.captured(7)));
}

MessageHead headOf(const QByteArrayList &lines)
{
    MessageHead head;
    QByteArray *open = nullptr;
    const auto begin = [&](QByteArray *field, const QByteArray &value) {
        open = field->isEmpty() ? field : nullptr; // of several, the first counts
        if (open)
            *open = value.trimmed();
    };
    for (const QByteArray &line : lines) {
        if (line.isEmpty())
            break;
        if (line.startsWith(' ') || line.startsWith('\t')) {
            if (open && open->size() < 16 * 1024)
                *open += ' ' + line.trimmed();
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(qMax<qsizetype>(0, colon)).trimmed().toLower();
        const QByteArray value = line.mid(colon + 1);
        open = nullptr;
        if (name == "from")
            begin(&head.from, value);
        else if (name == "subject")
            begin(&head.subject, value);
        else if (name == "date")
            begin(&head.date, value);
        else if (name == "message-id")
            begin(&head.messageId, value);
    }
    return head;
}

} // namespace probes
