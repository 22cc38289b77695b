// POP3 with its three states (RFC 1939, RFC 2449, RFC 2595): what is deleted goes only at QUIT.
#pragma once

#include "practice/session.h"

namespace practice {

class Pop3Session : public Session
{
    Q_OBJECT
public:
    using Session::Session;

protected:
    void greet() override;
    void line(const QByteArray &text) override;
    void forget() override;
    QByteArray busyWords() const override { return "-ERR [SYS/TEMP] Server busy, try again later"; }
    QByteArray tooLongWords() const override { return "-ERR Line too long"; }

private:
    void authorization(const QByteArray &verb, const QByteArray &argument);
    void transaction(const QByteArray &verb, const QByteArray &argument);
    void capabilities();
    void startTls();
    void auth(const QByteArray &argument);
    void logIn(const QByteArray &user, const QByteArray &password);
    void openInbox();
    void quit();
    void stat();
    void list(const QByteArray &argument, bool uidl);
    void retrieve(const Message &message, int bodyLines);
    void send(const Message &message, const QByteArray &answer, int bodyLinesLeft);
    void trickle(const QByteArray &answer, qsizetype from);
    bool offersLogIn() const;
    QByteArray listing(qsizetype index, bool uidl) const;
    /// Index of a message number as the client says it; -1 if there is none or it is deleted.
    qsizetype messageAt(const QByteArray &number) const;

    bool m_loggedIn = false;
    bool m_awaitsPlain = false;
    QByteArray m_user;
    QByteArray m_uidlStart;
    QList<Message> m_messages; ///< as they were at log-in: numbers do not move
    QSet<quint32> m_deleted;
};

} // namespace practice
