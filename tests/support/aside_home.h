// A made-up outbox of each kind, for the tests of what sets mail aside.
#pragma once

#include "support/safe_edit_run.h"

#include "remedies/set_aside.h"

#include <QDirIterator>
#include <QMap>
#include <QTest>
#include <algorithm>

Q_DECLARE_METATYPE(remedies::MailFolder::Kind)

namespace support {

class AsideHome : public EditHome
{
public:
    using Kind = remedies::MailFolder::Kind;

    /// `bytes`: how much longer one of the two messages is.
    explicit AsideHome(Kind kind, qsizetype bytes = 0) : m_kind(kind)
    {
        const QByteArray one = "Date: Sun, 22 Nov 2026 19:37:00 +0900\r\nSubject: /../\r\n\r\nhello"
            + QByteArray(bytes, 'x') + "\r\n";
        const QByteArray two = "Subject: x\r\n\r\n.\r\n..\r\nwithout a final line break";
        const QByteArray queue = "AF:\r\nS:taro@example.ne.jp\r\nR:<b@x>\r\n\r\n";
        switch (kind) {
        case Kind::Mbox:
            writeFile(place() + QStringLiteral("/box"), "From - a\n" + one + "\nFrom - b\n" + two);
            writeFile(place() + QStringLiteral("/box.msf"), "index");
            break;
        case Kind::Bmf:
            writeFile(place() + QStringLiteral("/1a2b.bmf"),
                      one + ".\r\nSubject: x\r\n\r\n..\r\n...\r\nwithout a final line break");
            writeFile(place() + QStringLiteral("/Folder.idx"), "index");
            break;
        case Kind::EmlFolder:
            writeFile(place() + QStringLiteral("/0000.eml"), one);
            writeFile(place() + QStringLiteral("/0001.EML"), two);
            break;
        case Kind::MhFolder:
            writeFile(place() + QStringLiteral("/3"), queue + one);
            writeFile(place() + QStringLiteral("/4"), queue + two);
            break;
        }
        m_one = one;
        m_two = two;
        m_messages = {one, two};
        std::sort(m_messages.begin(), m_messages.end());
    }

    static const char *name(Kind kind)
    {
        static const char *const names[] = {"mbox", "bmf", "eml", "mh"};
        return names[int(kind)];
    }

    /// Rows "kind" for a test that holds for all.
    static void addKinds()
    {
        QTest::addColumn<Kind>("kind");
        for (const Kind kind : {Kind::Mbox, Kind::Bmf, Kind::EmlFolder, Kind::MhFolder})
            QTest::newRow(name(kind)) << kind;
    }

    /// The folder in which all of it lies.
    QString place() const { return path(QStringLiteral("outbox")); }

    remedies::MailFolder folder() const
    {
        remedies::MailFolder found;
        found.kind = m_kind;
        found.path = m_kind == Kind::Mbox ? place() + QStringLiteral("/box")
            : m_kind == Kind::Bmf         ? place() + QStringLiteral("/1a2b.bmf")
                                          : place();
        found.index = m_kind == Kind::Bmf ? place() + QStringLiteral("/Folder.idx") : QString();
        found.owner = remedies::thunderbirdOwner(profile());
        found.profile = profile();
        found.messages = 2;
        return found;
    }

    model::Outcome run(remedies::Journal &journal, const remedies::SetAside::Observer &observer = {}) const
    {
        return remedies::SetAside(journal, QStringLiteral("test.aside"), observer).run({folder()});
    }

    /// Every file of the outbox by name.
    QMap<QString, QByteArray> content() const
    {
        QMap<QString, QByteArray> found;
        for (const QString &file : QDir(place()).entryList(QDir::Files | QDir::Hidden | QDir::System))
            found.insert(file, readFile(place() + u'/' + file));
        return found;
    }

    /// The program would find no message.
    bool isEmpty() const
    {
        const auto files = content();
        return std::all_of(files.begin(), files.end(), [](const QByteArray &file) { return file.isEmpty(); });
    }

    /// Every message is in the outbox as it was, or among what a person can open.
    bool keepsAll(const QMap<QString, QByteArray> &before) const
    {
        const auto here = content();
        const QByteArrayList aside = messages();
        const auto lost = [&](const QString &file, const QByteArrayList &inside) {
            return here.value(file) != before.value(file)
                && !std::all_of(inside.begin(), inside.end(),
                                [&](const QByteArray &message) { return aside.contains(message); });
        };
        switch (m_kind) {
        case Kind::Mbox:
            return !lost(QStringLiteral("box"), m_messages);
        case Kind::Bmf:
            return !lost(QStringLiteral("1a2b.bmf"), m_messages);
        case Kind::EmlFolder:
            return !lost(QStringLiteral("0000.eml"), {m_one}) && !lost(QStringLiteral("0001.EML"), {m_two});
        case Kind::MhFolder:
            return !lost(QStringLiteral("3"), {m_one}) && !lost(QStringLiteral("4"), {m_two});
        }
        return false;
    }

    /// What a person can open among the copies.
    QByteArrayList messages() const
    {
        QByteArrayList found;
        QDirIterator entry(journalFolder(), {QStringLiteral("*.eml")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (entry.hasNext())
            found.append(readFile(entry.next()));
        std::sort(found.begin(), found.end());
        return found;
    }
    const QByteArrayList &expectedMessages() const { return m_messages; }

private:
    Kind m_kind;
    QByteArray m_one, m_two;
    QByteArrayList m_messages;
};

} // namespace support
