// Writes a small data file of Outlook ([MS-PST]) that has a store, an outbox and messages in it, and nothing
// else. Checksums are left out: no reader of ours asks for them.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace support {

struct PstMessage
{
    int bytes = 1000;
    qint64 submitted = 0; ///< seconds since 1970; 0: none
    QString messageId;
};

struct SmallPst
{
    bool unicode = true;
    int crypt = 1; ///< 0 none, 1 permute, 2 cyclic
    QByteArray outboxEntryId = "?"; ///< "?": of the outbox that is written; empty: none
    bool hasOutbox = true;
    QList<PstMessage> messages;

    QByteArray bytes() const;
};

/// `block` as Outlook writes it; the opposite of mailapps::pst::decrypted.
QByteArray encrypted(QByteArray block, int crypt, quint64 bid);

} // namespace support
