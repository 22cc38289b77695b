// A conversation with a server, written as a transcript: say a line, name the member that hears the answer.
#pragma once

#include "net/dialogue_base.h"

#include <functional>
#include <memory>

namespace net {

/// `Reply` brings its `Expect` (what kind of answer is due) and its `Reader`. A heir's members stand in the
/// order in which they run; each hears one reply and says the next line, or ends.
template <typename Reply>
class Dialogue : public DialogueBase
{
public:
    using DialogueBase::DialogueBase;

protected:
    using Expect = typename Reply::Expect;

    /// The next reply goes to `member`. Nobody waiting when a line comes is a violation of the protocol.
    template <typename Heir>
    void hear(void (Heir::*member)(const Reply &), const Expect &expect = Expect{}, int boundMs = 0)
    {
        if (hasEnded())
            return;
        m_reader = std::make_unique<typename Reply::Reader>(expect);
        m_next = [this, member](const Reply &reply) { (static_cast<Heir *>(this)->*member)(reply); };
        listen(boundMs > 0 ? boundMs : environment().bounds.replyMs);
    }

    /// The same with a reader of one's own: a long answer that is looked at as it comes, and not kept.
    template <typename Heir>
    void hearWith(std::unique_ptr<typename Reply::Reader> reader, void (Heir::*member)(const Reply &))
    {
        if (hasEnded())
            return;
        hear(member);
        m_reader = std::move(reader);
    }

    /// The greeting has its own bound.
    template <typename Heir>
    void hearGreeting(void (Heir::*member)(const Reply &), const Expect &expect = Expect{})
    {
        enter(model::Step::Greeting);
        hear(member, expect, environment().bounds.greetingMs);
    }

    /// `member` runs on the encrypted, verified connection.
    template <typename Heir>
    void secure(void (Heir::*member)())
    {
        secureNow([this, member] { (static_cast<Heir *>(this)->*member)(); });
    }

private:
    ReplyReader *reader() final { return m_reader.get(); }
    void deliver() final
    {
        // Both leave the object first: the member will ask for the next reply.
        const auto reader = std::exchange(m_reader, nullptr);
        const auto next = std::exchange(m_next, nullptr);
        next(reader->reply());
    }

    std::unique_ptr<typename Reply::Reader> m_reader;
    std::function<void(const Reply &)> m_next;
};

} // namespace net
