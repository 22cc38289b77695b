// What todoku was asked on the command line (interfaces.md).
#pragma once

#include "session/diagnosis.h"

#include <QString>
#include <QStringList>

struct CommandLine
{
    QString error; ///< usage: exit 2
    QString answer; ///< --help, --version: print and exit 0
    session::Options session;
    QString language, screen, brand = QStringLiteral("todoku"), screenshots, caseFile;
    int textSize = 100;

    static CommandLine read(const QStringList &arguments);
};
