// Looks for what makes mail programs stumble over a message, while the message streams by; keeps nothing of
// it but a few header fields.
#pragma once

#include "probes/message_words.h"

#include <QByteArrayView>
#include <QList>

namespace probes {

/// From the worst to the most harmless: only the first few are known to stop programs.
enum class Defect
{
    Nul, ///< a zero octet: text ends there for programs written in C (RFC 5322 section 4)
    BrokenHeader, ///< a line in the header that is no field, or no header at all
    BareCr, ///< a CR that ends no line (RFC 5322 section 2.3)
    LongHeaderLine, ///< a header line over 998 octets (RFC 5322 section 2.1.1)
    NoBoundary, ///< multipart without its boundary, or the boundary never comes (RFC 2046 section 5.1.1)
    DoubleField, ///< From, Date, Subject or Content-Type more than once (RFC 5322 section 3.6)
    BadDate, ///< a Date that is none
    EightBitHeader, ///< raw octets above 127 in the header
    LongLine, ///< a line of the body over 998 octets
    BadBase64, ///< characters that base64 does not have
    Unclosed, ///< a multipart that does not end: usually a message that was cut
};

/// Kebab case: "nul", "broken-header", …
QString name(Defect defect);
/// True for defects with which common programs are known to stop fetching; the others are only ugly.
bool stopsPrograms(Defect defect);

class MessageLint
{
public:
    void take(QByteArrayView octets);
    void finish(); ///< the message is complete

    qint64 octets() const { return m_octets; }
    QList<Defect> defects() const; ///< each once, the worst first
    const MessageHead &head() const { return m_head; }

private:
    struct Multipart
    {
        QByteArray boundary;
        bool opened = false, closed = false;
    };

    void line();
    void headerLine();
    void bodyLine();
    void field();
    void topField(const QByteArray &name, const QByteArray &value);
    void endOfHeader();
    bool delimiter();
    void found(Defect defect) { m_defects |= 1u << int(defect); }

    static constexpr qsizetype keptOfLine = 1024;
    static constexpr qsizetype keptOfField = 16 * 1024;
    static constexpr qsizetype deepest = 8;

    MessageHead m_head;
    quint32 m_defects = 0;
    qint64 m_octets = 0;
    QByteArray m_line; ///< the beginning of the line at hand
    qint64 m_lineOctets = 0;
    bool m_lastWasCr = false;
    bool m_inHeader = true;
    bool m_inTopHeader = true;
    bool m_anyField = false;
    QByteArray m_field; ///< unfolded so far
    quint32 m_seenFields = 0;
    bool m_base64 = false;
    bool m_encodedPart = false;
    QByteArray m_newBoundary; ///< of the multipart whose header is being read
    bool m_multipart = false;
    QList<Multipart> m_parts;
};

} // namespace probes
