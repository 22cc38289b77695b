// All that Todoku knows about one provider: the provider pack (interfaces.md, "Provider pack").
#pragma once

#include "model/endpoint.h"

#include <QDate>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <optional>

namespace model {

/// Language code to text: {"ja": …, "en": …}.
using Words = QMap<QString, QString>;

struct ProviderServer
{
    Endpoint endpoint;
    QStringList userForms; ///< address, local, percent, dot, id: in the order to try
    bool auth = true;
};

struct ProviderWord
{
    QString where; ///< "login", "submit"
    QString text; ///< searched without regard to case
    QString finding;
};

struct Webmail
{
    QStringList domains;
    QString url;
    QString user;
};

struct Contact
{
    QString phone;
    Words hours;
    QString url;
    QString statusUrl;
};

struct Notice
{
    QDate date;
    Words text;
};

struct Provider
{
    QString id;
    qint64 serial = 0;
    QDate validUntil;
    Words name;
    bool guessed = false; ///< names typed by hand: which of the doors the person uses is not known
    QStringList domains; ///< "example.ne.jp", "*.example.ne.jp"
    QList<ProviderServer> incoming;
    QList<ProviderServer> outgoing;
    struct
    {
        qint64 messageBytes = 0, mailboxBytes = 0, mailboxMessages = 0, recipients = 0;
    } limits; ///< 0: not stated
    int recommendedTimeoutSeconds = 0; ///< 0: not stated
    QList<ProviderWord> words;
    QList<Webmail> webmail;
    struct
    {
        QStringList tags, junkFolders;
        int junkRetentionDays = 0;
        double serverDefault = 0, recommended = 0, almostSure = 0;
        QString prefsProtocol, prefsHost, prefsPath;
        quint16 prefsPort = 0;
        int prefsVersion = 0;
    } spam;
    int popBeforeSmtpMinutes = 0;
    QString outsideSending; ///< yes, authenticated, no; empty: not stated
    QStringList networks;
    Contact contact;
    QList<Notice> notices;

    /// True if the domain part of an address belongs to this provider. "*.x" means one or more labels before
    /// x.
    bool serves(const QString &domain) const;
};

/// The text in `language`, else in English, else any.
QString inLanguage(const Words &words, const QString &language);

/// "taro@example.ne.jp" as the log-in name of a form: address, local, percent, dot. Empty for id and unknown
/// forms.
QString userName(const QString &address, const QString &form);

} // namespace model
