#include "mailapps/prefs_js.h"

#include "mailapps/prefs_scanner.h"

#include <QStringDecoder>
#include <QStringEncoder>
#include <algorithm>

namespace mailapps {

namespace {

quint32 hashOf(QByteArrayView name)
{
    return quint32(qHashBits(name.data(), size_t(name.size()), 0));
}

/// Settings files are UTF-8; what is not, was written by a program that meant Latin-1.
QString decoded(const QByteArray &bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(bytes);
    return utf8.hasError() ? QString::fromLatin1(bytes) : text;
}

/// The hexadecimal number of `digits` places at `at`; -1 if it is none.
int hexAt(QByteArrayView text, qsizetype at, int digits)
{
    if (at + digits > text.size())
        return -1;
    bool ok = false;
    const int value = text.sliced(at, digits).toByteArray().toInt(&ok, 16);
    return ok ? value : -1;
}

/// Resolves \" \' \\ \n \r \xHH \uHHHH. Anything else keeps its backslash: showing too much beats guessing.
QByteArray unescaped(QByteArrayView text)
{
    QByteArray plain;
    QString wide; // \u surrogates come in pairs and must be joined before they are encoded
    const auto flush = [&] {
        plain += wide.toUtf8();
        wide.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 >= text.size()) {
            flush();
            plain += text[i];
            continue;
        }
        const char kind = text[++i];
        const int digits = kind == 'x' ? 2 : 4;
        const int code = kind == 'x' || kind == 'u' ? hexAt(text, i + 1, digits) : -1;
        if (code >= 0) {
            wide += QChar(char16_t(code));
            i += digits;
            continue;
        }
        flush();
        if (kind == 'n')
            plain += '\n';
        else if (kind == 'r')
            plain += '\r';
        else if (kind == '"' || kind == '\'' || kind == '\\')
            plain += kind;
        else
            (plain += '\\') += kind;
    }
    flush();
    return plain;
}

/// Without its quotes. Empty optional: not to be written down (modules/libpref ends a text at a NUL).
std::optional<QByteArray> escaped(const QString &text)
{
    if (!text.isValidUtf16() || text.contains(QChar(u'\0')))
        return std::nullopt;
    QByteArray literal;
    for (const char c : text.toUtf8()) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            (literal += '\\') += c;
        else if (code < 0x20 || code == 0x7F)
            literal += "\\x" + QByteArray::number(code, 16).rightJustified(2, '0');
        else
            literal += c;
    }
    return literal;
}

} // namespace

Prefs::Prefs(const QByteArray &bytes) : m_bytes(bytes)
{
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF")) {
        m_problems.append({0, QStringLiteral("encoding")});
        return;
    }
    PrefsScanner scanner(m_bytes);
    scanner.run();
    m_prefs = std::move(scanner.prefs);
    m_problems = std::move(scanner.problems);
    buildIndex();
}

void Prefs::buildIndex()
{
    m_index.reserve(m_prefs.size());
    for (size_t i = 0; i < m_prefs.size(); ++i) {
        const Pref &pref = m_prefs[i];
        m_index.push_back({pref.escaped ? hashOf(rawName(pref)) : hashOf(slice(pref.name)), quint32(i)});
    }
    std::sort(m_index.begin(), m_index.end(), [](Place left, Place right) {
        return left.hash != right.hash ? left.hash < right.hash : left.index < right.index;
    });
}

QByteArrayView Prefs::slice(Span span) const
{
    return QByteArrayView(m_bytes).sliced(span.begin, span.end - span.begin);
}

QByteArray Prefs::rawName(const Pref &pref) const
{
    return pref.escaped ? unescaped(slice(pref.name)) : slice(pref.name).toByteArray();
}

std::optional<Pref> Prefs::find(QByteArrayView name) const
{
    const quint32 wanted = hashOf(name);
    auto last = std::upper_bound(m_index.begin(), m_index.end(), wanted,
                                 [](quint32 hash, Place place) { return hash < place.hash; });
    while (last != m_index.begin() && (--last)->hash == wanted) {
        const Pref &pref = m_prefs[last->index];
        if (pref.escaped ? rawName(pref) == name : slice(pref.name) == name)
            return pref;
    }
    return std::nullopt;
}

