// One change of each kind that the engine makes, with what must hold before, after and in between: for the
// tests that end it at any moment and take its disk away.
#pragma once

#include "support/aside_home.h"
#include "support/registry_file.h"

#include "remedies/registry_edit.h"

namespace support {

class EditSubject
{
public:
    enum class Kind
    {
        File,
        TwoFiles,
        Registry,
        Mbox,
        Bmf,
        EmlFolder,
        MhFolder
    };
    static constexpr Kind kinds[] = {Kind::File, Kind::TwoFiles,  Kind::Registry, Kind::Mbox,
                                     Kind::Bmf,  Kind::EmlFolder, Kind::MhFolder};
    static QString name(Kind kind)
    {
        static const char *const names[] = {"file", "two-files", "registry", "mbox", "bmf", "eml", "mh"};
        return QString::fromLatin1(names[int(kind)]);
    }

    /// `bytes`: how large what is changed should be.
    explicit EditSubject(Kind kind, qsizetype bytes = 0) : m_kind(kind)
    {
        if (isMail()) {
            auto home = std::make_unique<AsideHome>(AsideHome::Kind(int(kind) - int(Kind::Mbox)), bytes);
            m_mail = home.get();
            m_home = std::move(home);
        } else {
            m_home = std::make_unique<EditHome>(prefsWithAccount("// " + QByteArray(bytes, 'x') + '\n'));
            writeFile(other(), readFile(m_home->prefs()));
            writeFile(registry(),
                      remedies::registryFile({{key, timeout, remedies::RegistryData::number(60)}}));
        }
        m_before = content();
    }

    bool isMail() const { return m_kind >= Kind::Mbox; }
    const EditHome &home() const { return *m_home; }
    /// The folder in which the program's files lie.
    QString place() const { return m_mail ? m_mail->place() : m_home->profile(); }

    std::unique_ptr<remedies::Journal> journal() const
    {
        return std::make_unique<remedies::Journal>(m_home->journalFolder(),
                                                   std::make_shared<RegistryFile>(registry()));
    }

    /// `observer` hears the number of each station.
    model::Outcome run(remedies::Journal &journal, const std::function<void(int)> &observer = {}) const
    {
        const auto hear = [observer](auto step) {
            if (observer)
                observer(int(step));
        };
        if (m_mail)
            return m_mail->run(journal, hear);
        const QString remedy = QStringLiteral("test.edit");
        if (m_kind == Kind::Registry)
            return remedies::RegistryEdit(journal, remedy, hear)
                .run({{key, timeout, remedies::thunderbirdOwner(m_home->profile()),
                       remedies::RegistryData::number(600)}});
        QList<remedies::Edit> edits{editOf(*m_home, m_home->prefs())};
        if (m_kind == Kind::TwoFiles)
            edits.append(editOf(*m_home, other()));
        return remedies::SafeEdit(journal, remedy, hear).run(edits);
    }
    int stations() const { return m_mail ? int(remedies::AsideStep::Recorded) : 12; }

    QMap<QString, QByteArray> content() const
    {
        if (m_mail)
            return m_mail->content();
        return {{QStringLiteral("prefs"), readFile(m_home->prefs())},
                {QStringLiteral("other"), readFile(other())},
                {QStringLiteral("registry"), readFile(registry())}};
    }
    bool isBefore() const { return content() == m_before; }
    bool isAfter() const
    {
        auto expected = m_before;
        switch (m_kind) {
        case Kind::TwoFiles:
            expected[QStringLiteral("other")] += addition;
            [[fallthrough]];
        case Kind::File:
            expected[QStringLiteral("prefs")] += addition;
            break;
        case Kind::Registry:
            expected[QStringLiteral("registry")]
                = remedies::registryFile({{key, timeout, remedies::RegistryData::number(600)}});
            break;
        default:
            return m_mail->isEmpty();
        }
        return content() == expected;
    }
    /// What must hold at every moment, without any recovery: each file whole, each message somewhere.
    bool isWhole() const
    {
        if (m_mail)
            return m_mail->keepsAll(m_before);
        const auto now = content();
        for (auto file = m_before.begin(); file != m_before.end(); ++file) {
            const QByteArray written = file.key() == u"registry"
                ? remedies::registryFile({{key, timeout, remedies::RegistryData::number(600)}})
                : file.value() + addition;
            if (now.value(file.key()) != file.value() && now.value(file.key()) != written)
                return false;
        }
        return true;
    }

    /// Names that nobody has use for once the journal has been read again.
    QStringList strays(const remedies::Journal &journal) const
    {
        const auto filter = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
        QStringList found = QDir(place()).entryList({QStringLiteral("*todoku*")}, filter);
        const QByteArray lines = readFile(journal.folder() + QStringLiteral("/journal.jsonl"));
        const auto entries = journal.entries();
        for (const QString &folder : {QStringLiteral("/backups"), QStringLiteral("/aside")})
            for (const QString &name : QDir(journal.folder() + folder).entryList(filter)) {
                const QString id = name.section(u'-', 0, 2).section(u'.', 0, 0);
                // Of an attempt that came to nothing, only whole copies of settings may stay.
                const bool discarded
                    = isMail() && std::any_of(entries.begin(), entries.end(), [&](const auto &entry) {
                          return entry.id == id && entry.state == model::EntryState::RolledBack;
                      });
                if (discarded || !lines.contains("\"id\":\"" + id.toLatin1() + '"'))
                    found.append(name);
            }
        return found;
    }

private:
    inline static const QString key = QStringLiteral("HKCU\\Software\\x");
    inline static const QString timeout = QStringLiteral("SMTP Timeout");

    QString other() const { return m_home->profile() + QStringLiteral("/other.js"); }
    QString registry() const { return m_home->path(QStringLiteral("user.reg")); }

    Kind m_kind;
    std::unique_ptr<EditHome> m_home;
    AsideHome *m_mail = nullptr; ///< m_home, where it is about mail
    QMap<QString, QByteArray> m_before;
};

} // namespace support

Q_DECLARE_METATYPE(support::EditSubject::Kind)
