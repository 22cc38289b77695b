#include "report/redaction.h"

#include "report/report.h"

#include <QRegularExpression>
#include <QSysInfo>
#include <algorithm>

namespace report {

using namespace model;

QString maskedAddress(const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    if (at < 0)
        return address.isEmpty() ? QString() : QStringLiteral("***");
    // A name of one or two letters would be told by its beginning.
    const QString local = address.left(at);
    return local.left(local.size() > 2 ? 2 : 0) + QStringLiteral("***") + address.mid(at);
}

bool isOfSomebodysMail(const Finding &finding, const QString &value)
{
    // By name rather than by content: once in a sentence, a subject cannot be told from other words.
    return finding.id.startsWith(u"mailbox.")
        && (value == u"from" || value == u"subject" || value == u"date" || value == u"uidl");
}

Redaction::Redaction(const Case &visit, bool showPrivate) : m_showPrivate(showPrivate)
{
    hide(visit.address, maskedAddress(visit.address));
    // Log-in names and message ids hold the part before the @ without the rest.
    hide(visit.address.section(u'@', 0, 0), QStringLiteral("***"));
    for (const MailApp &app : visit.apps) {
        for (const AppProfile &profile : app.profiles) {
            hide(profile.path, path(profile.path));
            hide(profile.name, QStringLiteral("***"));
            for (const Account &account : profile.accounts) {
                hide(account.address, maskedAddress(account.address));
                hide(account.address.section(u'@', 0, 0), QStringLiteral("***"));
                hide(account.fullName, QStringLiteral("***"));
                for (const auto &server : {account.incoming, account.outgoing})
                    if (server)
                        hide(server->user, QStringLiteral("***"));
            }
        }
    }
    hide(QSysInfo::machineHostName(), QStringLiteral("(this-pc)"));
    std::stable_sort(m_hidden.begin(), m_hidden.end(),
                     [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
}

void Redaction::hide(const QString &secret, const QString &instead)
{
    // Two letters stand in every other word; "default" and the like are no secrets.
    static const QStringList common{QStringLiteral("default"), QStringLiteral("default-release"),
                                    QStringLiteral("localhost"), QStringLiteral("info"),
                                    QStringLiteral("mail")};
    if (secret.size() >= 3 && !common.contains(secret))
        m_hidden.append({secret, instead});
}

QString Redaction::masked(const QString &text) const
{
    if (m_showPrivate)
        return text;
    static const QRegularExpression address(QStringLiteral("[^\\s<>\"'(),;:]+@[A-Za-z0-9._-]+"));
    static const QRegularExpression home(
        QStringLiteral("(?:/home/|/Users/|[A-Za-z]:\\\\Users\\\\)[^\\s/\\\\]+"));
    QString out;
    qsizetype from = 0;
    for (auto matches = address.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        out += text.mid(from, match.capturedStart() - from) + maskedAddress(match.captured());
        from = match.capturedEnd();
    }
    out += text.mid(from);
    for (const auto &[secret, instead] : m_hidden) {
        // Whole words only: "taro" must not change "tarot", nor a server's name that merely contains it.
        const QRegularExpression word(QStringLiteral("(?<![\\w.-])") + QRegularExpression::escape(secret)
                                          + QStringLiteral("(?![\\w-]|\\.\\w)"),
                                      QRegularExpression::CaseInsensitiveOption
                                          | QRegularExpression::UseUnicodePropertiesOption);
        out.replace(word, QString(instead).replace(u'\\', QStringLiteral("\\\\")));
    }
    return out.replace(home, QStringLiteral("~"));
}

QString Redaction::path(const QString &path) const
{
    if (m_showPrivate)
        return path;
    const qsizetype cut = std::max(path.lastIndexOf(u'/'), path.lastIndexOf(u'\\'));
    return cut < 0 ? path : QStringLiteral("…/") + path.mid(cut + 1);
}

} // namespace report
