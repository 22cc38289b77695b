"""todoku-cli remedy for programs that are not installed here: files as those programs write them, a made-up home.

Whether the program runs is asked of the list of processes: a process of that name stands for it.
"""

import contextlib
import pathlib
import shutil
import tempfile
import unittest

from rigs import cli, process, suite

ACCOUNT = """[Account: 1]
account_name=Hanako
address=hanako@example.ne.jp
protocol=0
receive_server=pop.example.ne.jp
smtp_server=smtp.example.ne.jp
user_id=hanako
"""
FOLDERS = """<?xml version="1.0"?>
<folderlist><folder type="mh" name="Mail" path="Mail"><folderitem type="queue" path="queue"/></folder></folderlist>
"""
QUEUED = b"S:<hanako@example.ne.jp>\nR:<taro@example.com>\n\nSubject: hi\nDate: Sat, 28 Nov 2026 10:00:00 +0900\n\nhi\n"
LIVE_MAIL = """<?xml version="1.0" encoding="utf-16" ?>\r
<MessageAccount>\r
  <Account_Name type="SZ">届く</Account_Name>\r
  <POP3_Server type="SZ">pop.example.ne.jp</POP3_Server>\r
  <POP3_User_Name type="SZ">hanako</POP3_User_Name>\r
  <SMTP_Server type="SZ">smtp.example.ne.jp</SMTP_Server>\r
  <SMTP_Email_Address type="SZ">hanako@example.ne.jp</SMTP_Email_Address>\r
  <SMTP_Timeout type="DWORD">0000003c</SMTP_Timeout>\r
</MessageAccount>\r
"""
BECKY = "[Account]\r\nName=届く\r\nMailAddress=hanako@example.ne.jp\r\nMailServer=pop.example.ne.jp\r\n" \
        "SMTPServer=smtp.example.ne.jp\r\nUserID=hanako\r\n"
PROGRAMS = {"sylpheed": (".sylpheed-2.0", "sylpheedrc"), "claws-mail": (".claws-mail", "clawsrc")}


