#include "practice/imap_set.h"

#include "practice/split.h"

#include <algorithm>

namespace practice {

namespace {

std::optional<quint32> readNumber(const QByteArray &text, quint32 last)
{
    if (text == "*")
        return last;
    bool isNumber = false;
    const quint32 number = text.toUInt(&isNumber);
    if (!isNumber || number == 0 || text.startsWith('+'))
        return std::nullopt;
    return number;
}

} // namespace

std::optional<ImapSet> ImapSet::read(const QByteArray &text, quint32 last)
{
    ImapSet set;
    for (const QByteArray &part : text.split(',')) {
        const qsizetype colon = part.indexOf(':');
        const auto from = readNumber(before(part, ':'), last);
        const auto to = colon < 0 ? from : readNumber(part.mid(colon + 1), last);
        if (!from || !to)
            return std::nullopt;
        set.m_ranges << QPair<quint32, quint32>(std::min(*from, *to), std::max(*from, *to));
    }
    return set;
}

bool ImapSet::contains(quint32 number) const
{
    return std::any_of(m_ranges.begin(), m_ranges.end(), [number](const QPair<quint32, quint32> &range) {
        return range.first <= number && number <= range.second;
    });
}

} // namespace practice
