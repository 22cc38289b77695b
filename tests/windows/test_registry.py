"""The registry of Windows, read in process: the same as out of an export; and one value of it changed and taken back."""

import json
import unittest

import windows

OUTLOOK = r"HKEY_CURRENT_USER\Software\Microsoft\Office\16.0\Outlook"
OLD = r"HKEY_CURRENT_USER\Software\Microsoft\Windows NT\CurrentVersion\Windows Messaging Subsystem\Profiles"
ACCOUNTS = r"9375CFF0413111d3B88A00104B2A6676"
EXPRESS = r"HKEY_CURRENT_USER\Software\Microsoft\Internet Account Manager"
LIST = "{ED475418-B0D6-11D2-8C3B-00104B2A6676}"
CANARY = "a password that nobody may read"


def wide(text):
    """As Outlook up to 2010 writes its strings: UTF-16 as a binary value."""
    return list((text + "\0").encode("utf-16-le"))


def outlook(write):
    return {"clsid": "{ED475411-B0D6-11D2-8C3B-00104B2A6676}", "Account Name": write("花子"), "Email": write("hanako@example.ne.jp"),
            "POP3 Server": write("pop.example.ne.jp"), "POP3 User": write("hanako"), "POP3 Port": 995, "POP3 Use SSL": 1,
            "POP3 Password": wide(CANARY), "SMTP Server": write("smtp.example.ne.jp"), "SMTP Port": 587,
            "SMTP Secure Connection": 3, "SMTP Use Auth": 1, "Leave on Server": 0xe0003}


KEYS = {
    OUTLOOK: {"DefaultProfile": "Outlook"},
    rf"{OUTLOOK}\Profiles\Outlook\{ACCOUNTS}": {LIST: [1, 0, 0, 0]},
    rf"{OUTLOOK}\Profiles\Outlook\{ACCOUNTS}\00000001": outlook(str),
    rf"{OLD}\昔\{ACCOUNTS}": {LIST: [1, 0, 0, 0]},
    rf"{OLD}\昔\{ACCOUNTS}\00000001": outlook(wide),
    EXPRESS: {"Default Mail Account": "00000001"},
    rf"{EXPRESS}\Accounts\00000001": {
        "Account Name": "pop.example.ne.jp", "POP3 Server": "pop.example.ne.jp", "POP3 User Name": "hanako", "POP3 Timeout": 60,
        "SMTP Server": "smtp.example.ne.jp", "SMTP Timeout": 60, "SMTP Email Address": "hanako@example.ne.jp"},
    r"HKEY_CURRENT_USER\Software\Microsoft\Windows Live Mail": {"Store Root": r"%LOCALAPPDATA%\Microsoft\Windows Live Mail"},
}
ACCOUNT = ('<?xml version="1.0" encoding="utf-16"?>\r\n<MessageAccount>\r\n<Account_Name type="SZ">a</Account_Name>\r\n'
           '<POP3_Server type="SZ">pop.example.ne.jp</POP3_Server>\r\n<POP3_Port type="DWORD">000003e3</POP3_Port>\r\n'
           '<SMTP_Server type="SZ">smtp.example.ne.jp</SMTP_Server>\r\n'
           '<SMTP_Email_Address type="SZ">hanako@example.ne.jp</SMTP_Email_Address>\r\n</MessageAccount>\r\n')


def exported(keys):
    def value(content):
        if isinstance(content, int):
            return f"dword:{content:08x}"
        if isinstance(content, list):
            return "hex:" + ",".join(f"{byte:02x}" for byte in content)
        return '"' + content.replace("\\", "\\\\") + '"'

    lines = ["Windows Registry Editor Version 5.00", ""]
    for key, values in keys.items():
        lines += [f"[{key}]", *(f'"{name}"={value(content)}' for name, content in values.items()), ""]
    return b"\xff\xfe" + "\r\n".join(lines).encode("utf-16-le")


class TheRegistry(unittest.TestCase):
    def setUp(self):
        self.windows = self.enterContext(windows.Windows())
        self.export = self.windows.prefix / "drive_c" / "export.reg"
        self.export.write_bytes(exported(KEYS))
        account = self.windows.local / "Microsoft" / "Windows Live Mail" / "a" / "account{1}.oeaccount"
        account.parent.mkdir(parents=True)
        account.write_bytes(b"\xff\xfe" + ACCOUNT.encode("utf-16-le"))
        done = self.windows.run("regedit", "/S", r"C:\export.reg")
        self.assertEqual(done.returncode, 0, done.stderr)

    def todoku(self, *words):
        done = self.windows.run(windows.BUILD / "bin" / "todoku-cli.exe", *words, "--json")
        self.assertNotIn(CANARY, done.stdout)
        try:
            return done.returncode, json.loads(done.stdout)
        except json.JSONDecodeError:
            self.fail(done.stdout + done.stderr)

    def test_is_read_as_its_export_is(self):
        own = self.todoku("mailapps")
        other = self.todoku("mailapps", "--registry", r"C:\export.reg")
        self.assertEqual(own, other)
        apps = {app["id"]: app for app in own[1]["apps"]}
        self.assertEqual(set(apps), {"outlook", "outlook-express", "windows-live-mail"})
        self.assertEqual(len(apps["outlook"]["profiles"]), 2)
        for app in apps.values():
            for profile in app["profiles"]:
                self.assertEqual([one["address"] for one in profile["accounts"]], ["hanako@example.ne.jp"], app["id"])
                self.assertEqual(profile["accounts"][0]["outgoing"]["host"], "smtp.example.ne.jp")
        self.assertEqual(apps["outlook"]["profiles"][0]["accounts"][0]["incoming"]["port"], 995)

    def test_is_changed_in_one_value_and_put_back(self):
        before = self.windows.registry()
        journal = ["--journal", r"C:\journal"]
        code, done = self.todoku("remedy", "apply", "outlook-express.raise-timeout", "--yes", *journal)
        self.assertEqual((code, done["state"]), (0, "done"), done)
        self.assertEqual({change["key"]: change["new"] for change in done["changes"]},
                         {"POP3 Timeout": "300", "SMTP Timeout": "300"})
        profile = next(app for app in self.todoku("mailapps")[1]["apps"] if app["id"] == "outlook-express")["profiles"][0]
        self.assertEqual(profile["timeout_s"], 300)
        code, back = self.todoku("remedy", "undo", done["entry"], *journal)
        self.assertEqual((code, back["state"]), (0, "undone"), back)
        self.assertEqual(self.windows.registry(), before)


if __name__ == "__main__":
    windows.main()
