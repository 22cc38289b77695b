#include "mailapps/cp932.h"

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <iconv.h>
#endif

namespace mailapps {

#ifdef Q_OS_WIN
namespace {
constexpr UINT codePage = 932;
}

std::optional<QString> fromCp932(const QByteArray &bytes)
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

std::optional<QByteArray> toCp932(const QString &text)
{
    if (text.isEmpty())
        return QByteArray();
    const auto *wide = reinterpret_cast<const wchar_t *>(text.utf16());
    BOOL replaced = FALSE;
    const int length = WideCharToMultiByte(codePage, WC_NO_BEST_FIT_CHARS, wide, int(text.size()), nullptr, 0,
                                           nullptr, &replaced);
    if (length <= 0 || replaced)
        return std::nullopt;
    QByteArray bytes(length, Qt::Uninitialized);
    WideCharToMultiByte(codePage, WC_NO_BEST_FIT_CHARS, wide, int(text.size()), bytes.data(), length, nullptr,
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

} // namespace mailapps
