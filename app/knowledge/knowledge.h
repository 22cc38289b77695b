// All data in resources/, read once and checked: an unknown key stops the start with file, line and key.
#pragma once

#include "knowledge/interceptors_reader.h"
#include "knowledge/load_error.h"
#include "model/provider.h"
#include "model/web_check.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <variant>

namespace knowledge {

/// How long a common mail program waits for a reply, and how sure we are
/// (resources/knowledge/mail-programs.json).
struct MailProgram
{
    QString id; ///< "outlook", "windows-live-mail", "thunderbird", …
    model::Words name;
    int timeoutSeconds = 0; ///< its default; 0: not known
    bool confirmed = false; ///< false: an estimate, said so on screen
    bool repeatsByItself = false; ///< sends again without being asked when it gave up (Outlook, Live Mail)
    QString source;
};

/// Advice on one finding in one language (resources/advice/<lang>/<finding-id>.md).
struct Advice
{
    QString title; ///< one sentence: what happened
    QString next; ///< the one thing to do next
    QString mailLost; ///< one sentence: is mail lost?
    QString body; ///< paragraphs in Markdown, with {placeholders} already filled
};

struct GuideWatch
{
    QString kind; ///< one of watchKinds() (guide_watch.h); empty: cannot be seen
    bool expected = true;
};

struct GuideStep
{
    QString id;
    QString text; ///< one action
    QString look; ///< what if it looks different
    QString picture; ///< resource path of the SVG
    QMap<QString, QString> labels; ///< words in the picture, in the language asked for
    int waitMinutes = 0; ///< this step is waiting
    GuideWatch watch;
};

/// How the same task looks in some versions of the program.
struct GuideEdition
{
    QString id; ///< "usual", "2007", …
    QString name; ///< which versions it is for, in words
};

struct Guide
{
    QString app, task, title;
    QString edition; ///< the id of the one that this is
    QList<GuideEdition> editions; ///< of this task, the usual one first; empty: looks the same in all
    QString note; ///< what to know before the first step; empty: nothing
    QList<GuideStep> steps;
};

class Knowledge
{
public:
    /// Reads everything under `root` (":/" or a folder). The first error is returned.
    static std::variant<Knowledge, LoadError> load(const QString &root = QStringLiteral(":/"));

    QList<model::Provider> providers() const;
    std::optional<model::Provider> providerFor(const QString &domain) const;
    std::optional<model::Provider> providerNamed(const QString &id) const;
    QList<MailProgram> mailPrograms() const;
    QList<Interceptor> interceptors() const;
    /// Pages whose content is known (resources/knowledge/web-checks.json).
    QList<model::WebCheck> webChecks() const;
    /// "ja", "en", …: every folder under resources/advice.
    QStringList languages() const;
    /// Filled with `values`; English if the language has none; an empty title if there is none at all.
    Advice advice(const QString &finding, const QString &language, const QJsonObject &values) const;
    bool hasAdvice(const QString &finding, const QString &language) const;
    /// A heading or short word of the report (resources/words/<language>/*.json); English if the language has
    /// none.
    QString word(const QString &key, const QString &language) const;
    /// In the edition for this version of the program; empty: the usual one.
    std::optional<Guide> guide(const QString &app, const QString &task, const QString &language,
                               const QString &version = {}) const;
    std::optional<Guide> guideEdition(const QString &app, const QString &task, const QString &language,
                                      const QString &edition) const;
    QList<QPair<QString, QString>> guides() const; ///< (app, task)
    /// Tasks that help with this finding, those that `app` has a walk-through for
    /// (resources/knowledge/walks.json).
    QStringList walks(const QString &finding, const QString &app) const;
    QStringList walks(const QString &finding) const; ///< whatever the program

private:
    struct Store;
    std::shared_ptr<const Store> m_store;
};

/// A pack from a file: refused with file, line and key if anything in it is unknown, missing, doubled or of
/// the wrong type.
std::variant<model::Provider, LoadError> readPack(const QString &path);

} // namespace knowledge
