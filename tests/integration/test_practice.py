"""The practice provider through the command line: healthy is healthy, and a fault that is put in is the one found."""

import time
import unittest

from rigs import cli, suite

ADDRESS = "hanako@practice.example"
FAULTS = ("silent-smtp", "certificate-expired", "wrong-password")  # every other one has a scenario
SLOW = ("drip", "endless-greeting")  # their point is that they never end: only the bounds end them


class ThePracticeProvider(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.faults = cli.Todoku()("practice", "--list").json["faults"]

    def check(self, *options, scale="0.3"):
        return self.todoku("check", "--address", ADDRESS, "--timeout-scale", scale, *options)

    def setUp(self):
        self.todoku = cli.Todoku(password=self.password())

    @classmethod
    def password(cls):
        """Printed by `practice` when it starts; it opens nothing else."""
        if not hasattr(cls, "_password"):
            cls._password = cli.Todoku()("practice").json["password"]  # stdin is empty: it ends at once
        return cls._password

    def test_is_healthy(self):
        answer = self.check("--practice", scale="1")
        self.assertEqual((answer.exit, answer.json and answer.json["verdict"]), (0, "healthy"), answer)
        serious = [finding for finding in answer.json["findings"] if finding["severity"] != "note"]
        self.assertEqual(serious, [], answer)

    def test_knows_more_than_twenty_faults(self):
        self.assertGreater(len(self.faults), 20)

    def test_makes_the_fault_that_is_found(self):
        promised = {fault["id"]: fault["finding"] for fault in self.faults}
        for fault in FAULTS:
            with self.subTest(fault):
                answer = self.check("--practice", fault)
                self.assertEqual((answer.exit, answer.json and answer.json["verdict"]), (1, promised[fault]), answer)

    def test_is_slower_than_mail_programs_wait(self):
        answer = self.todoku("timing", "--address", ADDRESS, "--practice", "slow-scan", "--scan-seconds", "3",
                             "--sizes", "1m", "--yes")
        run = answer.json["runs"][0]
        self.assertGreaterEqual(run["dot_to_reply_s"], 2.5, answer)
        self.assertGreater(answer.json["needed_timeout_s"], 2, answer)

    def test_refuses_a_fault_that_it_does_not_know(self):
        answer = self.check("--practice", "no-such-fault")
        self.assertEqual(answer.exit, 2, answer)
        self.assertIn("no-such-fault", answer.errors)

    def test_does_not_hang_on_what_never_ends(self):
        for fault in SLOW:
            with self.subTest(fault):
                began = time.monotonic()
                self.check("--practice", fault, scale="0.1")
                self.assertLess(time.monotonic() - began, 60)


if __name__ == "__main__":
    suite.main()
