// Where the source and the built programs stand. Known in one object file, so that no other depends on the
// folder it was compiled in, and what was compiled in one clone serves in the next.
#pragma once

#include <QString>

namespace support {

/// A file of the repository (or beside it: "../shared/…"); `path` from its root, ASCII.
QString inSource(const char *path);
/// A program of this build: "todoku-cli"
QString inBin(const char *path);

} // namespace support
