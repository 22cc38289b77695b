"""todoku.exe as a person meets it: the story it was made for, from the first screen to the last, by keyboard, on a screen of its own,
against a real Dovecot and a real Postfix whose scan takes longer than the mail program waits. A picture of every screen stays in
build/windows/pictures."""

import os
import pathlib
import shutil
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml

import windows

sys.path.insert(0, str(windows.ROOT / "tests" / "integration"))
from rigs import house, process, screen, street  # noqa: E402

PREFS = """// Mozilla User Preferences
user_pref("mail.accountmanager.accounts", "account1");
user_pref("mail.account.account1.identities", "id1");
user_pref("mail.account.account1.server", "server1");
user_pref("mail.identity.id1.useremail", "{address}");
user_pref("mail.identity.id1.smtpServer", "smtp1");
user_pref("mail.server.server1.type", "imap");
user_pref("mail.server.server1.hostname", "{imap}");
user_pref("mail.server.server1.port", 993);
user_pref("mail.server.server1.socketType", 3);
user_pref("mail.server.server1.userName", "{user}");
user_pref("mail.smtpservers", "smtp1");
user_pref("mail.smtpserver.smtp1.hostname", "{smtp}");
user_pref("mail.smtpserver.smtp1.port", 587);
user_pref("mail.smtpserver.smtp1.try_ssl", 2);
user_pref("mail.smtpserver.smtp1.username", "{user}");
user_pref("mailnews.tcptimeout", 3);
"""
WAIT = '"mailnews.tcptimeout", '


def japanese():
    found = {}
    for message in xml.parse(windows.ROOT / "translations" / "todoku_ja.ts").iter("message"):
        found[message.findtext("source")] = message.findtext("translation")
    return found


class TheStory(unittest.TestCase):
    def setUp(self):
        if os.geteuid() != 0 or not shutil.which("postfix") or not shutil.which("dovecot"):
            self.skipTest("needs root, Postfix and Dovecot")
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.screen = screen.Screen(self.folder)
        self.addCleanup(self.screen.stop)
        self.pc = self.enterContext(windows.Windows(display=self.screen.name))
        self.place = self.enterContext(street.Street(only="imap"))
        self.place.house.postfix.scan_for(6)
        profile = self.pc.user / "AppData" / "Roaming" / "Thunderbird"
        (profile / "made.default").mkdir(parents=True)
        (profile / "profiles.ini").write_text("[Profile0]\nName=default\nIsRelative=1\nPath=made.default\nDefault=1\n")
        self.prefs = profile / "made.default" / "prefs.js"
        self.prefs.write_text(PREFS.format(address=self.place.address, user=self.place.address, imap=house.HOSTS["imap"],
                                           smtp=house.HOSTS["smtp"]))
        self.pc.trust(self.place.house.authority.certificate)

    def walk(self, language, size):
        words = japanese() if language == "ja" else {}
        pictures = windows.BUILD / "pictures" / f"{language}-{size}"
        shutil.rmtree(pictures, ignore_errors=True)

        def at(title, name, seconds=60):
            title = words.get(title, title)
            try:
                process.until(lambda: any(one.endswith(title) for one in self.screen.titles()), seconds, title)
            except process.TooLate:
                self.screen.picture(pictures / f"not-{name}.png")
                raise AssertionError(f"{name}: waited for {title!r}; there is {self.screen.titles()}") from None
            self.screen.focus_on(self.screen.windows("odoku|届く")[-1])
            self.screen.settle()
            self.screen.picture(pictures / f"{name}.png")

        program = [windows.BUILD / "stage" / "todoku.exe", "--lang", language, "--text-size", size,
                   "--resolver", f"{self.place.cable.server_address}:53", "--ca", self.place.house.authority.certificate,
                   "--provider", street.write_pack(self.place.house.folder, "imap")]
        with self.pc.started(*program, at=self.place.cable.at_client):
            at("Your mail trouble: let us look into it together.", "A-1")
            self.screen.press("Return")
            at("What is your mail address?", "A-2")
            self.screen.write(self.place.address)
            self.screen.press("Return")
            at("Finished looking", "A-3", 120)
            self.screen.press("Return")
            at("What is the trouble?", "A-4")
            self.screen.press("space")  # the first card: it arrived many times
            self.screen.click_near_corner(100, 45)  # next
            at("First, let us stop the repeated sending.", "S-5")
            self.screen.click_near_corner(340 if size == "100" else 420, 45)  # it has stopped already
            at("May we send test mail to yourself?", "S-6")
            self.screen.press("Return")
            at("What is your mail password?", "R-3")
            self.screen.write(self.place.password)
            self.screen.press("Return")
            at("The password is right.", "R-3-right", 120)
            self.screen.press("Return")
            at("May we send test mail to yourself?", "S-6-again")
            self.screen.press("Return")
            at("Here is the cause.", "S-6-measured", 240)
            self.screen.press("Return")
            at("Let your mail program wait longer.", "S-7")
            self.screen.press("Return")
            at("May this be changed?", "S-9")
            self.assertIn(WAIT + "3);", self.prefs.read_text())  # nothing is changed before a yes
            self.screen.press("Return")
            at("It has been changed.", "S-9-changed")
            self.assertIn(WAIT, self.prefs.read_text())
            self.assertNotIn(WAIT + "3);", self.prefs.read_text())
            self.screen.press("Return")
            at("Is it all right now?", "Z-2")
        copies = [path for path in self.pc.local.glob("[Tt]odoku/**/*") if path.is_file() and b"mailnews.tcptimeout" in path.read_bytes()]
        self.assertTrue(copies, "the copy of what was changed")
        password = self.place.password.encode()
        for file in (self.pc.user).rglob("*"):
            if file.is_file() and not file.is_symlink():
                self.assertNotIn(password, file.read_bytes(), file)

    def test_in_japanese(self):
        self.walk("ja", "100")

    def test_in_english_and_large(self):
        self.walk("en", "200")


if __name__ == "__main__":
    windows.main()
