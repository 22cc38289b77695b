// A mail address as a person typed it: corrected where that is safe, and every oddity named.
#pragma once

#include <QString>
#include <QStringList>

namespace messages {

struct AddressReading
{
    QString given;
    QString corrected; ///< full-width characters, blanks and "mailto:" removed (NFKC, RFC 5321 section 4.1.2
                       ///< grammar)
    bool valid = false; ///< corrected can be used over SMTP
    QStringList
        findings; ///< address.full-width, address.syntax, address.typo-domain, address.carrier-nonstandard
    qsizetype oddAt = -1; ///< position in `given` of the first character that was wrong
};

AddressReading readAddress(const QString &given);

} // namespace messages
