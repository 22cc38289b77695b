// A command of todoku-cli: one file each, one line each in catalogue.cpp.
#pragma once

#include "cli/words.h"
#include "session/diagnosis.h"

#include <QCommandLineParser>
#include <QStringList>

namespace cli {

/// interfaces.md, "Exit codes".
enum Exit
{
    Fine = 0, ///< looked, nothing wrong; or the change was made
    Found = 1, ///< looked, a problem was found
    Usage = 2, ///< not understood, or input that cannot be read
    Undecided = 3, ///< interrupted, nothing to look at, no answer
};

/// What was typed, already read.
struct Call
{
    const QCommandLineParser &parser;
    QStringList arguments; ///< behind the command's name
    session::Options options;
    QString language;
    bool json = false;
    const Words &words;

    /// Of an option that this command may not even have.
    QString value(const char *option) const
    {
        const QString name = QString::fromLatin1(option);
        return parser.optionNames().contains(name) ? parser.value(name) : QString();
    }
};

struct Command
{
    const char *name;
    const char *syntax; ///< its own arguments and options, for the overview
    void (*declare)(QCommandLineParser &parser);
    int (*run)(const Call &call);
};

const QList<Command> &catalogue();

} // namespace cli