class ARemedy(unittest.TestCase):
    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="todoku-remedy-"))
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.todoku = cli.Todoku("--journal", str(self.home / "journal"), home=self.home)

    def install(self, program):
        folder, name = PROGRAMS[program]
        (self.home / folder).mkdir()
        settings = self.home / folder / name
        settings.write_text("[Common]\nfoo=1\nio_timeout_secs=60\nbar=届く\n")
        (self.home / folder / "accountrc").write_text(ACCOUNT)
        (self.home / folder / "folderlist.xml").write_text(FOLDERS)
        queue = self.home / "Mail" / "queue"
        queue.mkdir(parents=True, exist_ok=True)
        (queue / "1").write_bytes(QUEUED)
        (queue / "2").write_bytes(QUEUED)
        return settings, queue

    def remedy(self, *words):
        return self.todoku("remedy", *words, "--address", "hanako@example.ne.jp")

    def entries(self, where):
        return {path.name: path.read_bytes() for path in where.iterdir()}

    def test_raises_the_waiting_time_and_takes_it_back(self):
        for program in PROGRAMS:
            with self.subTest(program):
                settings, _ = self.install(program)
                before, name = settings.read_bytes(), f"{program}.raise-timeout"
                self.assertIn(name, [one["id"] for one in self.remedy("list").json["remedies"]])
                change = self.remedy("preview", name).json["changes"]
                self.assertEqual([(one["file"], one["key"], one["old"], one["new"]) for one in change],
                                 [(str(settings), "io_timeout_secs", "60", "600")])
                self.assertEqual(settings.read_bytes(), before, "a preview must not write")
                self.assertNotEqual(self.remedy("apply", name).exit, 0, "without --yes nothing may happen")
                done = self.remedy("apply", name, "--yes")
                self.assertEqual((done.exit, done.json["state"]), (0, "done"), done)
                self.assertEqual(settings.read_bytes(), before.replace(b"=60\n", b"=600\n"))
                self.assertTrue(self.remedy("verify", name).json["verified"])
                again = self.remedy("apply", name, "--yes")
                self.assertEqual((again.exit, again.json["refusal"]), (3, "not-applicable"), again)
                self.assertEqual(self.remedy("undo", done.json["entry"]).exit, 0)
                self.assertEqual(settings.read_bytes(), before)
                self.assertFalse(self.remedy("verify", done.json["entry"]).json["verified"])

    def test_shows_both_where_the_person_changed_it_since(self):
        settings, _ = self.install("sylpheed")
        done = self.remedy("apply", "sylpheed.raise-timeout", "--yes")
        own = settings.read_bytes().replace(b"=600\n", b"=900\n")
        settings.write_bytes(own)
        back = self.remedy("undo", done.json["entry"])
        self.assertEqual((back.exit, back.json["refusal"]), (1, "changed-meanwhile"), back)
        self.assertEqual([(one["key"], one["old"], one["new"], one["now"]) for one in back.json["conflict"]],
                         [("io_timeout_secs", "60", "600", "900")])
        self.assertEqual(settings.read_bytes(), own)

    def test_sets_the_queue_aside_and_brings_it_back(self):
        _, queue = self.install("sylpheed")
        before, name = self.entries(queue), "sylpheed.set-outbox-aside"
        change = self.remedy("preview", name).json["changes"]
        self.assertEqual([(one["file"], one["old"], one["new"]) for one in change], [(str(queue), "2", "0")])
        done = self.remedy("apply", name, "--yes")
        self.assertEqual(done.exit, 0, done)
        self.assertEqual(self.entries(queue), {})
        kept = [path.read_bytes() for path in (self.home / "journal").rglob("*.eml")]
        self.assertEqual(kept, [QUEUED.split(b"\n\n", 1)[1]] * 2, "each can be opened as a mail")
        self.assertEqual(self.remedy("undo", done.json["entry"]).exit, 0)
        self.assertEqual(self.entries(queue), before)

    def test_of_live_mail_keeps_the_encoding_and_every_other_byte(self):
        folder = self.home / "AppData" / "Local" / "Microsoft" / "Windows Live Mail" / "Example"
        outbox = folder.parent / "Outbox"
        for one in (folder, outbox):
            one.mkdir(parents=True)
        account = folder / "account{1}.oeaccount"
        account.write_bytes(b"\xff\xfe" + LIVE_MAIL.encode("utf-16-le"))
        (outbox / "A.eml").write_bytes(b"Subject: hi\r\n\r\nhi\r\n")
        before, waiting = account.read_bytes(), self.entries(outbox)
        listed = [one["id"] for one in self.remedy("list").json["remedies"]]
        self.assertEqual(listed, ["windows-live-mail.set-outbox-aside", "windows-live-mail.raise-timeout"])
        changes = self.remedy("preview", "windows-live-mail.raise-timeout").json["changes"]
        self.assertEqual([(one["key"], one["old"], one["new"]) for one in changes],
                         [("SMTP_Timeout", "60", "300"), ("POP3_Timeout", "", "300")])
        done = [self.remedy("apply", name, "--yes") for name in listed]
        self.assertEqual([one.exit for one in done], [0, 0], done[0])
        text = account.read_bytes().decode("utf-16")
        self.assertEqual(text, LIVE_MAIL.replace("0000003c", "0000012c").replace(
            "</MessageAccount>", '  <POP3_Timeout type="DWORD">0000012c</POP3_Timeout>\r\n</MessageAccount>'))
        self.assertEqual(self.entries(outbox), {})
        self.assertEqual([self.remedy("undo", one.json["entry"]).exit for one in done], [0, 0])
        self.assertEqual((account.read_bytes(), self.entries(outbox)), (before, waiting))

    def test_sets_aside_what_waits_in_becky(self):
        box = self.home / "Documents" / "Becky" / "hanako.mb"
        unsent = box / "!!!!Unsent"
        unsent.mkdir(parents=True)
        (box / "Mailbox.ini").write_bytes(BECKY.encode("cp932"))
        (unsent / "1.bmf").write_bytes(b"Subject: one\r\n\r\n..dot\r\n.\r\nSubject: two\r\n\r\nhi\r\n.\r\n")
        before, name = self.entries(unsent), "becky.set-outbox-aside"
        self.assertEqual([one["id"] for one in self.remedy("list").json["remedies"]], [name],
                         "the waiting time is not documented: it is not offered")
        done = self.remedy("apply", name, "--yes")
        self.assertEqual(done.exit, 0, done)
        self.assertEqual(self.entries(unsent), {"1.bmf": b""})
        kept = sorted(path.read_bytes() for path in (self.home / "journal").rglob("*.eml"))
        self.assertEqual(kept, [b"Subject: one\r\n\r\n.dot\r\n", b"Subject: two\r\n\r\nhi\r\n"])
        self.assertEqual(self.remedy("undo", done.json["entry"]).exit, 0)
        self.assertEqual(self.entries(unsent), before)

    def test_is_refused_while_the_program_runs(self):
        settings, queue = self.install("sylpheed")
        before, waiting = settings.read_bytes(), self.entries(queue)
        stand_in = self.home / "sylpheed"
        shutil.copy(shutil.which("sleep"), stand_in)
        with self.running(stand_in):
            process.until(lambda: self.todoku("mailapps").json["apps"][0]["running"], 20, "the list of processes")
            for name in ("sylpheed.raise-timeout", "sylpheed.set-outbox-aside"):
                answer = self.remedy("apply", name, "--yes")
                self.assertEqual((answer.exit, answer.json["refusal"]), (1, "program-running"), answer)
        self.assertEqual((settings.read_bytes(), self.entries(queue)), (before, waiting))
        self.assertEqual(self.remedy("apply", "sylpheed.raise-timeout", "--yes").exit, 0)

    @contextlib.contextmanager
    def running(self, program):
        server = process.Server([str(program), "600"], self.home / "output")
        try:
            yield
        finally:
            server.stop()

    def test_that_does_not_fit_says_so(self):
        self.install("sylpheed")
        rows = {"outlook.raise-timeout": 2, "thunderbird.raise-timeout": 3, "claws-mail.raise-timeout": 3,
                "windows-live-mail.servers-as-pack": 3, "becky.set-outbox-aside": 3,
                "outlook-express.raise-timeout": 3}
        for name, code in rows.items():
            with self.subTest(name):
                self.assertEqual(self.remedy("apply", name, "--yes").exit, code)


if __name__ == "__main__":
    suite.main()
