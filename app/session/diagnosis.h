// One visit, as a screen or the command line sees it: set what the person says, start what may be started,
// watch facts arrive, read the verdict. Knows no words and no widgets.
#pragma once

#include "knowledge/knowledge.h"
#include "model/case.h"
#include "model/change.h"
#include "model/finding.h"
#include "model/secret.h"

#include <QObject>
#include <QStringList>
#include <memory>

namespace session {

/// One line of the live list while looking: what is asked, and how it stands.
struct Line
{
    enum class State
    {
        Waiting,
        Running,
        Fine,
        Attention,
        Bad,
        Skipped
    };
    QString id; ///< "link", "apps", "name", "receive", "send", "encryption", "login", "mailbox": words belong
                ///< to the screen
    State state = State::Waiting;
    int done = 0, total = 0; ///< true progress: questions answered of questions asked
    QString subject; ///< host or program it is about; shown as data
};

/// Settings of the whole program, from the command line.
struct Options
{
    QString providerFileOrId;
    double timeoutScale = 1.0;
    QStringList routes; ///< HOST:PORT=ADDR:PORT
    QStringList resolvers; ///< ADDR[:PORT]
    QString home;
    QString registryExport;
    QString caFile;
    QString journalFolder; ///< empty: the person's own
    bool practice = false;
    QStringList practiceFaults;
    double practiceScanSeconds = 75.0;
};

struct AddressCheck
{
    QString given, corrected;
    bool valid = false;
    bool changed = false; ///< corrected differs from given: show it
    QStringList findings; ///< address.full-width, address.syntax, …
};

struct TimingRun
{
    qint64 bytes = 0;
    std::optional<qint64> connectMs, tlsMs, authMs, uploadMs, dotToReplyMs, arrivedMs;
    model::Failure failure = model::Failure::None;
    bool finished = false;
};

/// A mail program's patience against what was measured.
struct Patience
{
    QString program; ///< id
    int seconds = 0;
    bool found = false; ///< on this PC
    bool confirmed = true;
    bool wouldTimeOut = false;
};

/// One message of the mailbox as its owner may see it.
struct MailboxMessage
{
    int number = 0; ///< from 1
    qint64 bytes = 0;
    QString from, subject, date; ///< decoded and cleaned; the date as ISO 8601 where it can be read
};

/// The message at which receiving stops.
struct Blocker
{
    MailboxMessage message;
    QString uidl; ///< the server's own name for it; empty if it has none
    QString defect; ///< "drops", "stalls", "giant", "nul", …: words belong to the screen
    model::Endpoint endpoint;
    QString address; ///< IP literal
};

/// What is known of the mailbox; what was not learnt is empty.
struct MailboxSummary
{
    std::optional<qint64> messages, bytes, quotaUsed, quotaLimit, junkMessages, junkUnseen, searched;
    QString oldest; ///< ISO 8601 UTC
    QList<MailboxMessage> largest; ///< largest first
    QString junkFolder;
    bool junkHidden = false; ///< the mail program uses POP3 and cannot show it
    std::optional<Blocker> blocker;
};

class Diagnosis : public QObject
{
    Q_OBJECT
public:
    explicit Diagnosis(const Options &options, QObject *parent = nullptr);
    ~Diagnosis() override;

    /// Empty if all went well: data files read, options understood, practice provider started.
    QString error() const;

    // What the person says
    static AddressCheck checkAddress(const QString &text);
    void setAddress(const QString &corrected); ///< chooses the provider; empty: a guest
    /// Host names from the person's papers, where no pack knows them; after setAddress(). Both empty: no
    /// change.
    void setServers(const QString &incoming, const QString &outgoing);
    void setSymptom(const QString &id);
    void setApp(const QString &id);
    void startPractice(const QStringList &faults); ///< from the first screen; error() tells
    bool offersPractice() const; ///< no network and no account
    QString practicePassword() const; ///< of the practice mailbox, no secret; empty outside practice

    /// Goes on from a saved Case: its facts are judged by today's rules; nothing is asked until look().
    void resume(const model::Case &saved);

    // Looking: read-only, everything side by side
    void look();
    void lookAgain(); ///< forgets facts, keeps what the person said
    void cancel(); ///< frees the caller at once
    bool isLooking() const;
    QList<Line> lines() const;

    // Log-in
    bool wantsPassword() const; ///< a log-in would tell more, none was refused too often
    QString loginHost() const; ///< where it would be sent, over verified encryption only
    void offerPassword(model::Secret password, bool keep);
    void useKeptPassword(); ///< from the keychain, asynchronously; passwordResult() tells
    bool keepsPassword() const; ///< of this account; by our own list, the keychain is not asked
    void forgetKeptPassword(); ///< asynchronously; passwordForgotten() tells

    // The timing test: only after an explicit yes
    void startTiming(const QList<qint64> &sizes);
    bool isTiming() const;
    QList<TimingRun> timingRuns() const;
    QList<Patience> patience() const;
    int neededTimeoutSeconds() const; ///< from the measurement; 0: not measured

    // What came out
    const model::Case &visit() const;
    model::Verdict verdict() const;
    const knowledge::Knowledge &knowledge() const;

    // The mailbox
    MailboxSummary mailbox() const;
    /// Saves the blocker as it lies at the server, over verified encryption; never over a file that is there.
    /// Nothing is taken away. rescued() tells.
    void rescue(const QString &path);

    // Remedies
    QStringList remedies() const; ///< ids that apply now
    QList<model::Change> preview(const QString &remedy) const;
    void apply(const QString &remedy); ///< outcome through applied()
    void undo(const QString &entry); ///< outcome through undone()
    QList<model::JournalEntry> journal() const; ///< this visit's and earlier ones
    void refreshApps(); ///< read the mail programs again (a watched step); appsChanged() tells

    // The end
    /// Writes the report; formats: md, html, json, pdf is made by the caller from html. Empty on success,
    /// else why.
    QString saveReport(const QString &path, const QString &language) const;
    QString reportHtml(const QString &language) const;

signals:
    void linesChanged();
    void factNoted(const model::Fact &fact);
    void looked(); ///< quiet: nothing left to ask
    void passwordResult(bool found);
    void passwordForgotten(bool gone);
    /// What the test mail on its way is doing now: "connect", "tls", "auth", "upload", "dot" (waiting for the
    /// answer).
    void timingStage(const QString &name);
    void timingChanged();
    void timingFinished();
    /// `why` is empty if the whole message was saved; "incomplete": what came of it was; else nothing was:
    /// "exists", "not-writable", "nothing" (the server gave none of it), "not-tried" (no blocker, no log-in).
    void rescued(const QString &path, const QString &why);
    void appsChanged();
    void applied(const QString &remedy, const model::Outcome &outcome);
    void undone(const QString &entry, const model::Outcome &outcome);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace session
