// One connection of the search for the message that stops a POP3 fetch: lists, then reads into nothing.
#pragma once

#include "probes/fetch_run.h"
#include "probes/pop3_login.h"

#include <QTimer>

namespace probes {

/// What "searched" means: every octet of every message up to 16 MiB has come, as a mail program would fetch
/// it. LIST and TOP alone would be faster, but a server that breaks in a body, a zero octet or a multipart
/// without end show themselves only to those who read on. The time is saved elsewhere: the questions are
/// asked ahead, half a megabyte of answers at once, so that the line is never idle while one is on its way.
class FetchPop3 : public Pop3Login
{
public:
    /// `run` outlives the dialogue.
    FetchPop3(const net::Environment &environment, const model::Endpoint &endpoint, const QString &address,
              Credential credential, FetchRun *run);

private:
    struct Asked
    {
        FetchRun::Message message;
        bool headerOnly = false;
    };

    void loggedIn(const net::Pop3Reply &reply) override;
    void listed(const net::Pop3Reply &reply);
    void askNames();
    void named(const net::Pop3Reply &reply);
    void beginReading();
    void askAhead();
    void ask(const FetchRun::Message &message, bool headerOnly, QByteArrayList *lines);
    void hearMessage();
    void read(const net::Pop3Reply &reply);
    void readHeader(const Asked &asked);
    void readWhole(const Asked &asked);
    bool take(QByteArrayView octets);
    void afterAll();
    void heavy();
    void giant(qint64 neededMs);
    void leave();
    void unmarked(const net::Pop3Reply &reply);
    int patienceMs() const { return environment().bounds.replyMs * 2 / 3; }

    FetchRun *m_run;
    QHash<int, qsizetype> m_byNumber;
    qsizetype m_next = 0; ///< index of the message to ask for next
    QList<Asked> m_asked; ///< under way, in order
    qint64 m_ahead = 0; ///< octets of the answers under way
    QList<FetchRun::Message> m_refused; ///< -ERR; asked once more at the end
    bool m_secondRound = false;
    FetchRun::Message m_largest; ///< beyond the cap: its beginning is read last, for the rate
    bool m_measuring = false;
    MessageLint m_lint;
    QElapsedTimer m_oneClock, m_lastOctets;
    QTimer m_heavy;
};

} // namespace probes
