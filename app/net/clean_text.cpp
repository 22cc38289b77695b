#include "net/clean_text.h"

#include "net/bounds.h"

#include <QList>
#include <QStringDecoder>

namespace net {

namespace {

bool mayBeShown(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // among them the bidirectional marks and overrides, zero-width joiners, tags
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default: // an enumeration of Qt's with thirty values, not one of ours
        return true;
    }
}

} // namespace

QString cleanText(const QByteArray &bytes)
{
    // Four bytes a character at most: more input than this cannot be shown, and need not be decoded.
    const QByteArray head = bytes.left(Bounds::shownReplyCharacters * 8);
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = utf8(head);
    if (utf8.hasError() && head.size() == bytes.size())
        text = QString::fromLatin1(head);

    QString clean;
    qsizetype characters = 0;
    bool blankDue = false;
    for (const uint c : text.toUcs4()) {
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            blankDue = !clean.isEmpty();
            continue;
        }
        if (!mayBeShown(c))
            continue;
        if (characters + (blankDue ? 2 : 1) > Bounds::shownReplyCharacters)
            break;
        if (blankDue) {
            clean += u' ';
            ++characters;
            blankDue = false;
        }
        clean += QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1);
        ++characters;
    }
    return clean;
}

} // namespace net
