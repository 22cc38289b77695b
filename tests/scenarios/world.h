// A world from a JSON file: a home folder with a mail program in it, doors of servers, and the arguments that
// lead todoku-cli into it.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QTcpServer>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace scenario {

class World
{
public:
    explicit World(const QJsonObject &description);

    /// Empty, or what in the description cannot be built.
    QString error() const { return m_error; }
    QStringList arguments() const { return m_arguments; }
    QString home() const { return m_home.path(); }

private:
    void buildHome();
    void buildProfile(const QJsonObject &profile);
    void buildPack();
    void openDoors();
    void openDoor(const QJsonObject &door);
    void collectArguments();
    void write(const QString &path, const QByteArray &content);

    QJsonObject m_description;
    QTemporaryDir m_home;
    QTemporaryDir m_files; ///< beside the home: pack, journal
    std::vector<std::unique_ptr<QTcpServer>> m_doors;
    QStringList m_arguments;
    QString m_error;
};

} // namespace scenario
