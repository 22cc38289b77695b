// Why a TLS handshake broke, read from the words of the TLS library where it gives no better answer.
#pragma once

#include "model/failure.h"

#include <QString>
#include <optional>

namespace net {

struct HandshakeError
{
    model::Failure failure = model::Failure::HandshakeFailed; ///< or PlainOnTlsPort, TlsTooOld
    std::optional<int> alert; ///< RFC 8446 section 6, where the peer sent one
};

HandshakeError handshakeErrorIn(const QString &libraryText);

} // namespace net
