// A path as Windows programs write it down, found again below the home that is looked at: on this machine, or
// in a copy of somebody's home.
#pragma once

#include "mailapps/reader.h"

namespace mailapps {

/// "%LOCALAPPDATA%\Microsoft\…", "C:\Users\taro\Documents\…" (also "C:\Documents and Settings\taro\…") with
/// forward slashes. Empty for what is not this person's to read: a share (\\server\…), and, in a copy of a
/// home, anything outside it.
QString localPath(const QString &windowsPath, const Places &places);

/// The usual places below a home: of Windows since Vista, then of XP (those that exist there under a Japanese
/// name stand in both).
QString roaming(const Places &places); ///< AppData/Roaming
QString local(const Places &places); ///< AppData/Local
QString homeOf(const Places &places); ///< the home itself, clean, without a slash at its end

} // namespace mailapps
