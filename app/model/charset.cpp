#include "model/charset.h"

#include <QHash>
#include <QList>
#include <QStringDecoder>

#include <algorithm>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <iconv.h>
#endif

namespace model {

#ifdef Q_OS_WIN
namespace {

constexpr UINT cp932 = 932;

std::optional<QString> fromCodePage(const QByteArray &bytes, UINT codePage)
{
    if (bytes.isEmpty())
        return QString();
    const int size = int(bytes.size());
    const int length
        = MultiByteToWideChar(codePage, MB_ERR_INVALID_CHARS, bytes.constData(), size, nullptr, 0);
    if (length <= 0)
        return std::nullopt;
    QString text(length, Qt::Uninitialized);
    MultiByteToWideChar(codePage, MB_ERR_INVALID_CHARS, bytes.constData(), size,
                        reinterpret_cast<wchar_t *>(text.data()), length);
    return text;
}

/// Windows' number of what Qt does not know without ICU; 0: not listed.
UINT codePageOf(const QByteArray &charset)
{
    static const QHash<QByteArray, UINT> pages{
        {"gb2312", 936},        {"gbk", 936},           {"gb18030", 54936},
        {"big5", 950},          {"euc-kr", 949},        {"ks_c_5601-1987", 949},
        {"koi8-r", 20866},      {"koi8-u", 21866},      {"tis-620", 874},
        {"windows-874", 874},   {"windows-1250", 1250}, {"windows-1251", 1251},
        {"windows-1252", 1252}, {"windows-1253", 1253}, {"windows-1254", 1254},
        {"windows-1255", 1255}, {"windows-1256", 1256}, {"windows-1257", 1257},
        {"windows-1258", 1258}, {"iso-8859-2", 28592},  {"iso-8859-3", 28593},
        {"iso-8859-4", 28594},  {"iso-8859-5", 28595},  {"iso-8859-6", 28596},
        {"iso-8859-7", 28597},  {"iso-8859-8", 28598},  {"iso-8859-9", 28599},
        {"iso-8859-13", 28603}, {"iso-8859-15", 28605}};
    return pages.value(charset);
}

} // namespace

std::optional<QString> fromCp932(const QByteArray &bytes)
{
    return fromCodePage(bytes, cp932);
}

std::optional<QByteArray> toCp932(const QString &text)
{
    if (text.isEmpty())
        return QByteArray();
    const auto *wide = reinterpret_cast<const wchar_t *>(text.utf16());
    BOOL replaced = FALSE;
    const int length = WideCharToMultiByte(cp932, WC_NO_BEST_FIT_CHARS, wide, int(text.size()), nullptr, 0,
                                           nullptr, &replaced);
    if (length <= 0 || replaced)
        return std::nullopt;
    QByteArray bytes(length, Qt::Uninitialized);
    WideCharToMultiByte(cp932, WC_NO_BEST_FIT_CHARS, wide, int(text.size()), bytes.data(), length, nullptr,
                        nullptr);
    return bytes;
}
#else
namespace {

constexpr const char *utf16 = Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? "UTF-16LE" : "UTF-16BE";

/// Nothing at the first byte that cannot be converted.
std::optional<QByteArray> converted(const char *to, const char *from, QByteArray in)
{
    const iconv_t converter = ::iconv_open(to, from);
    if (converter == iconv_t(-1))
        return std::nullopt;
    QByteArray out(in.size() * 2 + 8,
                   Qt::Uninitialized); // either way one unit becomes at most two bytes more
    char *source = in.data(), *target = out.data();
    size_t left = size_t(in.size()), room = size_t(out.size());
    const bool well = ::iconv(converter, &source, &left, &target, &room) != size_t(-1) && left == 0;
    ::iconv_close(converter);
    out.truncate(out.size() - qsizetype(room));
    return well ? std::optional(out) : std::nullopt;
}

} // namespace

std::optional<QString> fromCp932(const QByteArray &bytes)
{
    const auto wide = converted(utf16, "CP932", bytes);
    if (!wide)
        return std::nullopt;
    return QString(reinterpret_cast<const QChar *>(wide->constData()), wide->size() / 2);
}

std::optional<QByteArray> toCp932(const QString &text)
{
    return converted("CP932", utf16,
                     QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2));
}
#endif

