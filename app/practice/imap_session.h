// IMAP4rev1 as a provider speaks it (RFC 3501), with SASL-IR, LITERAL+, ID, IDLE, NAMESPACE, QUOTA, UIDPLUS,
// UNSELECT and SPECIAL-USE.
#pragma once

#include "practice/imap_command.h"
#include "practice/session.h"

namespace practice {

class ImapSet;

class ImapSession : public Session
{
    Q_OBJECT
public:
    ImapSession(Office &office, Door door, QSslSocket *socket, QObject *parent);

protected:
    void greet() override;
    void line(const QByteArray &text) override;
    void literal(const QByteArray &bytes) override;
    void forget() override;
    QByteArray busyWords() const override { return "* BYE Too many connections, try again later"; }
    QByteArray tooLongWords() const override { return "* BYE Line too long"; }

private:
    enum class State
    {
        NotAuthenticated,
        Authenticated,
        Selected
    };
    struct Handler
    {
        State least;
        void (ImapSession::*run)(const ImapWords &);
    };
    static const QHash<QByteArray, Handler> &handlers();

    // imap_session.cpp: the connection
    void run(const QByteArray &whole);
    void capability(const ImapWords &);
    void noop(const ImapWords &);
    void logout(const ImapWords &);
    void id(const ImapWords &);
    void startTls(const ImapWords &);
    void login(const ImapWords &words);
    void authenticate(const ImapWords &words);
    void plainAnswer(const QByteArray &base64);
    void logIn(const QByteArray &user, const QByteArray &password);
    QByteArray capabilities() const;
    bool offersLogIn() const;
    void ok(const QByteArray &text); ///< tells what has changed, then the tagged OK
    void no(const QByteArray &text) { say(m_tag + " NO " + text); }
    void bad(const QByteArray &text = "Arguments not understood") { say(m_tag + " BAD " + text); }

    // imap_folders.cpp: folders as a whole
    void listFolders(const ImapWords &words);
    void listSubscribed(const ImapWords &words);
    void list(const ImapWords &words, const QByteArray &answer, bool onlySubscribed);
    void nameSpace(const ImapWords &);
    void select(const ImapWords &words) { open(words, false); }
    void examine(const ImapWords &words) { open(words, true); }
    void open(const ImapWords &words, bool readOnly);
    void status(const ImapWords &words);
    void create(const ImapWords &words);
    void removeFolder(const ImapWords &words);
    void renameFolder(const ImapWords &words);
    void subscribe(const ImapWords &words) { setSubscribed(words, true); }
    void unsubscribe(const ImapWords &words) { setSubscribed(words, false); }
    void setSubscribed(const ImapWords &words, bool on);
    void append(const ImapWords &words);
    void quotaRoot(const ImapWords &words);
    void quota(const ImapWords &);
    QByteArray quotaLine();

    // imap_messages.cpp: the selected folder
    void uid(const ImapWords &words);
    void fetch(const ImapWords &words);
    void store(const ImapWords &words);
    void search(const ImapWords &words);
    void copy(const ImapWords &words);
    void expunge(const ImapWords &words);
    void closeFolder(const ImapWords &);
    void unselect(const ImapWords &);
    void idle(const ImapWords &);
    /// Numbers and messages that a set means; null if it is no set.
    std::optional<QList<QPair<quint32, Message *>>> chosen(const ImapWord &set);
    void tellChanges(bool mayExpunge);
    void expungeDeleted(const ImapSet *onlyUids);
    Folder *selected() { return office().mailbox.folder(m_folder); }

    State m_state = State::NotAuthenticated;
    QByteArray m_command; ///< collected so far, literals inside
    QByteArray m_tag;
    bool m_awaitsPlain = false;
    bool m_idling = false;
    bool m_byUid = false;
    bool m_numbersMustStay = false; ///< during FETCH, STORE, SEARCH: RFC 3501 section 7.4.1
    QByteArray m_folder;
    bool m_readOnly = false;
    QList<quint32> m_uids; ///< message number n is m_uids[n - 1], as the client knows it
};

} // namespace practice
