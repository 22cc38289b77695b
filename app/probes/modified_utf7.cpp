#include "probes/modified_utf7.h"

#include <QStringDecoder>
#include <QStringEncoder>

namespace probes {

namespace {

bool isPlain(char16_t c)
{
    return c >= 0x20 && c <= 0x7e;
}

/// The UTF-16 between "&" and "-".
std::optional<QString> shifted(QByteArray text)
{
    const auto bytes = QByteArray::fromBase64Encoding(
        text.replace(',', '/'), QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes || bytes.decoded.isEmpty() || bytes.decoded.size() % 2 != 0)
        return std::nullopt;
    QStringDecoder utf16(QStringDecoder::Utf16BE, QStringDecoder::Flag::Stateless);
    const QString decoded = utf16(bytes.decoded);
    return utf16.hasError() || !decoded.isValidUtf16() ? std::nullopt : std::optional(decoded);
}

} // namespace

std::optional<QString> fromModifiedUtf7(const QByteArray &name)
{
    QString decoded;
    for (qsizetype at = 0; at < name.size(); ++at) {
        const char c = name.at(at);
        if (!isPlain(uchar(c)))
            return std::nullopt;
        if (c != '&') {
            decoded += QLatin1Char(c);
            continue;
        }
        const qsizetype end = name.indexOf('-', at);
        if (end < 0)
            return std::nullopt;
        if (end == at + 1) {
            decoded += u'&';
        } else {
            const auto part = shifted(name.mid(at + 1, end - at - 1));
            if (!part)
                return std::nullopt;
            decoded += *part;
        }
        at = end;
    }
    return decoded;
}

QByteArray toModifiedUtf7(const QString &name)
{
    QByteArray encoded;
    for (qsizetype at = 0; at < name.size();) {
        if (name.at(at) == u'&') {
            encoded += "&-";
            ++at;
        } else if (isPlain(name.at(at).unicode())) {
            encoded += char(name.at(at++).unicode());
        } else {
            const qsizetype from = at;
            while (at < name.size() && !isPlain(name.at(at).unicode()))
                ++at;
            QStringEncoder utf16(QStringEncoder::Utf16BE, QStringEncoder::Flag::Stateless);
            const QByteArray bytes = utf16(name.mid(from, at - from));
            encoded += '&' + bytes.toBase64(QByteArray::OmitTrailingEquals).replace('/', ',') + '-';
        }
    }
    return encoded;
}

} // namespace probes
