#include "practice/imap_session.h"

#include "practice/split.h"

#include <QHash>

namespace practice {

namespace {

constexpr qint64 mostBeforeLogIn = 8 * 1024;
constexpr qint64 mostPerCommand = 65 * 1024 * 1024;

} // namespace

ImapSession::ImapSession(Office &office, Door door, QSslSocket *socket, QObject *parent)
    : Session(office, door, socket, parent)
{
    connect(&office.mailbox, &Mailbox::changed, this, [this] {
        if (m_idling && m_state == State::Selected)
            tellChanges(true);
    });
}

const QHash<QByteArray, ImapSession::Handler> &ImapSession::handlers()
{
    using S = ImapSession;
    static const QHash<QByteArray, Handler> table{
        {"CAPABILITY", {State::NotAuthenticated, &S::capability}},
        {"NOOP", {State::NotAuthenticated, &S::noop}},
        {"LOGOUT", {State::NotAuthenticated, &S::logout}},
        {"ID", {State::NotAuthenticated, &S::id}},
        {"STARTTLS", {State::NotAuthenticated, &S::startTls}},
        {"LOGIN", {State::NotAuthenticated, &S::login}},
        {"AUTHENTICATE", {State::NotAuthenticated, &S::authenticate}},
        {"LIST", {State::Authenticated, &S::listFolders}},
        {"LSUB", {State::Authenticated, &S::listSubscribed}},
        {"NAMESPACE", {State::Authenticated, &S::nameSpace}},
        {"SELECT", {State::Authenticated, &S::select}},
        {"EXAMINE", {State::Authenticated, &S::examine}},
        {"STATUS", {State::Authenticated, &S::status}},
        {"CREATE", {State::Authenticated, &S::create}},
        {"DELETE", {State::Authenticated, &S::removeFolder}},
        {"RENAME", {State::Authenticated, &S::renameFolder}},
        {"SUBSCRIBE", {State::Authenticated, &S::subscribe}},
        {"UNSUBSCRIBE", {State::Authenticated, &S::unsubscribe}},
        {"APPEND", {State::Authenticated, &S::append}},
        {"GETQUOTAROOT", {State::Authenticated, &S::quotaRoot}},
        {"GETQUOTA", {State::Authenticated, &S::quota}},
        {"IDLE", {State::Authenticated, &S::idle}},
        {"CHECK", {State::Selected, &S::noop}},
        {"UID", {State::Selected, &S::uid}},
        {"FETCH", {State::Selected, &S::fetch}},
        {"STORE", {State::Selected, &S::store}},
        {"SEARCH", {State::Selected, &S::search}},
        {"COPY", {State::Selected, &S::copy}},
        {"EXPUNGE", {State::Selected, &S::expunge}},
        {"CLOSE", {State::Selected, &S::closeFolder}},
        {"UNSELECT", {State::Selected, &S::unselect}},
    };
    return table;
}

void ImapSession::greet()
{
    if (behaviour().greeting == Greeting::Preauth && !isEncrypted()) {
        m_state = State::Authenticated;
        return say("* PREAUTH " + Office::serverName() + " IMAP4rev1, you are known already");
    }
    say("* OK [CAPABILITY " + capabilities() + "] " + Office::serverName() + " practice");
}

void ImapSession::forget()
{
    m_state = State::NotAuthenticated;
    m_command.clear();
}

bool ImapSession::offersLogIn() const
{
    return isEncrypted() || behaviour().startTls == StartTls::NotOffered;
}

QByteArray ImapSession::capabilities() const
{
    QByteArray words = "IMAP4rev1 SASL-IR LITERAL+ ID";
    if (m_state != State::NotAuthenticated)
        return words + " IDLE NAMESPACE QUOTA UIDPLUS UNSELECT SPECIAL-USE STATUS=SIZE";
    if (offersTls())
        words += " STARTTLS";
    return words + (offersLogIn() ? " AUTH=PLAIN" : " LOGINDISABLED");
}

void ImapSession::line(const QByteArray &text)
{
    if (m_awaitsPlain) {
        m_awaitsPlain = false;
        return text == "*" ? bad("Cancelled") : plainAnswer(text);
    }
    if (m_idling) {
        m_idling = false;
        return text.toUpper() == "DONE" ? ok("No longer waiting") : bad("DONE expected");
    }
    m_command += text;
    bool waits = false;
    const qint64 size = announcedLiteral(text, &waits);
    if (size < 0) {
        const QByteArray whole = m_command;
        m_command.clear();
        return run(whole);
    }
    if (m_command.size() + size > (m_state == State::NotAuthenticated ? mostBeforeLogIn : mostPerCommand)) {
        m_tag = before(m_command, ' ');
        m_command.clear();
        bad("[TOOBIG] Literal too long");
        // What an unsynchronised client sends now cannot be told from commands.
        return waits ? void() : close();
    }
    m_command += "\r\n";
    if (waits)
        say("+ Go ahead");
    awaitLiteral(size);
}

void ImapSession::literal(const QByteArray &bytes)
{
    m_command += bytes;
}

void ImapSession::run(const QByteArray &whole)
{
    const qsizetype space = whole.indexOf(' ');
    m_tag = before(whole, ' ');
    if (space < 1 || m_tag.contains('+') || m_tag.contains('*')) {
        say("* BAD Tag and command expected");
        return tooManyFailures() ? close() : void();
    }
    const auto words = readImapWords(whole.mid(space + 1));
    if (!words || words->isEmpty())
        return bad();
    const auto handler = handlers().constFind(words->first().upper());
    if (handler == handlers().cend())
        return bad("Command not known");
    if (m_state < handler->least)
        return bad(m_state == State::NotAuthenticated ? "Log in first" : "Select a folder first");
    m_byUid = false;
    m_numbersMustStay = false;
    (this->*handler->run)(words->mid(1));
}

void ImapSession::ok(const QByteArray &text)
{
    if (m_state == State::Selected)
        tellChanges(!m_numbersMustStay);
    say(m_tag + " OK " + text);
}

void ImapSession::capability(const ImapWords &)
{
    say("* CAPABILITY " + capabilities());
    ok("Done");
}

void ImapSession::noop(const ImapWords &)
{
    ok("Done");
}

void ImapSession::logout(const ImapWords &)
{
    say("* BYE Goodbye");
    say(m_tag + " OK Done");
    close();
}

void ImapSession::id(const ImapWords &)
{
    say("* ID (\"name\" \"Todoku practice\")");
    ok("Done");
}

void ImapSession::startTls(const ImapWords &)
{
    if (!offersTls() || m_state != State::NotAuthenticated)
        return bad("Not offered");
    if (behaviour().startTls == StartTls::Refused)
        return no("[UNAVAILABLE] TLS not available at the moment");
    secure(m_tag + " OK Begin TLS negotiation", "* CAPABILITY IMAP4rev1 AUTH=PLAIN");
}

void ImapSession::login(const ImapWords &words)
{
    if (!offersLogIn())
        return no("[PRIVACYREQUIRED] Encryption required, say STARTTLS first");
    if (words.size() != 2 || m_state != State::NotAuthenticated)
        return bad();
    logIn(words[0].text, words[1].text);
}

void ImapSession::authenticate(const ImapWords &words)
{
    if (!offersLogIn())
        return no("[PRIVACYREQUIRED] Encryption required, say STARTTLS first");
    if (words.isEmpty() || m_state != State::NotAuthenticated)
        return bad();
    if (words[0].upper() != "PLAIN")
        return no("Mechanism not known");
    if (words.size() > 1)
        return plainAnswer(words[1].text);
    m_awaitsPlain = true;
    say("+ ");
}

void ImapSession::plainAnswer(const QByteArray &base64)
{
    const auto [user, password] = Office::plainCredentials(base64);
    if (user.isEmpty())
        return bad("Not base64 of a PLAIN answer");
    logIn(user, password);
}

void ImapSession::logIn(const QByteArray &user, const QByteArray &password)
{
    switch (office().judge(user, password, isEncrypted(), false)) {
    case Judgement::Welcome:
        m_state = State::Authenticated;
        return ok("[CAPABILITY " + capabilities() + "] Welcome");
    case Judgement::Silence:
        return hangForEver();
    case Judgement::TemporaryFailure:
        return no("[UNAVAILABLE] Temporary authentication failure");
    case Judgement::Expired:
        no("[EXPIRED] Account expired");
        break;
    case Judgement::InUse:
    case Judgement::WrongPassword:
        no("[AUTHENTICATIONFAILED] User name or password wrong");
        break;
    }
    if (tooManyFailures()) {
        say("* BYE Too many attempts");
        close();
    }
}

} // namespace practice
