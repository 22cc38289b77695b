// The commands of ImapSession that deal with folders as a whole.
#include "practice/imap_session.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

namespace practice {

namespace {

/// "*" any characters, "%" any but the separator (RFC 3501 section 6.3.8).
bool fits(const QByteArray &name, const QByteArray &pattern)
{
    QString expression;
    for (const char c : pattern) {
        if (c == '*')
            expression += QLatin1String(".*");
        else if (c == '%')
            expression += QLatin1String("[^/]*");
        else
            expression += QRegularExpression::escape(QString(QLatin1Char(c)));
    }
    const auto options
        = name == "INBOX" ? QRegularExpression::CaseInsensitiveOption : QRegularExpression::NoPatternOption;
    const QRegularExpression whole(QRegularExpression::anchoredPattern(expression), options);
    return whole.match(QString::fromLatin1(name)).hasMatch();
}

/// "22-Nov-2026 19:54:43 +0900"
QDateTime readInternalDate(const QByteArray &text)
{
    const QString trimmed = QString::fromLatin1(text).trimmed();
    const qsizetype space = trimmed.lastIndexOf(u' ');
    const QDateTime when
        = QLocale::c().toDateTime(trimmed.left(space), QStringLiteral("d-MMM-yyyy HH:mm:ss"));
    const int zone = trimmed.mid(space + 1).toInt();
    return {when.date(), when.time(), QTimeZone((zone / 100 * 60 + zone % 100) * 60)};
}

QSet<QByteArray> flagsOf(const ImapWord &word)
{
    QSet<QByteArray> flags;
    for (const ImapWord &flag : word.list) {
        if (flag.upper() != "\\RECENT")
            flags << flag.text;
    }
    return flags;
}

} // namespace

void ImapSession::listFolders(const ImapWords &words)
{
    list(words, "* LIST ", false);
}

void ImapSession::listSubscribed(const ImapWords &words)
{
    list(words, "* LSUB ", true);
}

void ImapSession::list(const ImapWords &words, const QByteArray &answer, bool onlySubscribed)
{
    if (words.size() < 2)
        return bad();
    // RFC 6154 section 5.2: LIST (SPECIAL-USE) "" "*"
    const bool onlySpecial = words[0].isList();
    const qsizetype first = onlySpecial ? 1 : 0;
    if (words.size() < first + 2)
        return bad();
    const QByteArray pattern = words[first].text + words[first + 1].text;
    if (words[first + 1].text.isEmpty())
        say(answer + "(\\Noselect) \"/\" \"\"");
    for (const Folder &folder : office().mailbox.folders()) {
        if (!fits(folder.name, pattern) || (onlySubscribed && !folder.subscribed)
            || (onlySpecial && folder.specialUse.isEmpty()))
            continue;
        QByteArray attributes = "\\HasNoChildren";
        if (!folder.specialUse.isEmpty())
            attributes += ' ' + folder.specialUse;
        say(answer + '(' + attributes + ") \"/\" " + quoted(folder.name));
    }
    ok("Done");
}

void ImapSession::nameSpace(const ImapWords &)
{
    say("* NAMESPACE ((\"\" \"/\")) NIL NIL");
    ok("Done");
}

void ImapSession::open(const ImapWords &words, bool readOnly)
{
    Folder *folder = words.size() == 1 ? office().mailbox.folder(words[0].text) : nullptr;
    m_state = State::Authenticated; // even a failed SELECT leaves the old one: RFC 3501 section 6.3.1
    if (!folder)
        return no("[NONEXISTENT] No such folder");
    m_folder = folder->name;
    m_readOnly = readOnly;
    m_uids.clear();
    quint32 recent = 0;
    quint32 firstUnseen = 0;
    for (const Message &message : folder->messages) {
        m_uids << message.uid;
        recent += message.recent ? 1 : 0;
        if (firstUnseen == 0 && !message.has("\\Seen"))
            firstUnseen = quint32(m_uids.size());
    }
    say("* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft $Junk $NotJunk)");
    say("* " + QByteArray::number(m_uids.size()) + " EXISTS");
    say("* " + QByteArray::number(recent) + " RECENT");
    if (firstUnseen > 0)
        say("* OK [UNSEEN " + QByteArray::number(firstUnseen) + "] First unseen");
    say("* OK [PERMANENTFLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft \\*)] Kept");
    say("* OK [UIDVALIDITY " + QByteArray::number(folder->uidValidity) + "] UIDs valid");
    say("* OK [UIDNEXT " + QByteArray::number(folder->uidNext) + "] Next UID");
    m_state = State::Selected;
    say(m_tag + (readOnly ? " OK [READ-ONLY] Done" : " OK [READ-WRITE] Done"));
    for (Message &message : folder->messages)
        message.recent = message.recent && readOnly;
}

void ImapSession::status(const ImapWords &words)
{
    Folder *folder = words.size() == 2 ? office().mailbox.folder(words[0].text) : nullptr;
    if (!folder)
        return no("[NONEXISTENT] No such folder");
    qint64 bytes = 0;
    qint64 recent = 0;
    for (const Message &message : std::as_const(folder->messages)) {
        bytes += message.raw.size();
        recent += message.recent ? 1 : 0;
    }
    const QHash<QByteArray, qint64> values{
        {"MESSAGES", folder->messages.size()},
        {"UNSEEN", folder->unseen()},
        {"RECENT", recent},
        {"UIDNEXT", folder->uidNext},
        {"SIZE", bytes},
        {"UIDVALIDITY", folder->uidValidity},
    };
    QList<QByteArray> answers;
    for (const ImapWord &item : words[1].list) {
        if (!values.contains(item.upper()))
            return bad("Status item not known");
        answers << item.upper() + ' ' + QByteArray::number(values.value(item.upper()));
    }
    say("* STATUS " + quoted(folder->name) + " (" + answers.join(' ') + ')');
    ok("Done");
}

void ImapSession::create(const ImapWords &words)
{
    if (words.isEmpty())
        return bad();
    QByteArray name = words[0].text;
    while (name.endsWith('/'))
        name.chop(1);
    if (name.size() > 200 || name.contains('\r') || name.contains('\n'))
        return no("[CANNOT] Not a name for a folder");
    if (!office().mailbox.create(name))
        return no("[ALREADYEXISTS] There already, or too many");
    ok("Done");
}

void ImapSession::removeFolder(const ImapWords &words)
{
    if (words.size() != 1 || !office().mailbox.remove(words[0].text))
        return no("[NONEXISTENT] No such folder, or one that stays");
    ok("Done");
}

void ImapSession::renameFolder(const ImapWords &words)
{
    Folder *folder = words.size() == 2 ? office().mailbox.folder(words[0].text) : nullptr;
    if (!folder || folder->name == "INBOX" || office().mailbox.folder(words[1].text))
        return no("[CANNOT] Cannot be renamed so");
    folder->name = words[1].text;
    ok("Done");
}

void ImapSession::setSubscribed(const ImapWords &words, bool on)
{
    Folder *folder = words.size() == 1 ? office().mailbox.folder(words[0].text) : nullptr;
    if (!folder)
        return no("[NONEXISTENT] No such folder");
    folder->subscribed = on;
    ok("Done");
}

void ImapSession::append(const ImapWords &words)
{
    if (words.size() < 2 || words.last().kind != ImapWord::Kind::String)
        return bad();
    Folder *folder = office().mailbox.folder(words[0].text);
    if (!folder)
        return no("[TRYCREATE] No such folder");
    const QByteArray raw = words.last().text;
    if (raw.size() > behaviour().sizeLimit)
        return no("[TOOBIG] Message too big");
    if (!office().mailbox.hasRoomFor(raw.size()))
        return no("[OVERQUOTA] Mailbox full");
    QSet<QByteArray> flags;
    QDateTime arrived = QDateTime::currentDateTime();
    for (const ImapWord &word : words.mid(1, words.size() - 2)) {
        if (word.isList())
            flags = flagsOf(word);
        else
            arrived = readInternalDate(word.text);
    }
    if (!arrived.isValid())
        return bad("Date not understood");
    const QByteArray validity = QByteArray::number(folder->uidValidity);
    const quint32 uid = office().mailbox.add(folder->name, raw, flags, arrived);
    ok("[APPENDUID " + validity + ' ' + QByteArray::number(uid) + "] Done");
}

QByteArray ImapSession::quotaLine()
{
    // RFC 9208 section 5.1: STORAGE counts units of 1024 octets.
    const Mailbox &mailbox = office().mailbox;
    const auto units = [](qint64 bytes) { return QByteArray::number((bytes + 1023) / 1024); };
    return "* QUOTA \"\" (STORAGE " + units(mailbox.usedBytes()) + ' ' + units(mailbox.limitBytes()) + ')';
}

void ImapSession::quotaRoot(const ImapWords &words)
{
    Folder *folder = words.size() == 1 ? office().mailbox.folder(words[0].text) : nullptr;
    if (!folder)
        return no("[NONEXISTENT] No such folder");
    say("* QUOTAROOT " + quoted(folder->name) + " \"\"");
    say(quotaLine());
    ok("Done");
}

void ImapSession::quota(const ImapWords &)
{
    say(quotaLine());
    ok("Done");
}

} // namespace practice
