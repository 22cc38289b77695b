"""What a customer suffers, with real programs, and its cure.

A real Thunderbird that waits a few seconds, a real Postfix whose virus scanner takes longer: every attempt is
given up by the one and delivered by the other. todoku-cli has to find it, name the cause and raise the waiting
time; then one attempt is one delivery. Everything on loopback, in folders made for this test.
"""

import pathlib
import shutil
import tempfile
import time
import unittest

from rigs import cli, house, process, suite, thunderbird

PATIENCE, SCAN = 4, 9  # seconds: the program gives up long before the scanner is done
REMEDY, KEY = "thunderbird.raise-timeout", "mailnews.tcptimeout"
NET_TIMEOUT = 0x804B000E


def said(seconds):
    """The line of prefs.js."""
    return f'user_pref("{KEY}", {seconds});'.encode()


def tell(*words):
    print(time.strftime("%H:%M:%S"), "|", *words, flush=True)


@suite.needs("postfix", "dovecot", "openssl", "thunderbird")
class ACustomersDuplicates(unittest.TestCase):
    def setUp(self):
        self.house = self.enterContext(house.House())
        self.house.postfix.scan_for(SCAN)
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="todoku-customer-"))
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.program = thunderbird.Thunderbird(self.home)
        self.prefs = self.program.profile / "prefs.js"
        self.case = self.home / "case.json"
        self.program.create_profile()
        ports = self.house.ports
        self.todoku = cli.Todoku(
            "--ca", str(self.house.authority.certificate), "--journal", str(self.home / "journal"),
            *(word for host, port in ((house.HOSTS["imap"], ports["imaps"]), (house.HOSTS["smtp"], ports["submission"]))
              for word in ("--route", f"{host}:{port}=127.0.0.1:{port}")), home=self.home)
        self.asking = cli.Todoku(*self.todoku.options, home=self.home, password=self.house.password)

    def make_account(self):
        self.program.make_account(
            address=self.house.address, name="Hanako", user=self.house.address, password=self.house.password,
            authority=self.house.authority.base64(), incomingHost=house.HOSTS["imap"], incomingProtocol="imap",
            incomingPort=self.house.ports["imaps"], outgoingHost=house.HOSTS["smtp"],
            outgoingPort=self.house.ports["submission"], outgoingSocketType=2,
            prefs={KEY: PATIENCE, "network.dns.localDomains": ",".join(house.HOSTS.values())})

    def test_is_proved_stopped_and_cured(self):
        with self.program:
            self.make_account()
            tell(f"Thunderbird {self.program.version()} waits {PATIENCE} s; the server's scanner takes {SCAN} s")
            message = self.program.queue("Photos of the trip", self.house.address, "Look at these!\n")
            tell(f"queued with Send Later: <{message}>")
            for attempt in (1, 2):
                self.suffer(attempt, message)
            self.finds_the_waiting_message(message)
            self.names_the_cause()
            self.refuses_while_the_program_runs()
        self.raises_the_waiting_time()
        with self.program:
            self.is_cured(message)
        self.takes_back_its_own_key_alone()
        self.does_not_undo_over_a_later_word()
        for when in self.house.postfix.deliveries()[message]:
            tell(f"server's log: delivered at {when}")

    def suffer(self, attempt, message):
        before = self.house.postfix.count(message)
        outcome = self.program.send_queued()
        tell(f"attempt {attempt}: given up after {outcome['seconds']:.1f} s, {outcome['said']!r}")
        self.assertEqual(outcome["error"], NET_TIMEOUT, outcome)
        self.assertLess(outcome["seconds"], SCAN)
        process.until(lambda: self.house.postfix.count(message) > before, SCAN + 20, "the delivery")
        self.assertEqual(self.house.postfix.count(message), before + 1, "one attempt, one copy more")
        self.assertEqual(self.house.copies(message), before + 1)
        self.assertEqual(self.program.outbox(), [message], "the message must still wait in the outbox")
        tell(f"           the server delivered it all the same: {before + 1} so far; outbox still full")

    def finds_the_waiting_message(self, message):
        answer = self.todoku("mailapps")
        self.assertEqual(answer.exit, 0, answer)
        found = next(app for app in answer.json["apps"] if app["id"] == "thunderbird")
        self.assertTrue(found["running"], answer)
        profile = next(one for one in found["profiles"] if pathlib.Path(one["path"]) == self.program.profile)
        self.assertEqual(profile["timeout_s"], PATIENCE, answer)
        self.assertEqual(profile["outbox"]["count"], 1, answer)
        account = next(one for one in profile["accounts"] if one["address"] == self.house.address)
        self.assertEqual((account["outgoing"]["host"], account["outgoing"]["port"], account["outgoing"]["security"]),
                         (house.HOSTS["smtp"], self.house.ports["submission"], "starttls"), answer)
        self.assertEqual((account["incoming"]["protocol"], account["incoming"]["port"]),
                         ("imap", self.house.ports["imaps"]), answer)
        tell(f"todoku-cli mailapps: thunderbird waits {profile['timeout_s']} s, 1 message in the outbox")

    def names_the_cause(self):
        answer = self.asking("timing", "--address", self.house.address, "--sizes", "20k", "--yes",
                             "--save-case", str(self.case))
        self.assertEqual(answer.exit, 1, answer)
        run = answer.json["runs"][0]
        self.assertGreaterEqual(run["dot_to_reply_s"], SCAN - 0.5, answer)
        self.assertLess(run["dot_to_reply_s"], SCAN + 10, answer)
        self.assertGreater(answer.json["needed_timeout_s"], SCAN, answer)
        patience = next(app for app in answer.json["apps"] if app["id"] == "thunderbird")
        self.assertTrue(patience["would_time_out"], answer)
        self.assertEqual(answer.json["verdict"], "submit.reply-slower-than-program", answer)
        self.assertIn(REMEDY, answer.json["findings"][0]["remedies"], answer)
        self.needed = answer.json["needed_timeout_s"]
        tell(f"todoku-cli timing: reply {run['dot_to_reply_s']:.1f} s after the final dot, {self.needed} s needed: "
             f"{answer.json['verdict']}")

    def remedy(self, *words):
        return self.todoku("remedy", *words, "--case", str(self.case))

    def refuses_while_the_program_runs(self):
        answer = self.remedy("apply", REMEDY, "--yes")
        self.assertEqual((answer.exit, answer.json["state"], answer.json["refusal"], answer.json["entry"]),
                         (1, "refused", "program-running", ""), answer)
        self.assertEqual(self.program.lines_of([KEY]), [said(PATIENCE).decode()])
        tell("todoku-cli remedy apply: refused, Thunderbird is open")

    def raises_the_waiting_time(self):
        before = self.prefs.read_bytes()
        preview = self.remedy("preview", REMEDY)
        change = preview.json["changes"][0]
        self.assertEqual((change["key"], change["old"]), (KEY, str(PATIENCE)), preview)
        self.assertGreaterEqual(int(change["new"]), self.needed, preview)
        self.assertEqual(self.prefs.read_bytes(), before, "a preview must not write")
        asked = self.remedy("apply", REMEDY)
        self.assertNotEqual(asked.exit, 0, "without --yes nothing may happen")
        self.assertEqual(self.prefs.read_bytes(), before)
        first = self.remedy("apply", REMEDY, "--yes")
        self.assertEqual(first.exit, 0, first)
        after = self.prefs.read_bytes()
        self.assertEqual(after, before.replace(said(PATIENCE), said(change["new"])))
        undone = self.remedy("undo", first.json["entry"])
        self.assertEqual(undone.exit, 0, undone)
        self.assertEqual(self.prefs.read_bytes(), before, "undo must restore every byte")
        tell("todoku-cli remedy apply, undo: prefs.js is byte for byte what it was")
        self.applied = self.remedy("apply", REMEDY, "--yes")
        self.assertEqual(self.applied.exit, 0, self.applied)
        self.assertEqual(self.prefs.read_bytes(), after)
        tell(f"todoku-cli remedy apply: {KEY} {change['old']} -> {change['new']}")
        self.raised = int(change["new"])

    def is_cured(self, message):
        self.assertEqual(self.program.pref(KEY), self.raised)
        before = self.house.postfix.count(message)
        outcome = self.program.send_queued()
        self.assertEqual((outcome["error"], outcome["sent"]), (0, 1), outcome)
        process.until(lambda: self.house.postfix.count(message) > before, 20, "the delivery")
        self.assertEqual(self.house.postfix.count(message), before + 1, "one attempt, one delivery")
        self.assertEqual(self.program.outbox(), [])
        tell(f"attempt 3: sent in {outcome['seconds']:.1f} s; one delivery; outbox empty")

    def takes_back_its_own_key_alone(self):
        rewritten = self.prefs.read_bytes()
        answer = self.remedy("undo", self.applied.json["entry"])
        self.assertEqual((answer.exit, answer.json["state"]), (0, "undone"), answer)
        self.assertEqual(self.prefs.read_bytes(), rewritten.replace(said(self.raised), said(PATIENCE)))
        tell("todoku-cli remedy undo: its own line alone, though Thunderbird wrote its settings anew since")

    def does_not_undo_over_a_later_word(self):
        applied = self.remedy("apply", REMEDY, "--yes")
        self.assertEqual(applied.exit, 0, applied)
        own = self.prefs.read_bytes().replace(said(self.raised), said(77))
        self.prefs.write_bytes(own)
        answer = self.remedy("undo", applied.json["entry"])
        self.assertNotEqual(answer.exit, 0, answer)
        self.assertIn("changed-meanwhile", answer.text + answer.errors, answer)
        self.assertEqual(self.prefs.read_bytes(), own)
        again = self.todoku("mailapps")
        profile = next(one for app in again.json["apps"] if app["id"] == "thunderbird" for one in app["profiles"])
        self.assertEqual((profile["timeout_s"], profile["outbox"]["count"]), (77, 0), again)
        tell("todoku-cli remedy undo: refused, the person changed that setting since; nothing overwritten")


if __name__ == "__main__":
    suite.main()
