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
    QString language, screen, brand = QStringLiteral(TODOKU_BRAND), screenshots, caseFile;
    int textSize = 100;
    bool forgetPasswords = false; ///< no window: forget and end

    /// What main() was given; Windows keeps names outside its code page elsewhere.
    static QStringList given(int argc, char **argv);
    static CommandLine read(const QStringList &arguments);
};
