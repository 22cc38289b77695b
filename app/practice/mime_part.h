// The parts of a message, as far as IMAP must name them: "2.1" and BODYSTRUCTURE (RFC 3501 section 7.4.2).
#pragma once

#include "practice/mailbox.h"

namespace practice {

struct MimePart
{
    Message entity; ///< header and body of this part alone
    QByteArray type = "text"; ///< lower case
    QByteArray subtype = "plain";
    QList<QPair<QByteArray, QByteArray>> parameters;
    QList<MimePart> parts; ///< of a multipart

    static MimePart read(const QByteArray &raw, int depth = 0);
    /// "1", "2.1"; null if there is no such part.
    const MimePart *part(const QByteArray &number) const;
    /// `extended`: BODYSTRUCTURE instead of BODY.
    QByteArray structure(bool extended) const;

private:
    QByteArray leafStructure(bool extended) const;
    QByteArray parameterList() const;
};

} // namespace practice
