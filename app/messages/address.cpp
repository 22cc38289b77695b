#include "messages/address.h"

#include "messages/typo_domains.h"

#include <QRegularExpression>

namespace messages {

namespace {

bool isOddBlank(QChar c)
{
    // Zero-width characters come along when an address is copied from a web page.
    return c.isSpace() || c == QChar(0x200b) || c == QChar(0x200c) || c == QChar(0x200d) || c == QChar(0x2060)
        || c == QChar(0xfeff);
}

/// What a Japanese keyboard leaves behind although NFKC keeps it.
QString unjapanese(const QString &text)
{
    QString out = text;
    out.replace(u'、', u',').replace(u'。', u'.').replace(u'・', u'.');
    for (const QChar dash : {u'ー', u'−', u'‐', u'–', u'—', u'―'})
        out.replace(dash, u'-');
    return out;
}

QString withoutWrapping(const QString &text)
{
    QString out = text;
    if (out.startsWith(u"mailto:", Qt::CaseInsensitive))
        out = out.mid(7).section(u'?', 0, 0);
    if (out.startsWith(u'<') && out.endsWith(u'>'))
        out = out.mid(1, out.size() - 2);
    while (!out.isEmpty() && (out.endsWith(u'.') || out.endsWith(u',')))
        out.chop(1);
    return out;
}

QString withoutBlanks(const QString &text)
{
    QString out;
    for (const QChar c : text)
        if (!isOddBlank(c))
            out += c;
    return out;
}

bool isQuoted(const QString &local)
{
    static const QRegularExpression grammar(
        QStringLiteral("^\"([\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\\x20-\\x7e])*\"$"));
    return grammar.match(local).hasMatch();
}

/// Dot-string of RFC 5321 section 4.1.2; with `loose` also the dots that docomo and au once allowed.
bool isLocal(const QString &local, bool loose)
{
    static const QRegularExpression atoms(
        QStringLiteral("^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$"));
    static const QRegularExpression dots(QStringLiteral("^[A-Za-z0-9_-][A-Za-z0-9._-]*$"));
    if (local.isEmpty() || local.size() > 64) // RFC 5321 section 4.5.3.1.1
        return false;
    return atoms.match(local).hasMatch() || isQuoted(local) || (loose && dots.match(local).hasMatch());
}

bool isDomain(const QString &domain)
{
    static const QRegularExpression names(
        QStringLiteral("^(?=.{1,255}$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{"
                       "0,61}[A-Za-z0-9]$"));
    return names.match(domain).hasMatch();
}

bool isOldCarrier(const QString &domain)
{
    return domain == u"docomo.ne.jp" || domain == u"ezweb.ne.jp" || domain == u"au.com";
}

qsizetype firstOdd(const QString &given)
{
    for (qsizetype at = 0; at < given.size(); ++at) {
        const QChar c = given.at(at);
        if (c.unicode() > 0x7e || c.unicode() <= 0x20)
            return at;
    }
    return -1;
}

bool isWide(const QString &text)
{
    for (const QChar c : text)
        if (c.unicode() > 0x7e)
            return true;
    return false;
}

/// Where the grammar breaks first, as a position in `given`.
qsizetype brokenAt(const QString &given, const QString &corrected)
{
    if (const qsizetype odd = firstOdd(given); odd >= 0)
        return odd;
    static const QRegularExpression bad(
        QStringLiteral("\\.\\.|^\\.|\\.@|@\\.|[^A-Za-z0-9.@!#$%&'*+/=?^_`{|}~-]|@.*(@)"));
    const auto match = bad.match(corrected);
    if (!match.hasMatch())
        return given.size();
    return match.capturedStart(1) >= 0 ? match.capturedStart(1) : match.capturedStart();
}

} // namespace

AddressReading readAddress(const QString &given)
{
    AddressReading reading;
    reading.given = given;
    const QString trimmed = given.trimmed();
    // A blank inside a quoted local part belongs to it; anywhere else it slipped in.
    const bool quoted = trimmed.startsWith(u'"');
    const QString narrow = unjapanese(trimmed).normalized(QString::NormalizationForm_KC);
    reading.corrected = withoutWrapping(quoted ? narrow.trimmed() : withoutBlanks(narrow));

    const qsizetype at = reading.corrected.lastIndexOf(u'@');
    const QString local = reading.corrected.left(qMax(at, qsizetype(0)));
    const QString domain = reading.corrected.mid(at + 1).toLower();
    const bool usual = at > 0 && isLocal(local, false) && isDomain(domain);
    const bool carrier = !usual && at > 0 && isOldCarrier(domain) && isLocal(local, true);
    reading.valid = (usual || carrier) && reading.corrected.size() <= 254; // RFC 5321 section 4.5.3.1.3
    if (at >= 0)
        reading.corrected = local + u'@' + domain;

    if (firstOdd(trimmed) >= 0 && reading.valid && (!quoted || isWide(trimmed))) {
        reading.findings.append(QStringLiteral("address.full-width"));
        reading.oddAt = firstOdd(given);
    }
    if (carrier && reading.valid)
        reading.findings.append(QStringLiteral("address.carrier-nonstandard"));
    if (!reading.valid) {
        reading.findings.append(QStringLiteral("address.syntax"));
        reading.oddAt = brokenAt(given, reading.corrected);
    } else if (const QString meant = meantDomain(domain); !meant.isEmpty()) {
        // A proposal, not a correction: the domain may exist.
        reading.findings.append(QStringLiteral("address.typo-domain"));
        reading.oddAt = reading.oddAt < 0 ? given.lastIndexOf(u'@') + 1 : reading.oddAt;
    }
    return reading;
}

} // namespace messages