std::optional<QString> Prefs::text(QByteArrayView name) const
{
    const auto pref = find(name);
    if (!pref || pref->kind != Pref::Kind::Text)
        return std::nullopt;
    return valueOf(*pref);
}

std::optional<int> Prefs::number(QByteArrayView name) const
{
    const auto pref = find(name);
    if (!pref || pref->kind != Pref::Kind::Number)
        return std::nullopt;
    return slice(pref->value).toByteArray().toInt();
}

std::optional<bool> Prefs::flag(QByteArrayView name) const
{
    const auto pref = find(name);
    if (!pref || pref->kind != Pref::Kind::Flag)
        return std::nullopt;
    return slice(pref->value) == QByteArrayView("true");
}

QString Prefs::nameOf(const Pref &pref) const
{
    return decoded(rawName(pref));
}

QString Prefs::valueOf(const Pref &pref) const
{
    const QByteArrayView raw = slice(pref.value);
    return decoded(pref.kind == Pref::Kind::Text ? unescaped(raw) : raw.toByteArray());
}

Span Prefs::linesOf(const Pref &pref) const
{
    const char lineBreak = m_bytes.contains('\n') ? '\n' : '\r';
    const qsizetype before
        = pref.statement.begin > 0 ? m_bytes.lastIndexOf(lineBreak, pref.statement.begin - 1) : -1;
    const qsizetype after = m_bytes.indexOf(lineBreak, pref.statement.end);
    return {quint32(before + 1), quint32(after < 0 ? m_bytes.size() : after + 1)};
}

QByteArray Prefs::withText(QByteArrayView name, const QString &value) const
{
    const auto literal = escaped(value);
    return literal ? with(name, '"' + *literal + '"') : m_bytes;
}

QByteArray Prefs::with(QByteArrayView name, const QByteArray &literal) const
{
    QByteArray changed = m_bytes;
    if (const auto pref = find(name)) {
        // A text value goes with its quotes: the new literal brings its own, if it is a text.
        const qsizetype quote = pref->kind == Pref::Kind::Text ? 1 : 0;
        const qsizetype begin = pref->value.begin - quote;
        return changed.replace(begin, pref->value.end + quote - begin, literal);
    }
    const QByteArray lineBreak = m_bytes.contains("\r\n")   ? "\r\n"
        : m_bytes.contains('\n') || !m_bytes.contains('\r') ? "\n"
                                                            : "\r";
    if (!changed.isEmpty() && !changed.endsWith('\n') && !changed.endsWith('\r'))
        changed += lineBreak;
    return changed += "user_pref(\"" + name.toByteArray() + "\", " + literal + ");" + lineBreak;
}

QByteArray Prefs::without(QByteArrayView name) const
{
    QByteArray changed = m_bytes;
    for (auto pref = m_prefs.rbegin(); pref != m_prefs.rend(); ++pref) {
        if (rawName(*pref) != name)
            continue;
        // Its lines go with it, unless something else stands on them.
        Span span = linesOf(*pref);
        const QByteArray around = m_bytes.mid(span.begin, pref->statement.begin - span.begin)
            + m_bytes.mid(pref->statement.end, span.end - pref->statement.end);
        if (!around.trimmed().isEmpty())
            span = pref->statement;
        changed.remove(span.begin, span.end - span.begin);
    }
    return changed;
}

QByteArray Prefs::withValueOf(QByteArrayView name, const Prefs &other) const
{
    const auto pref = other.find(name);
    if (!pref)
        return without(name);
    const qsizetype quote = pref->kind == Pref::Kind::Text ? 1 : 0;
    return with(
        name, other.m_bytes.mid(pref->value.begin - quote, pref->value.end - pref->value.begin + 2 * quote));
}

} // namespace mailapps
