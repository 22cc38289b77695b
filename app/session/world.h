// What the options make of the world: the data files, where connections go, whom to trust.
#pragma once

#include "knowledge/knowledge.h"
#include "net/environment.h"
#include "session/diagnosis.h"

#include <optional>

namespace practice {
class PracticeProvider;
}

namespace session {

struct World
{
    knowledge::Knowledge knowledge;
    net::Environment environment;
    std::optional<model::Provider> provider; ///< the one asked for with --provider
    QString error; ///< "WORD: data"; empty if all could be read
};

World worldOf(const Options &options);

/// The same world with the practice servers in it. Routes of the command line still come first.
void addPractice(World &world, const Options &options, const practice::PracticeProvider &provider);

/// "192.0.2.53", "192.0.2.53:5353", "[2001:db8::53]:5353"
std::optional<QPair<QHostAddress, quint16>> readResolver(const QString &text);

} // namespace session
