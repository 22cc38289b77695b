// One IMAP reply (RFC 9051 section 7): untagged lines up to the tagged one, a greeting, or a continuation.
#pragma once

#include "net/bounds.h"
#include "net/reply_reader.h"

#include <QByteArrayList>
#include <vector>

namespace net {

struct ImapReply
{
    struct Expect
    {
        enum class Kind
        {
            Greeting, ///< one untagged status
            Tagged, ///< everything until `tag`
            Continuation, ///< "+", or the command ends early with `tag`
        };
        Kind kind = Kind::Greeting;
        QByteArray tag;
        int lines = Bounds::linesPerReply; ///< more where a list was asked for whose length is known
        QByteArrayList behind = {}; ///< tags of commands said behind it: they may be answered first
    };
    class Reader;

    QByteArray status; ///< OK, NO, BAD, BYE or PREAUTH; "+" for a continuation
    QByteArray code; ///< response code without its arguments, upper case: "AUTHENTICATIONFAILED" (RFC 5530)
    QByteArray codeArguments; ///< behind the code, inside the brackets
    QByteArray text; ///< behind the response code
    QByteArrayList untagged; ///< without "* "; literals stand where they were announced
    QByteArray byeText; ///< words of an untagged BYE
    bool bye = false;
    QByteArray tag; ///< empty for a greeting or a continuation
    /// Answers to commands behind this one that came before its own (RFC 9051 section 5.5): their status
    /// alone.
    std::vector<ImapReply> early;

    bool ok() const { return status == "OK"; }
    bool isContinuation() const { return status == "+"; }
    /// Capabilities of an untagged CAPABILITY or of the response code, upper case; empty if none were told.
    QByteArrayList capabilities() const;
};

class ImapReply::Reader : public ReplyReader
{
public:
    explicit Reader(const Expect &expect = {}) : m_expect(expect) { }
    qsizetype lineCap() const override;
    qsizetype wantedBytes() const override { return m_literalLeft; }
    model::Failure line(const QByteArray &text) override;
    model::Failure bytes(const QByteArray &part) override;
    bool complete() const override { return m_complete; }
    model::Failure whenClosed() const override;
    const ImapReply &reply() const { return m_reply; }

private:
    model::Failure untagged(const QByteArray &text);
    model::Failure syntax(const QByteArray &text);
    model::Failure tagged(const QByteArray &tag, const QByteArray &text);

    Expect m_expect;
    ImapReply m_reply;
    QByteArray m_open; ///< an untagged line whose literal is being read
    qsizetype m_literalLeft = 0;
    int m_depth = 0;
    int m_lines = 0;
    bool m_complete = false;
};

} // namespace net
