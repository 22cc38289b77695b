#include "net/greeting_look.h"

#include <QByteArrayList>

namespace net {

using model::Failure;
using model::Protocol;

namespace {

struct Banner
{
    const char *begin;
    const char *service;
};

// Lower case; longer beginnings first where one contains the other.
constexpr Banner banners[] = {{"http/", "http"}, {"<!doctype", "http"}, {"<html", "http"}, {"<?xml", "http"},
                              {"ssh-", "ssh"},   {"+ok", "pop3"},       {"-err", "pop3"},  {"* ", "imap"}};

const char *wordOf(Protocol protocol)
{
    switch (protocol) {
    case Protocol::Pop3:
        return "pop3";
    case Protocol::Imap:
        return "imap";
    case Protocol::Smtp:
        return "smtp";
    }
    Q_UNREACHABLE();
}

bool isTlsRecord(const QByteArray &bytes)
{
    // alert or handshake, then major version 3 (RFC 8446 section 5.1)
    return bytes.size() >= 2 && (bytes.at(0) == 0x15 || bytes.at(0) == 0x16) && bytes.at(1) == 0x03;
}

bool hasBinary(const QByteArray &bytes)
{
    // 0x15 and 0x16 alone may still become a TLS record.
    if (bytes.size() == 1 && (bytes.at(0) == 0x15 || bytes.at(0) == 0x16))
        return false;
    for (const char c : bytes.left(64))
        if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\r' && c != '\n')
            return true;
    return false;
}

QByteArray serviceIn(const QByteArray &lower, bool lineEnded)
{
    for (const Banner &banner : banners)
        if (lower.startsWith(banner.begin))
            return banner.service;
    // FTP and SMTP share the code; only the words tell them apart, so wait for all of them.
    if (lineEnded && (lower.startsWith("220 ") || lower.startsWith("220-")))
        return lower.contains("ftp") && !lower.contains("smtp") ? "ftp" : "smtp";
    return {};
}

} // namespace

std::optional<Stranger> strangerIn(const QByteArray &bytes, Protocol expected)
{
    if (isTlsRecord(bytes))
        return Stranger{Failure::TlsOnPlainPort, {}};
    if (hasBinary(bytes))
        return Stranger{Failure::NotMail, {}};
    const qsizetype end = bytes.indexOf('\n');
    const QByteArray lower = bytes.left(end < 0 ? bytes.size() : end).toLower();
    const QByteArray service = serviceIn(lower, end >= 0);
    if (!service.isEmpty() && service != wordOf(expected))
        return Stranger{Failure::WrongService, QString::fromLatin1(service)};
    return std::nullopt;
}

} // namespace net
