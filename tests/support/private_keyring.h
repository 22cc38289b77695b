// gnome-keyring in a private D-Bus session and a private home: the test's program starts itself again inside
// it. What needs the keychain runs there, what needs its absence runs outside.
#pragma once

#include <QString>

namespace support {

/// Whether this process is the one inside.
bool inPrivateKeyring();
/// Its home, below which everything lies that the keychain and our own programs write.
QString privateKeyringHome();
/// Runs this program inside. `mustPass`: "Class::function", so that a skip of everything is no success.
/// Fails or skips the test that calls it.
void runInPrivateKeyring(const QString &mustPass);

} // namespace support
