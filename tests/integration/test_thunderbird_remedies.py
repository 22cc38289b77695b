"""Every change that Todoku makes to Thunderbird, proved with the real program at real servers.

The program starts with it, keeps it, says so itself, and works with it. While it is open nothing is changed;
when it is opened in the middle of a change, Todoku notices.
"""

import os
import signal
import subprocess
import unittest

from rigs import customer, house, process, suite, thunderbird

TYPO = "pop.todouk.test"
PLAIN, STARTTLS, TLS = 0, 2, 3
SECURITY = {PLAIN: "plain", STARTTLS: "starttls", TLS: "tls"}


@suite.needs("postfix", "dovecot", "openssl", "thunderbird")
class Rig(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.house = cls.enterClassContext(house.House())

    def customer(self, **program):
        return customer.Customer(self, self.house, **program)

    def one_is_sent(self, program):
        sending = program.send_queued()
        self.assertEqual((sending["sent"], sending["error"]), (1, 0),
                         f"{sending}\n{self.house.postfix.log()[-3000:]}\n{program.log()[-3000:]}")


class ProfilesOfTheRealProgram(Rig):
    def is_seen_as_the_program_says(self, seen, said):
        incoming, outgoing = seen["incoming"], seen["outgoing"]
        self.assertEqual((seen["address"], incoming["protocol"], incoming["host"], incoming["port"],
                          incoming["security"], incoming["user"]),
                         (said["address"], said["protocol"], said["host"], said["port"],
                          SECURITY[said["socketType"]], said["user"]))
        self.assertEqual((outgoing["host"], outgoing["port"], outgoing["security"], outgoing["user"]),
                         (said["out"]["host"], said["out"]["port"], SECURITY[said["out"]["socketType"]],
                          said["out"]["user"]))
        if said["protocol"] == "pop3":
            self.assertEqual(seen["leave_on_server"], said["leave"])

    def test_two_accounts_and_folders_with_japanese_names(self):
        hanako = self.customer()
        with hanako.program as program:
            keys = [hanako.make_account(incomingSettings={"leaveMessagesOnServer": True}),
                    hanako.make_account("imap", address=f"taro@{house.DOMAIN}", user="taro", password="another-word")]
            program.make_folder("届いた手紙")
            program.make_folder("仕事/2026 年")
            said = [program.account(key) for key in keys]
            message = program.queue("また来てください", self.house.address, "こんにちは。\n")
            version = program.version()
            app, profile = hanako.profile_seen()
            self.assertTrue(app["running"])
        app, profile = hanako.profile_seen()
        self.assertFalse(app["running"])
        self.assertEqual(app["version"], version)
        self.assertEqual(len(profile["accounts"]), 2, profile)
        for seen, one in zip(sorted(profile["accounts"], key=lambda a: a["address"]),
                             sorted(said, key=lambda a: a["address"])):
            self.is_seen_as_the_program_says(seen, one)
        self.assertEqual((profile["timeout_s"], profile["offline"], profile["outbox"]["count"]), (100, False, 1))
        self.assertIn(f"<{message}>".encode(), self.outbox(hanako).read_bytes())

    @staticmethod
    def outbox(hanako):
        return hanako.program.profile / "Mail" / "Local Folders" / "Unsent Messages"

    def test_two_profiles_and_mail_as_single_files(self):
        hanako = self.customer()
        with hanako.program:
            hanako.make_account("imap")
        maildir = thunderbird.Thunderbird(hanako.home, "second", {
            "mail.serverDefaultStoreContractID": "@mozilla.org/msgstore/maildirstore;1"})
        maildir.create_profile()
        hanako.program, first = maildir, hanako.program
        with maildir as program:
            key = hanako.make_account("pop3")
            said = program.account(key)
            program.queue("one", self.house.address, "1\n")
            program.queue("two", self.house.address, "2\n")
            self.assertTrue(self.outbox(hanako).is_dir(), "the real program keeps a folder here")
            app, profile = hanako.profile_seen()
            self.assertTrue(profile["running"] if "running" in profile else app["running"])
        app, profile = hanako.profile_seen()
        self.assertEqual({one["path"] for one in app["profiles"]}, {str(first.profile), str(maildir.profile)})
        self.assertEqual(len(profile["accounts"]), 1)
        self.is_seen_as_the_program_says(profile["accounts"][0], said)
        self.assertEqual(profile["outbox"]["count"], 2, profile)


class AChange(Rig):
    """Each is refused while the program is open, made when it is closed, kept by it, and lived with."""

    def is_refused_while_open(self, hanako, remedy):
        keys = [change["key"] for change in hanako.remedy("preview", remedy).json["changes"]]
        self.assertTrue(keys)
        before = hanako.program.lines_of(keys)
        answer = hanako.remedy("apply", remedy, "--yes")
        self.assertEqual((answer.exit, answer.json["state"], answer.json["refusal"], answer.json["entry"]),
                         (1, "refused", "program-running", ""), answer)
        self.assertEqual(hanako.program.lines_of(keys), before)

    def is_made(self, hanako, remedy, wanted):
        """`wanted`: what shall stand in prefs.js, and nothing else may have moved."""
        before = hanako.prefs.read_text().splitlines()
        preview = hanako.remedy("preview", remedy)
        self.assertEqual({change["key"]: change["new"] for change in preview.json["changes"]}, wanted, preview)
        self.assertIn(remedy, [one["id"] for one in hanako.remedy("list").json["remedies"]])
        answer = hanako.remedy("apply", remedy, "--yes")
        self.assertEqual((answer.exit, answer.json["state"]), (0, "done"), answer)
        self.assertEqual(hanako.remedy("verify", remedy).exit, 0)
        moved = set(hanako.prefs.read_text().splitlines()) ^ set(before)
        for line in moved:
            self.assertTrue(any(f'"{key}"' in line for key in wanted), line)
        return answer.json["entry"]

    def is_kept(self, hanako, wanted):
        """The program's own word for it, while it runs."""
        for key, value in wanted.items():
            said = hanako.program.pref(key)
            self.assertEqual(str(said).lower() if isinstance(said, bool) else str(said), value, key)

    def stays_after_the_end(self, hanako, wanted):
        self.assertFalse(hanako.program.running())
        text = hanako.prefs.read_text()
        for key, value in wanted.items():
            shown = value if value.lstrip("-").isdigit() or value in ("true", "false") else f'"{value}"'
            self.assertIn(f'user_pref("{key}", {shown});', text)

    def test_of_the_end_of_copies_in_the_mailbox(self):
        hanako, remedy = self.customer(), "thunderbird.leave-on-server"
        with hanako.program as program:
            key = hanako.make_account(incomingSettings={"leaveMessagesOnServer": True})
            self.assertFalse(program.account(key)["expire"])
            customer.deliver(self.house, "left-1")
            self.assertEqual(program.fetch(key), 0)
            hanako.look()
            self.is_refused_while_open(hanako, remedy)
        found = hanako.look()
        self.assertIn(remedy, found.finding("app.leave-on-server")["remedies"], found)
        server = "mail.server.server2."
        wanted = {server + "num_days_to_leave_on_server": "14", server + "delete_by_age_from_server": "true"}
        self.is_made(hanako, remedy, wanted)
        with hanako.program as program:
            self.is_kept(hanako, wanted)
            said = program.account(key)
            self.assertEqual((said["leave"], said["expire"], said["days"]), (True, True, 14))
            customer.deliver(self.house, "left-2")
            self.assertEqual(program.fetch(key), 0)
            self.assertLessEqual({"left-1", "left-2"}, set(program.subjects(key, "Inbox")))
            self.assertEqual([self.house.copies(f"{one}@example.com") for one in ("left-1", "left-2")], [1, 1],
                             "young copies stay for the phone")
        self.stays_after_the_end(hanako, wanted)
        self.assertNotIn("app.leave-on-server", hanako.look().findings())

    def test_of_the_servers(self):
        hanako, remedy = self.customer(), "thunderbird.servers-as-pack"
        ports = self.house.ports
        shut = process.free_port()
        user = self.house.address.replace("@", "%40")
        with hanako.program as program:
            key = hanako.make_account(
                incomingHost=TYPO, incomingPort=shut, incomingSocketType=PLAIN, outgoingPort=shut,
                outgoingSocketType=PLAIN, outgoingAuthMethod=1, alsoAnsweredFor=[house.HOSTS["pop"]],
                prefs={"mail.identity.id1.fcc": True,
                       "mail.identity.id1.fcc_folder": f"mailbox://{user}@{TYPO}/Sent"})
            self.assertEqual((program.account(key)["host"], program.account(key)["socketType"]), (TYPO, PLAIN))
            hanako.look()
            self.is_refused_while_open(hanako, remedy)
        found = hanako.look()
        for finding in ("app.wrong-host", "app.wrong-port", "app.auth-off"):
            self.assertIn(remedy, found.finding(finding)["remedies"], found)
        wanted = {"mail.server.server2.hostname": house.HOSTS["pop"], "mail.server.server2.port": str(ports["pop3s"]),
                  "mail.server.server2.socketType": "3",
                  "mail.identity.id1.fcc_folder": f"mailbox://{user}@{house.HOSTS['pop']}/Sent",
                  "mail.smtpserver.smtp1.port": str(ports["submission"]), "mail.smtpserver.smtp1.try_ssl": "2",
                  "mail.smtpserver.smtp1.authMethod": "3"}
        spam = "mail.server.server2.spamActionTargetAccount"
        if f'"{spam}"' in hanako.prefs.read_text():
            wanted[spam] = f"mailbox://{user}@{house.HOSTS['pop']}"
        entry = self.is_made(hanako, remedy, wanted)
        changed = hanako.prefs.read_bytes()
        self.assertEqual(hanako.remedy("undo", entry).exit, 0)
        self.assertIn(TYPO.encode(), hanako.prefs.read_bytes())
        self.is_made(hanako, remedy, wanted)
        self.assertEqual(hanako.prefs.read_bytes(), changed)
        with hanako.program as program:
            self.is_kept(hanako, wanted)
            customer.deliver(self.house, "servers-1")
            self.assertEqual(program.fetch(key), 0)
            self.assertIn("servers-1", program.subjects(key, "Inbox"))
            message = program.queue("Sent as the pack says", self.house.address, "Hello.\n")
            outcome = program.send_queued()
            self.assertEqual((outcome["error"], outcome["sent"]), (0, 1), outcome)
            process.until(lambda: self.house.postfix.count(message), 20, "the delivery")
            self.assertIn("Sent as the pack says", program.subjects(key, "Sent"))
        self.stays_after_the_end(hanako, wanted)
        self.assertNotIn("app.wrong-host", hanako.look().findings())

    def test_of_the_offline_state(self):
        hanako, remedy = self.customer(), "thunderbird.go-online"
        with hanako.program as program:
            key = hanako.make_account("imap")
            program.set("offline.startup_state", 3)
        with hanako.program as program:
            self.assertFalse(program.online())
            hanako.look()
            self.is_refused_while_open(hanako, remedy)
        hanako.look()
        wanted = {"offline.startup_state": "2"}
        if b'"network.online", false' in hanako.prefs.read_bytes():
            wanted["network.online"] = "true"
        self.is_made(hanako, remedy, wanted)
        with hanako.program as program:
            self.assertTrue(program.online())
            customer.deliver(self.house, "online-1")
            self.assertEqual(program.fetch(key), 0)
            process.until(lambda: "online-1" in program.subjects(key, "Inbox"), 20, "the mail")

    def test_of_the_waiting_time(self):
        hanako, remedy = self.customer(), "thunderbird.raise-timeout"
        with hanako.program:
            key = hanako.make_account("imap")
            hanako.look()
            self.is_refused_while_open(hanako, remedy)
        wanted = {"mailnews.tcptimeout": "600"}
        self.is_made(hanako, remedy, wanted)
        with hanako.program as program:
            self.is_kept(hanako, wanted)
            self.assertEqual(program.fetch(key), 0)
            message = program.queue("Patience", self.house.address, "Hello.\n")
            self.one_is_sent(program)
            process.until(lambda: self.house.postfix.count(message), 20, "the delivery")
        self.stays_after_the_end(hanako, wanted)

    def test_of_the_outbox(self):
        hanako, remedy = self.customer(), "thunderbird.set-outbox-aside"
        with hanako.program as program:
            hanako.make_account("imap")
            messages = {program.queue(subject, self.house.address, "Hello.\n") for subject in ("Photos", "写真")}
            hanako.look()
            self.is_refused_while_open(hanako, remedy)
            self.assertEqual(set(program.outbox()), messages)
        hanako.look()
        answer = hanako.remedy("apply", remedy, "--yes")
        self.assertEqual(answer.exit, 0, answer)
        with hanako.program as program:
            self.assertEqual(program.outbox(), [])
            message = program.queue("A new one", self.house.address, "Hello.\n")
            self.one_is_sent(program)
            process.until(lambda: self.house.postfix.count(message), 20, "the delivery")
        self.assertEqual(self.house.postfix.count(next(iter(messages))), 0, "what was set aside is not sent")
        saved = [path.read_text(errors="replace") for path in hanako.home.rglob("*.eml")]
        for one in messages:
            self.assertEqual(sum(f"Message-ID: <{one}>" in text for text in saved), 1, saved)
        # The program has written its outbox since: what comes back stands beside it.
        back = hanako.remedy("undo", answer.json["entry"])
        self.assertEqual((back.exit, back.json["state"]), (0, "undone"), back)
        beside = os.path.basename(back.json["detail"])
        with hanako.program as program:
            process.until(lambda: set(program.local_messages().get(beside, [])) == messages, 20, beside)
            self.assertEqual(program.outbox(), [])


class AProgramThatStarts(Rig):
    """In the middle of a change. Either nothing was changed, or it is kept, or Todoku says what happened."""

    REMEDY, KEY = "thunderbird.raise-timeout", "mailnews.tcptimeout"

    def caught(self, hanako):
        """The change, stopped where its new file stands beside the old one; None if it was too quick."""
        command = hanako.todoku("remedy", "list").command
        start = [command[0], "remedy", "apply", self.REMEDY, "--yes", *command[3:], "--case", str(hanako.case)]
        change = subprocess.Popen(start, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                  env={"HOME": str(hanako.home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"})
        while change.poll() is None:
            if any(".todoku-" in name for name in os.listdir(hanako.program.profile)):
                change.send_signal(signal.SIGSTOP)
                return change
        change.communicate()
        return None

    def test_is_noticed(self):
        hanako = self.customer()
        with hanako.program:
            hanako.make_account("imap")
            hanako.look()
        for attempt in range(50):
            before = hanako.prefs.read_bytes()
            change = self.caught(hanako)
            if change:
                break
            self.assertEqual(hanako.remedy("undo", self.REMEDY).exit, 0)
        self.assertIsNotNone(change, "never caught in the middle")
        try:
            with hanako.program as program:
                change.send_signal(signal.SIGCONT)
                output, errors = change.communicate(timeout=60)
                # Either its lock was seen first, or what it had written on its way, or it came when all was done.
                unchanged = "program-running" in output or "changed-meanwhile" in output
                self.assertTrue(unchanged or "program-started" in output, output + errors)
                if unchanged:
                    self.assertNotIn(b'"mailnews.tcptimeout"', before)
                    self.assertIsNone(program.pref(self.KEY) if program.pref(self.KEY) != 100 else None)
        finally:
            change.kill()
            change.wait()
        self.assertEqual([name for name in os.listdir(hanako.program.profile) if "todoku" in name], [])

    def test_at_every_stage_loses_nothing(self):
        hanako = self.customer()
        with hanako.program:
            hanako.make_account("imap")
            hanako.look()
        lock = hanako.program.profile / "lock"
        stages = {"at once": lambda: True, "its lock is there": lock.is_symlink,
                  "it can be driven": lambda: process.answers("127.0.0.1", hanako.program._port)}
        for stage, reached in stages.items():
            with self.subTest(stage):
                hanako.program.begin()
                process.until(reached, 60, stage)
                answer = hanako.remedy("apply", self.REMEDY, "--yes")
                hanako.program.wait()
                kept = hanako.program.pref(self.KEY) == 600
                outcome = (answer.json["state"], answer.json["refusal"], answer.json["detail"])
                if outcome == ("done", "none", ""):
                    self.assertTrue(kept, answer)
                elif outcome[0] != "done":
                    # Its lock was seen, or what it had written on its way.
                    self.assertIn(outcome[1], ("program-running", "changed-meanwhile"), answer)
                    self.assertFalse(kept, answer)
                hanako.program.clear(self.KEY)
                hanako.program.stop()


if __name__ == "__main__":
    suite.main()
