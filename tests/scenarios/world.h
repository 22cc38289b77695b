// A world from a JSON file: a home folder with a mail program in it, servers, and the arguments that lead
// todoku-cli into it. Two kinds: routed worlds stay on loopback behind --route or the practice provider; net
// worlds ("net") live in network namespaces on the real ports, and nothing is routed past the program.
#pragma once

#include "net_world.h"

#include <QJsonObject>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTcpServer>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace scenario {

/// Given in every net world that names no other: must never be seen outside verified encryption.
inline constexpr const char *canary = "Kanarienvogel-7Q+zwitschert";

class World
{
public:
    World(const QJsonObject &description, Network &network);

    /// Empty, or what in the description cannot be built.
    QString error() const { return m_error; }
    QStringList arguments() const { return m_arguments; }
    QProcessEnvironment environment() const;
    QString password() const; ///< empty: none is given
    const HeardList &heard() const { return m_heard; }
    /// No run of a program in this world may take longer, whatever the servers do.
    int boundMs() const;

private:
    bool isNet() const;
    void buildPack();
    void openDoors();
    void openDoor(const QJsonObject &door);
    void collectArguments();

    QJsonObject m_description;
    QTemporaryDir m_home;
    QTemporaryDir m_files; ///< beside the home: pack, journal, certificates
    HeardList m_heard;
    std::vector<std::unique_ptr<QTcpServer>> m_doors;
    std::unique_ptr<NetWorld> m_net;
    QStringList m_arguments;
    QString m_error;
};

} // namespace scenario
