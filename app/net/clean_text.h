// Makes a server's words fit to be shown: what a stranger sent must not steer a terminal, a screen or a
// reader.
#pragma once

#include <QByteArray>
#include <QString>

namespace net {

/// UTF-8 where it is valid, else Latin-1. Control, bidirectional and invisible format characters are removed,
/// runs of white space become one blank, and at most Bounds::shownReplyCharacters remain.
QString cleanText(const QByteArray &bytes);

} // namespace net
