#include "messages/typo_domains.h"

#include <array>
#include <utility>

namespace messages {

QString meantDomain(const QString &domain)
{
    static constexpr std::array<std::pair<const char *, const char *>, 34> slips{{
        {"gmial.com", "gmail.com"},          {"gmai.com", "gmail.com"},
        {"gmail.co", "gmail.com"},           {"gmail.co.jp", "gmail.com"},
        {"gmail.con", "gmail.com"},          {"gmal.com", "gmail.com"},
        {"gamil.com", "gmail.com"},          {"gmaill.com", "gmail.com"},
        {"gmail.ne.jp", "gmail.com"},        {"yaho.co.jp", "yahoo.co.jp"},
        {"yahooo.co.jp", "yahoo.co.jp"},     {"yahoo.ne.jp", "yahoo.co.jp"},
        {"yhaoo.co.jp", "yahoo.co.jp"},      {"yafoo.co.jp", "yahoo.co.jp"},
        {"yahoo.cojp", "yahoo.co.jp"},       {"docmo.ne.jp", "docomo.ne.jp"},
        {"dokomo.ne.jp", "docomo.ne.jp"},    {"docomo.co.jp", "docomo.ne.jp"},
        {"docomo.nejp", "docomo.ne.jp"},     {"docomo.ne.ne.jp", "docomo.ne.jp"},
        {"ezweb.co.jp", "ezweb.ne.jp"},      {"ezwab.ne.jp", "ezweb.ne.jp"},
        {"ezewb.ne.jp", "ezweb.ne.jp"},      {"softbank.co.jp", "softbank.ne.jp"},
        {"sofbank.ne.jp", "softbank.ne.jp"}, {"i.softbank.ne.jp", "i.softbank.jp"},
        {"icoud.com", "icloud.com"},         {"iclod.com", "icloud.com"},
        {"icloud.co.jp", "icloud.com"},      {"hotmial.com", "hotmail.com"},
        {"hotmail.co", "hotmail.com"},       {"hotmai.com", "hotmail.com"},
        {"outlok.com", "outlook.com"},       {"outlok.jp", "outlook.jp"},
    }};
    for (const auto &[typed, meant] : slips)
        if (domain.compare(QLatin1String(typed), Qt::CaseInsensitive) == 0)
            return QString::fromLatin1(meant);
    return {};
}

} // namespace messages
