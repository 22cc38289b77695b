// Certificates of one world, made with openssl when they are first asked for: an authority that the program
// is told to trust, and leaves that are right or wrong in one way each.
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>

namespace scenario {

class Certificates
{
public:
    /// `folder`: where they may be kept; `described`: the world's own, by name (see ready()).
    Certificates(const QString &folder, const QJsonObject &described);

    struct Identity
    {
        QList<QSslCertificate> chain; ///< as the server sends it
        QSslKey key;
    };
    Identity named(const QString &name);
    /// PEM file of everything that this world trusts.
    QString trustFile();
    /// True if a program may say a password to a server that shows this one.
    static bool isGood(const QString &name, const QJsonObject &described);
    /// What every world has without describing it.
    static const QJsonObject &ready();
    QString error() const { return m_error; }

private:
    void makeAuthority(const QString &name, const QString &commonName, const QString &above);
    void makeLeaf(const QString &name, const QJsonObject &plan);
    void writeConfiguration(const QString &authority);
    void openssl(const QStringList &arguments);
    /// Makes a certificate into the file `path`.
    void sign(const QStringList &arguments, const QString &path);
    QString file(const QString &name) const;

    QString m_folder;
    QJsonObject m_described;
    QHash<QString, Identity> m_made;
    QStringList m_authorities, m_unknown; ///< made; and of these, not trusted
    QString m_error;
};

} // namespace scenario
