"""Sylpheed and Claws Mail for real: what they write themselves is read right, and what is set stays set."""

import pathlib
import shutil
import tempfile
import unittest

from rigs import cli, mh_mail, suite

# POP3: with IMAP both ask for the password and go to the server as soon as they start.
ACCOUNT = {"account_name": "home", "is_default": 1, "name": "Taro", "address": "taro@example.ne.jp", "protocol": 0,
           "receive_server": "pop.example.ne.jp", "smtp_server": "smtp.example.ne.jp", "user_id": "taro", "ssl_pop": 1,
           "ssl_smtp": 2, "set_smtpport": 1, "smtp_port": 587, "use_smtp_auth": 1}


@suite.needs("sylpheed", "claws-mail", "Xvfb", "xdotool", root=False)
class WhatTheProgramsWrite(unittest.TestCase):
    def program(self, name, **common):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="todoku-mh-"))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        program = mh_mail.Program(name, folder)
        self.addCleanup(program.close)
        # Claws Mail asks before every message if its spell checker has no words, and at its end if one waits.
        program.make_profile(ACCOUNT, {"enable_aspell": 0, "warn_queued_on_exit": 0} | common)
        return program

    def read(self, program):
        answer = cli.Todoku(home=program.home)("mailapps")
        self.assertEqual(answer.exit, 0, answer)
        app = next(one for one in answer.json["apps"] if one["id"] == program.name)
        profile = app["profiles"][0]
        self.assertEqual(profile["unreadable"], [], answer)
        return app, profile

    def check_queue(self, name):
        program = self.program(name)
        with program:
            first = program.send_later("Photos", "hanako@example.org")
            second = program.send_later("More", "jiro@example.org")
            app, profile = self.read(program)
            self.assertTrue(app["running"] and profile["running"], app)
        app, profile = self.read(program)
        self.assertEqual(profile["path"], str(program.settings))
        self.assertEqual(profile["outbox"]["count"], 2, profile)
        self.assertEqual(profile["outbox"]["paths"], [str(program.queue)])
        messages = [path.read_bytes() for path in (first, second)]
        # The message begins with its own first header, behind the program's notes.
        self.assertEqual(profile["outbox"]["bytes"], sum(len(text) - text.index(b"\nDate: ") - 1 for text in messages), messages)
        self.assertTrue(profile["outbox"]["oldest"], profile)
        self.assertEqual((profile["timeout_s"], profile["timeout_is_default"], profile["offline"]), (60, True, False), profile)
        account = profile["accounts"][0]
        self.assertEqual((account["incoming"]["protocol"], account["incoming"]["port"], account["incoming"]["security"]),
                         ("pop3", 995, "tls"), account)
        self.assertEqual((account["outgoing"]["port"], account["outgoing"]["security"], account["outgoing"]["user"]),
                         (587, "starttls", "taro"), account)

    def test_sylpheeds_queue_is_read(self):
        self.check_queue("sylpheed")

    def test_claws_mails_queue_is_read(self):
        self.check_queue("claws-mail")

    def test_a_waiting_time_that_was_set_stays(self):
        for name in ("sylpheed", "claws-mail"):
            with self.subTest(name):
                program = self.program(name, io_timeout_secs=300)
                with program:
                    pass
                self.assertIn("\nio_timeout_secs=300\n", program.rc.read_text())
                self.assertEqual(self.read(program)[1]["timeout_s"], 300)

    def test_offline_is_seen_after_the_end(self):
        program = self.program("claws-mail")
        with program:
            program.command("--offline")
        self.assertTrue(self.read(program)[1]["offline"])
        sylpheed = self.program("sylpheed", startup_online_mode=2, online_mode=0)
        with sylpheed:
            pass
        self.assertTrue(self.read(sylpheed)[1]["offline"])


if __name__ == "__main__":
    suite.main()
