// A made-up home with Sylpheed or Claws Mail in it, in a folder that goes away with the object. For tests
// only.
#pragma once

#include "mailapps/sylpheed.h"

#include "support/mail_home.h"
#include "support/reading.h"

namespace support {

inline const QByteArray oneAccount
    = "[Account: 1]\naccount_name=nifty\nis_default=1\nname=\xE5\xA4\xAA\xE9\x83\x8E\n"
      "address=taro@example.ne.jp\nprotocol=0\nreceive_server=pop.example.ne.jp\n"
      "smtp_server=smtp.example.ne.jp\nuser_id=taro\npassword=secret\nremove_mail=1\n"
      "message_leave_time=7\nuse_smtp_auth=1\nsmtp_auth_method=0\n";
inline const QByteArray mailbox
    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<folderlist>\n    <folder type=\"mh\" name=\"Mailbox\" "
      "path=\"Mail\">\n        <folderitem type=\"inbox\" name=\"inbox\" path=\"inbox\" />\n"
      "        <folderitem type=\"queue\" name=\"queue\" path=\"queue\" total=\"1\" />\n    </folder>\n"
      "</folderlist>\n";
/// As the program writes it: its notes, a blank line, the message.
inline const QByteArray queued
    = "AF:\nNF:0\nPS:10\nSRH:1\nSFN:\nDSR:\nMID:<old@x>\nCFG:\nPT:0\nS:taro@example.ne.jp\n"
      "RQ:\nSSV:smtp.example.ne.jp\nSSH:\nR:<hanako@example.org>\n\n"
      "Date: Mon, 16 Nov 2026 09:00:00 +0900\nMessage-Id: <one@example>\n\nhello\n";

/// A home with one of the two programs in it.
class SylpheedHome
{
public:
    explicit SylpheedHome(bool claws = false, const QByteArray &accounts = oneAccount,
                          const QByteArray &settings = "[Common]\nio_timeout_secs=60\n")
        : m_claws(claws)
    {
        write(m_claws ? "clawsrc" : "sylpheedrc", settings);
        write("accountrc", accounts);
        write("folderlist.xml", mailbox);
    }

    QString path(const QString &below = {}) const { return m_folder.filePath(below); }
    QString settings() const
    {
        return path(m_claws ? QStringLiteral(".claws-mail") : QStringLiteral(".sylpheed-2.0"));
    }
    bool write(const char *file, const QByteArray &bytes) const
    {
        return writeFile(settings() + u'/' + QLatin1String(file), bytes);
    }
    bool wait(const char *file, const QByteArray &bytes) const
    {
        return writeFile(path(QStringLiteral("Mail/queue/")) + QLatin1String(file), bytes);
    }
    model::MailApp app() const
    {
        const mailapps::Places places{path(), {}};
        return m_claws ? mailapps::readClawsMail(places) : mailapps::readSylpheed(places);
    }
    model::AppProfile profile() const { return only(app()); }

private:
    QTemporaryDir m_folder;
    bool m_claws;
};

} // namespace support
