// SMTP as a provider speaks it: an MTA on 25, submission on 587 and 465 (RFC 5321, RFC 6409, RFC 8314).
#pragma once

#include "practice/session.h"

namespace practice {

class SmtpSession : public Session
{
    Q_OBJECT
public:
    using Session::Session;

protected:
    void greet() override;
    void line(const QByteArray &text) override;
    void forget() override;
    QByteArray busyWords() const override { return "421 4.3.2 Too many connections, try again later"; }
    QByteArray tooLongWords() const override { return "500 5.5.6 Line too long"; }
    bool endlessInLines() const override { return true; }

private:
    enum class Expects
    {
        Command,
        PlainAnswer,
        LoginUser,
        LoginPassword,
        Data
    };

    void command(const QByteArray &verb, const QByteArray &argument);
    void ehlo(const QByteArray &argument);
    void startTls();
    void auth(const QByteArray &argument);
    void authAnswer(const QByteArray &answer);
    void logIn(const QByteArray &user, const QByteArray &password);
    void mail(const QByteArray &argument);
    void recipient(const QByteArray &argument);
    QByteArray judgeRecipient(const QByteArray &address);
    void data();
    void dataLine(const QByteArray &text);
    void finalDot();
    void reset();
    bool isSubmission() const { return door() != Door::Smtp; }
    bool offersAuth() const;

    Expects m_expects = Expects::Command;
    bool m_greeted = false;
    bool m_loggedIn = false;
    bool m_hasSender = false;
    QByteArray m_loginUser;
    QByteArray m_sender;
    QList<QByteArray> m_recipients;
    QByteArray m_message;
    bool m_tooBig = false;
};

} // namespace practice
