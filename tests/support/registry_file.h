// The registry as the tests have it: an export in UTF-16 that is read and rewritten for every value, so that
// it outlives the process like the real one.
#pragma once

#include "support/mail_home.h"

#include "remedies/registry_store.h"

#include <QtEndian>
#include <filesystem>
#include <functional>

namespace support {

class RegistryFile : public remedies::RegistryStore
{
public:
    using Data = std::optional<remedies::RegistryData>;

    explicit RegistryFile(const QString &path) : m_path(path) { }

    /// Asked before every write; what it answers is what the system would.
    std::function<model::Refusal()> beforeWriting;
    /// A value that is written as something else: what a filter of the system does.
    Data instead;

    model::Outcome read(const QString &key, const QString &name, Data *data) const override
    {
        data->reset();
        const QStringList lines = this->lines();
        const qsizetype at = section(lines, key);
        if (at < 0)
            return refused(model::Refusal::NotFound, key);
        const qsizetype line = valueLine(lines, at, name);
        if (line >= 0)
            *data = parsed(lines[line].mid(prefix(name).size()));
        return {};
    }

    model::Outcome write(const QString &key, const QString &name, const remedies::RegistryData &data) override
    {
        return exchange(key, name, instead ? instead : Data(data));
    }

    model::Outcome remove(const QString &key, const QString &name) override
    {
        return exchange(key, name, std::nullopt);
    }

private:
    static model::Outcome refused(model::Refusal refusal, const QString &key)
    {
        model::Outcome outcome;
        outcome.refusal = refusal;
        outcome.file = key;
        return outcome;
    }

    QStringList lines() const
    {
        const QByteArray bytes = readFile(m_path);
        QString text(bytes.size() / 2, Qt::Uninitialized);
        qFromLittleEndian<char16_t>(bytes.constData(), text.size(), text.data());
        return text.split(QStringLiteral("\r\n"));
    }

    static QString prefix(const QString &name) { return QStringLiteral("\"%1\"=").arg(name); }

    static qsizetype section(const QStringList &lines, const QString &key)
    {
        const QString head = QStringLiteral("[HKEY_CURRENT_USER\\%1]").arg(key.section(u'\\', 1));
        for (qsizetype at = 0; at < lines.size(); ++at)
            if (lines[at].compare(head, Qt::CaseInsensitive) == 0)
                return at;
        return -1;
    }

    static qsizetype valueLine(const QStringList &lines, qsizetype head, const QString &name)
    {
        for (qsizetype at = head + 1; at < lines.size() && !lines[at].startsWith(u'['); ++at)
            if (lines[at].startsWith(prefix(name), Qt::CaseInsensitive))
                return at;
        return -1;
    }

    static remedies::RegistryData parsed(const QString &text)
    {
        if (text.startsWith(u'"'))
            return remedies::RegistryData::text(text.mid(1, text.size() - 2)
                                                    .replace(QStringLiteral("\\\""), QStringLiteral("\""))
                                                    .replace(QStringLiteral("\\\\"), QStringLiteral("\\")));
        if (text.startsWith(QStringLiteral("dword:")))
            return remedies::RegistryData::number(text.mid(6).toUInt(nullptr, 16));
        const QString type = text.section(u'(', 1).section(u')', 0, 0);
        return {type.isEmpty() ? 3 : type.toUInt(nullptr, 16),
                QByteArray::fromHex(text.section(u':', 1).toLatin1())};
    }

    model::Outcome exchange(const QString &key, const QString &name, const Data &data)
    {
        const model::Refusal refusal = beforeWriting ? beforeWriting() : model::Refusal::None;
        if (refusal != model::Refusal::None)
            return refused(refusal, key);
        QStringList lines = this->lines();
        const qsizetype head = section(lines, key);
        if (head < 0)
            return refused(model::Refusal::NotFound, key);
        const qsizetype at = valueLine(lines, head, name);
        if (at >= 0)
            lines.removeAt(at);
        if (data) {
            // The writer under test says how a value is written; its last line but one is this value's.
            const QByteArray bytes = remedies::registryFile({{key, name, data}});
            QString text(bytes.size() / 2, Qt::Uninitialized);
            qFromLittleEndian<char16_t>(bytes.constData(), text.size(), text.data());
            lines.insert(at >= 0 ? at : head + 1, text.trimmed().section(QStringLiteral("\r\n"), -1));
        }
        const QString text = lines.join(QStringLiteral("\r\n"));
        QByteArray bytes(text.size() * 2, Qt::Uninitialized);
        qToLittleEndian<char16_t>(text.utf16(), text.size(), bytes.data());
        const QString fresh = m_path + QStringLiteral(".new");
        writeFile(fresh, bytes);
        if (readFile(fresh) != bytes) {
            QFile::remove(fresh);
            return refused(model::Refusal::DiskFull, key);
        }
        std::filesystem::rename(fresh.toStdU16String(),
                                m_path.toStdU16String()); // over what is there, on Windows, too
        return {};
    }

    QString m_path;
};

} // namespace support
