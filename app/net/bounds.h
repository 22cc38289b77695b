// Every limit on time and size that Todoku keeps, in one place (faults.md 3.0). Milliseconds and bytes.
#pragma once

#include <QtGlobal>

namespace net {

struct Bounds
{
    // Time
    int connectOneMs = 10'000; ///< TCP handshake with one address
    int resolveQueryMs = 5'000; ///< one name service query
    int resolveTotalMs = 10'000;
    int handshakeMs = 15'000; ///< TLS
    int greetingMs = 30'000;
    int slowGreetingMs = 5'000; ///< from here on "slow"
    int replyMs = 30'000; ///< per command
    int dotReplyMs = 600'000; ///< reply to the final dot, RFC 5321 section 4.5.3.2.6
    int dialogueMs = 90'000; ///< whole dialogue, timing test excepted
    int arriveMs = 120'000; ///< test message to be seen in the mailbox
    int fetchMs = 300'000; ///< a mailbox read through; what is under way then is still read
    int pageMs = 5'000; ///< one page over plain HTTP, name included
    int gatewayMs = 4'000; ///< the router to answer; longer than the 3 s in which a neighbour is looked for
    int controlMs = 4'000; ///< somebody to answer where nobody can be
    int pathTryMs = 3'500; ///< one of a row of connections: two lost packets at the beginning (RFC 6298)
    int againPauseMs = 5'000; ///< before a door that hung up is asked once more, alone

    // Size: not scaled
    static constexpr qsizetype lineBytes = 8 * 1024; ///< SMTP, POP3
    static constexpr qsizetype imapLineBytes = 64 * 1024;
    static constexpr int linesPerReply = 256;
    static constexpr qsizetype bytesPerDialogue = 4 * 1024 * 1024;
    static constexpr qsizetype imapLiteralBytes = 1024 * 1024;
    static constexpr int saslChallenges = 3;
    static constexpr qsizetype rawBytesPerFact = 4 * 1024;
    static constexpr qsizetype shownReplyCharacters = 500;
    static constexpr int failedLoginsPerVisit = 2;
    static constexpr int addressesPerName = 8;
    static constexpr int tlsCertificates = 10; ///< in one chain
    static constexpr qsizetype tlsCertificateBytes = 64 * 1024; ///< of one of them
    static constexpr qsizetype pageBytes = 16 * 1024;
    static constexpr int aliasesPerName = 8; ///< RFC 1034 section 3.6.2 asks for none; more is a loop
    static constexpr int pathTries = 10;

    /// Every time limit multiplied, at least 1 ms. Tests use factors below 1, patient visits above.
    Bounds scaled(double factor) const;
};

} // namespace net
