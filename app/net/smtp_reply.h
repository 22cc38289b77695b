// One SMTP reply (RFC 5321 section 4.2), with its enhanced status code (RFC 2034, RFC 3463) if it has one.
#pragma once

#include "net/reply_reader.h"

#include <QByteArrayList>
#include <optional>

namespace net {

struct SmtpReply
{
    /// SMTP replies tell themselves where they end.
    struct Expect
    {
    };
    class Reader;

    int code = 0;
    QByteArray enhanced; ///< "5.7.8"; empty if there is none
    QByteArrayList lines; ///< texts behind the code, the enhanced code still in them

    bool positive() const { return code >= 200 && code < 300; }
    bool temporary() const { return code >= 400 && code < 500; }
    /// EHLO keyword with its arguments, "SIZE 1000"; nothing if it is not offered (RFC 5321 section 4.1.1.1).
    std::optional<QByteArray> offered(const QByteArray &keyword) const;
    bool offers(const QByteArray &keyword) const { return offered(keyword).has_value(); }
    QByteArray text() const { return lines.join('\n'); }
};

class SmtpReply::Reader : public ReplyReader
{
public:
    explicit Reader(Expect = {}) { }
    qsizetype lineCap() const override;
    model::Failure line(const QByteArray &text) override;
    bool complete() const override { return m_complete; }
    const SmtpReply &reply() const { return m_reply; }

private:
    SmtpReply m_reply;
    bool m_complete = false;
};

} // namespace net
