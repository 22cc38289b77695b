// What the tests of Windows Live Mail share: where its files lie, a mail as a file, and the reader on a home.
#pragma once

#include "support/windows_home.h"

#include "mailapps/windows_live_mail.h"

namespace support::live {

inline const QString root = QStringLiteral("AppData/Local/Microsoft/Windows Live Mail/");

inline QByteArray message(int number, const char *day)
{
    return "Message-ID: <" + QByteArray::number(number) + "@x>\r\nDate: " + day
        + " Nov 2026 09:00:00 +0900\r\n\r\nhello\r\n";
}

inline model::MailApp live(const WindowsHome &home)
{
    return mailapps::readWindowsLiveMail(home.places());
}

} // namespace support::live
