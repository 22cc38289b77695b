// The command line's own few sentences (resources/words/<lang>/cli.json). All else is said by advice and
// guides.
#pragma once

#include <QHash>
#include <QString>

namespace cli {

class Words
{
public:
    /// English where the language has none.
    explicit Words(const QString &language);
    /// The key itself where there is no sentence: visible, and a test looks for it.
    QString operator()(const QString &key) const { return m_words.value(key, key); }
    bool has(const QString &key) const { return m_words.contains(key); }
    QStringList keys() const { return m_words.keys(); }

private:
    QHash<QString, QString> m_words;
};

/// "ja" where LC_ALL, LC_MESSAGES or LANG says so (POSIX order), else "en".
QString languageOfEnvironment();

} // namespace cli
