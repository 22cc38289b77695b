#include "net/handshake_error.h"

namespace net {

using model::Failure;

namespace {

struct Words
{
    const char *part; ///< of OpenSSL's text, lower case
    int alert;
};

// OpenSSL names alerts of the peer in words only (ssl/ssl_stat.c); the longer of two similar ones stands
// first.
constexpr Words alerts[]
    = {{"alert unexpected message", 10}, {"alert bad record mac", 20},    {"alert record overflow", 22},
       {"alert handshake failure", 40},  {"alert no certificate", 41},    {"alert bad certificate", 42},
       {"alert unsupported certif", 43}, {"alert certificate rev", 44},   {"alert certificate exp", 45},
       {"alert certificate unk", 46},    {"alert illegal parameter", 47}, {"alert unknown ca", 48},
       {"alert access denied", 49},      {"alert decode error", 50},      {"alert decrypt error", 51},
       {"alert protocol version", 70},   {"alert insufficient sec", 71},  {"alert internal error", 80},
       {"inappropriate fallback", 86},   {"alert user cancel", 90},       {"alert missing extension", 109},
       {"alert unsupported ext", 110},   {"unrecognized name", 112},      {"certificate required", 116},
       {"no application protocol", 120}};

} // namespace

HandshakeError handshakeErrorIn(const QString &libraryText)
{
    const QString text = libraryText.toLower();
    HandshakeError error;
    for (const Words &words : alerts) {
        if (text.contains(QLatin1String(words.part))) {
            error.alert = words.alert;
            break;
        }
    }
    if (error.alert == 70 || text.contains(u"unsupported protocol") || text.contains(u"version too low"))
        error.failure = Failure::TlsTooOld;
    // What OpenSSL says to bytes that are no TLS record at all. An alert proves that they were.
    else if (!error.alert
             && (text.contains(u"wrong version number") || text.contains(u"http request")
                 || text.contains(u"packet length too long")))
        error.failure = Failure::PlainOnTlsPort;
    return error;
}

} // namespace net
