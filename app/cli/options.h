// The options that several commands share, declared and read in one place (interfaces.md, "Common options").
#pragma once

#include "cli/command.h"

#include <variant>

namespace cli {

void declareCommon(QCommandLineParser &parser);
void declarePassword(QCommandLineParser &parser); ///< --password-stdin, --password-env, --keychain
void declareVisit(QCommandLineParser &parser); ///< --address, --symptom, --app, --practice, --scan-seconds …

struct WrongOption
{
    QString what;
    QString why; ///< key of cli.json
};
std::variant<session::Options, WrongOption> readOptions(const QCommandLineParser &parser);

/// "--practice" alone becomes "--practice=": its fault may be left out.
QStringList prepared(const QStringList &arguments);

/// "50k,1m,5m" in bytes, k and m being 1024; empty if any of it cannot be read.
QList<qint64> readSizes(const QString &text);

} // namespace cli
