// Why a data file was refused: always with file, line and key.
#pragma once

#include <QString>

namespace knowledge {

struct LoadError
{
    QString file;
    int line = 0;
    QString key; ///< "outgoing[0].port"; empty where none applies
    QString why; ///< one short English clause for the log and the command line

    /// "pack.json:12: outgoing[0].port: must be 1..65535"
    QString text() const;
};

} // namespace knowledge
