"""Programs of Windows in a home that was copied, with an export of its registry, through the command line."""

import pathlib
import tempfile
import unittest

from rigs import cli, suite

ACCOUNT = """<?xml version="1.0" encoding="utf-16" ?>\r
<MessageAccount>\r
    <Account_Name type="SZ">自宅</Account_Name>\r
    <POP3_Server type="SZ">pop.example.ne.jp</POP3_Server>\r
    <POP3_User_Name type="SZ">taro</POP3_User_Name>\r
    <POP3_Password2 type="BINARY">5ec7e70123456789</POP3_Password2>\r
    <POP3_Port type="DWORD">000003e3</POP3_Port>\r
    <POP3_Secure_Connection type="DWORD">00000001</POP3_Secure_Connection>\r
    <POP3_Timeout type="DWORD">0000001e</POP3_Timeout>\r
    <Leave_Mail_On_Server type="DWORD">00000001</Leave_Mail_On_Server>\r
    <SMTP_Server type="SZ">smtp.example.ne.jp</SMTP_Server>\r
    <SMTP_Port type="DWORD">0000024b</SMTP_Port>\r
    <SMTP_Use_Sicily type="DWORD">00000002</SMTP_Use_Sicily>\r
    <SMTP_Timeout type="DWORD">0000012c</SMTP_Timeout>\r
    <SMTP_Display_Name type="SZ">能登 &amp; 太郎</SMTP_Display_Name>\r
    <SMTP_Email_Address type="SZ">taro@example.ne.jp</SMTP_Email_Address>\r
</MessageAccount>\r
"""
REGISTRY = r"""REGEDIT4

[HKEY_CURRENT_USER\Software\Microsoft\Windows Live Mail]
"Store Root"="D:\\elsewhere"

[HKEY_CURRENT_USER\Software\Microsoft\Internet Account Manager\Accounts\00000001]
"POP3 Server"="pop.example.ne.jp"
"POP3 User Name"="花子"
"POP3 Password2"=hex:5e,c7,e7,01,23,45,67,89
"SMTP Server"="smtp.example.ne.jp"
"SMTP Email Address"="hanako@example.ne.jp"
"SMTP Timeout"=dword:00000096

[HKEY_CURRENT_USER\Identities]
"Default User ID"="{A}"

[HKEY_CURRENT_USER\Identities\{A}]
"Username"="メイン ユーザー"

[HKEY_CURRENT_USER\Identities\{A}\Software\Microsoft\Outlook Express\5.0]
"Store Root"="C:\\Documents and Settings\\花子\\Local Settings\\Application Data\\Identities\\{A}\\"
"""
LIVE = "AppData/Local/Microsoft/Windows Live Mail"
EXPRESS = "Local Settings/Application Data/Identities/{A}"


def dbx(messages):
    header = bytearray(0x3000)
    for at, value in ((0, 0xFE12ADCF), (4, 0x6F74FDC5), (0xC4, messages), (0xE4, 0x24BC)):
        header[at:at + 4] = value.to_bytes(4, "little")
    return bytes(header)


class ProgramsOfWindows(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.home = pathlib.Path(folder.name, "home")
        cls.write(f"{LIVE}/Example (taro)/account{{1}}.oeaccount", ACCOUNT.encode("utf-16"))
        cls.write(f"{LIVE}/Example (taro)/account{{2}}.oeaccount", b"\xff\xfe<\0M\0")
        cls.write(f"{LIVE}/Outbox/1.eml", b"Date: Mon, 16 Nov 2026 09:00:00 +0900\r\n\r\nhello\r\n")
        cls.write(f"{EXPRESS}/送信トレイ.dbx", dbx(7))
        registry = pathlib.Path(folder.name, "export.reg")
        registry.write_bytes(REGISTRY.replace("\n", "\r\n").encode("cp932"))
        cls.answer = cli.Todoku(home=cls.home)("mailapps", "--registry", str(registry))
        cls.apps = {app["id"]: app for app in (cls.answer.json or {}).get("apps", [])}

    @classmethod
    def write(cls, name, data):
        path = cls.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def test_finds_both_and_no_more(self):
        self.assertEqual(self.answer.exit, 0, self.answer)
        self.assertEqual(sorted(self.apps), ["outlook-express", "windows-live-mail"], self.answer)

    def test_reads_live_mail(self):
        [profile] = self.apps["windows-live-mail"]["profiles"]
        [account] = profile["accounts"]
        self.assertEqual(account["address"], "taro@example.ne.jp")
        self.assertEqual(account["incoming"], {"protocol": "pop3", "host": "pop.example.ne.jp", "port": 995,
                                               "security": "tls", "user": "taro", "auth": "password"})
        self.assertEqual(account["outgoing"], {"protocol": "smtp", "host": "smtp.example.ne.jp", "port": 587,
                                               "security": "plain", "user": "taro", "auth": "password"})
        self.assertEqual((account["leave_on_server"], profile["timeout_s"], profile["timeout_is_default"]),
                         (True, 300, False))
        self.assertEqual((profile["outbox"]["count"], profile["outbox"]["oldest"]), (1, "2026-11-16T00:00:00Z"))

    def test_says_what_it_could_not_read(self):
        [profile] = self.apps["windows-live-mail"]["profiles"]
        said = {(one["path"].rsplit("/", 1)[-1], one["line"], one["why"]) for one in profile["unreadable"]}
        self.assertEqual(said, {("account{2}.oeaccount", 1, "half-written"), ("D:\\elsewhere", 0, "outside")})

    def test_reads_outlook_express(self):
        [profile] = self.apps["outlook-express"]["profiles"]
        [account] = profile["accounts"]
        self.assertEqual((profile["name"], profile["default"], profile["timeout_s"]), ("メイン ユーザー", True, 150))
        self.assertEqual((account["address"], account["incoming"]["user"]), ("hanako@example.ne.jp", "花子"))
        self.assertEqual(account["outgoing"]["port"], 25)
        self.assertEqual((profile["outbox"]["count"], profile["outbox"]["complete"]), (7, False))
        self.assertEqual(profile["path"], str(self.home / EXPRESS))

    def test_prints_no_password(self):
        self.assertNotIn("5ec7e7", str(self.answer).lower().replace(",", ""))

    def test_writes_nothing(self):
        self.assertEqual(sum(1 for path in self.home.rglob("*") if path.is_file()), 4)


if __name__ == "__main__":
    suite.main()