namespace {

constexpr char shortest = 0x21, longest = 0x7e; ///< of a byte of JIS X 0208

bool inJis(char byte)
{
    return byte >= shortest && byte <= longest;
}

/// A character of JIS X 0208, row and cell with 0x20 added, as Shift_JIS has it.
QByteArray shifted(char row, char cell)
{
    const int r = row, c = cell;
    const int first = (r + 1) / 2 + (r < 0x5f ? 0x70 : 0xb0);
    const int second = c + (r % 2 == 0 ? 0x7e : c >= 0x60 ? 0x20 : 0x1f);
    return QByteArray(1, char(first)) + char(second);
}

/// RFC 1468, with half-width katakana (ESC ( I).
std::optional<QByteArray> cp932OfIso2022(const QByteArray &bytes)
{
    enum class Set
    {
        Ascii,
        Katakana,
        Kanji
    };
    static const QList<std::pair<QByteArray, Set>> escapes{{"\x1b(B", Set::Ascii},
                                                           {"\x1b(J", Set::Ascii},
                                                           {"\x1b(I", Set::Katakana},
                                                           {"\x1b$@", Set::Kanji},
                                                           {"\x1b$B", Set::Kanji}};
    QByteArray out;
    Set set = Set::Ascii;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char byte = bytes.at(i);
        if (byte == 0x1b) {
            const QByteArray word = bytes.mid(i, 3);
            const auto known = std::find_if(escapes.begin(), escapes.end(),
                                            [&](const auto &one) { return one.first == word; });
            if (known == escapes.end())
                return std::nullopt;
            set = known->second;
            i += 2;
            continue;
        }
        if (byte == '\r' || byte == '\n')
            set = Set::Ascii; // RFC 1468: a line ends in ASCII, whether it says so or not
        if (set == Set::Kanji && byte != ' ') {
            const char cell = i + 1 < bytes.size() ? bytes.at(i + 1) : '\0';
            if (!inJis(byte) || !inJis(cell))
                return std::nullopt;
            out += shifted(byte, cell);
            ++i;
        } else if (byte & 0x80) {
            return std::nullopt;
        } else {
            out += set == Set::Katakana && inJis(byte) ? char(byte | 0x80) : byte;
        }
    }
    return out;
}

std::optional<QByteArray> cp932OfEuc(const QByteArray &bytes)
{
    constexpr char katakana = char(0x8e);
    QByteArray out;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char byte = bytes.at(i);
        if (!(byte & 0x80)) {
            out += byte;
            continue;
        }
        const char next = i + 1 < bytes.size() ? bytes.at(i + 1) : '\0';
        const char row = char(byte & 0x7f), cell = char(next & 0x7f);
        if (!(next & 0x80) || !inJis(cell) || (byte != katakana && !inJis(row)))
            return std::nullopt;
        out += byte == katakana ? QByteArray(1, next) : shifted(row, cell);
        ++i;
    }
    return out;
}

} // namespace

std::optional<QString> fromCharset(const QByteArray &bytes, const QByteArray &charset)
{
    static const QByteArrayList shiftJis{"shift_jis",   "shift-jis", "sjis", "x-sjis",
                                         "windows-31j", "ms_kanji",  "cp932"};
    static const QByteArrayList iso2022{"iso-2022-jp", "iso-2022-jp-1", "iso-2022-jp-ms",
                                        "cp50220",     "cp50221",       "cp50222"};
    static const QByteArrayList euc{"euc-jp", "x-euc-jp", "eucjp", "eucjp-ms", "cp51932"};
    const QByteArray name = charset.trimmed().toLower();
    if (shiftJis.contains(name))
        return fromCp932(bytes);
    if (iso2022.contains(name) || euc.contains(name)) {
        const auto same = euc.contains(name) ? cp932OfEuc(bytes) : cp932OfIso2022(bytes);
        return same ? fromCp932(*same) : std::nullopt;
    }
    QStringDecoder decoder(name.constData(), QStringDecoder::Flag::Stateless);
    if (decoder.isValid()) {
        const QString text = decoder(bytes);
        return decoder.hasError() || text.contains(QChar::ReplacementCharacter) ? std::nullopt
                                                                                : std::optional(text);
    }
#ifdef Q_OS_WIN
    if (const UINT page = codePageOf(name))
        return fromCodePage(bytes, page);
#endif
    return std::nullopt;
}

} // namespace model
