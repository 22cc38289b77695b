#include "net/record_query.h"

#include <algorithm>

#include <ares.h>

namespace net {

namespace {
constexpr int classInternet = 1; // RFC 1035 section 3.2.4
}

RecordQuery::RecordQuery(const QString &host, DnsRecord::Type type, const Environment &environment,
                         QObject *parent)
    : ServerQuery(environment, Lookup::ServersOnly, parent), m_host(host), m_type(type)
{
}

void RecordQuery::ask(ares_channeldata *channel)
{
    ares_query(
        channel, m_host.toLatin1().constData(), classInternet, int(m_type),
        [](void *self, int status, int, unsigned char *bytes, int length) {
            const QByteArray message(reinterpret_cast<const char *>(bytes), bytes ? length : 0);
            static_cast<RecordQuery *>(self)->heardMessage(status, message);
        },
        this);
}

void RecordQuery::heardMessage(int status, const QByteArray &message)
{
    if (isTooLate(status))
        return;
    if (status == ARES_SUCCESS) {
        const auto answers = dnsAnswers(message);
        if (!answers)
            return heard(ARES_EBADRESP, false);
        std::copy_if(answers->begin(), answers->end(), std::back_inserter(m_records),
                     [this](const DnsRecord &record) { return record.type == int(m_type); });
    }
    heard(status, m_records.isEmpty());
}

} // namespace net
