// The records of one kind that a name has: aliases, mail exchangers, services. Asked of the servers alone,
// never of the hosts file.
#pragma once

#include "net/dns_answer.h"
#include "net/server_query.h"

namespace net {

class RecordQuery : public ServerQuery
{
    Q_OBJECT
public:
    /// `host` as hostNameFor() gives it; labels may begin with an underscore (RFC 2782).
    RecordQuery(const QString &host, DnsRecord::Type type, const Environment &environment, QObject *parent);
    ~RecordQuery() override { shut(); }
    /// Of the type that was asked for, at the name that was asked for or at the end of its aliases.
    const QList<DnsRecord> &records() const { return m_records; }

private:
    void ask(ares_channeldata *channel) override;
    void heardMessage(int status, const QByteArray &message);

    QString m_host;
    DnsRecord::Type m_type;
    QList<DnsRecord> m_records;
};

} // namespace net
