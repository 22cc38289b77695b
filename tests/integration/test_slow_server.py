"""The timing test against the real slow server, and what the wire may never show."""

import imaplib
import unittest

from rigs import cli, house, process, recorder, street, suite

SCAN = 4


class Loopback(unittest.TestCase):
    """House on free ports; the names of the pack are routed to them, certificates are checked as ever."""

    def setUp(self):
        self.house = self.enterContext(house.House(**self.options()))
        self.pack = street.write_pack(self.house.folder, "imap")

    def options(self):
        return {}

    def todoku(self, password=None, scale=1.0, **ports):
        ports = {"imap": self.house.ports["imaps"], "smtp": self.house.ports["submission"]} | ports
        routes = [f"{house.HOSTS[kind]}:{standard}=127.0.0.1:{ports[kind]}"
                  for kind, standard in (("imap", 993), ("smtp", 587))]
        return cli.Todoku("--ca", str(self.house.authority.certificate), "--provider", str(self.pack),
                          "--timeout-scale", str(scale), *(word for route in routes for word in ("--route", route)),
                          password=password)


@suite.needs("postfix", "dovecot", "openssl")
class ASlowServer(Loopback):
    def timing(self, *options, **ports):
        return self.todoku(password=self.house.password, **ports)(
            "timing", "--address", self.house.address, "--sizes", "20k,200k", *options)

    def went_through(self, answer):
        self.assertEqual([round(run["bytes"] / 1024, -1) for run in answer.json["runs"]], [20, 200], answer)
        self.assertTrue(all(run["dot_to_reply_s"] is not None for run in answer.json["runs"]), answer)

    def test_is_measured_and_named(self):
        self.house.postfix.scan_for(SCAN)
        answer = self.timing("--yes")
        self.went_through(answer)
        for run in answer.json["runs"]:
            self.assertGreaterEqual(run["dot_to_reply_s"], SCAN - 0.1, answer)
            self.assertLess(run["dot_to_reply_s"], SCAN + 10, answer)
            self.assertIsNotNone(run["arrived_s"], answer)
        self.assertGreater(answer.json["needed_timeout_s"], SCAN, answer)
        self.assertEqual(len(self.house.postfix.deliveries()), 2, "one mail for each size, not one more")

    def test_gets_no_mail_without_a_yes(self):
        answer = self.timing()
        self.assertIn(answer.exit, (2, 3), answer)
        self.assertEqual(self.house.postfix.deliveries(), {})

    def test_never_sees_the_password_on_the_wire(self):
        with recorder.Recorder(self.house.ports["imaps"]) as imap, \
                recorder.Recorder(self.house.ports["submission"]) as smtp:
            answer = self.timing("--yes", imap=imap.port, smtp=smtp.port)
            self.went_through(answer)
            self.assertIn(b"STARTTLS", smtp.from_client.upper())
            for wire in (imap, smtp):
                self.assertGreater(len(wire.from_client), 500, "the conversation went through here")
                self.assertFalse(wire.shows(self.house.password))


@suite.needs("postfix", "dovecot", "openssl")
class AServerWithoutEncryption(Loopback):
    def options(self):
        return {"tls": False}

    def test_never_sees_the_password_though_it_asks_for_it(self):
        with recorder.Recorder(self.house.ports["imap"]) as imap, \
                recorder.Recorder(self.house.ports["submission"]) as smtp:
            answer = self.todoku(password=self.house.password, scale=0.3, imap=imap.port, smtp=smtp.port)(
                "check", "--address", self.house.address)
            self.assertEqual(answer.exit, 1, answer)
            self.assertGreater(len(smtp.from_client), 0, "the conversation went through here")
            for wire in (imap, smtp):
                self.assertFalse(wire.shows(self.house.password))

    def test_would_be_caught_if_it_did(self):
        """The tap shows what a careless program sends: else the claim above would be empty."""
        with recorder.Recorder(self.house.ports["imap"]) as imap:
            with imaplib.IMAP4("127.0.0.1", imap.port) as careless:
                careless.login(self.house.address, self.house.password)
            self.assertTrue(imap.shows(self.house.password))


@suite.needs("postfix", "dovecot", "openssl")
class APort(Loopback):
    def check(self, **ports):
        return self.todoku(scale=0.1, **ports)("check", "--address", self.house.address)

    def test_that_takes_the_call_and_says_nothing_is_named(self):
        with recorder.Silent() as silent:
            answer = self.check(smtp=silent.port)
            self.assertEqual((answer.exit, answer.json and answer.json["verdict"]), (1, "server.silent"), answer)
            self.assertEqual(answer.finding("server.silent")["about"]["port"], 587, answer)

    def test_that_says_nothing_to_our_handshake_is_named(self):
        with recorder.Silent() as silent:
            answer = self.check(imap=silent.port)
            self.assertEqual((answer.exit, answer.json and answer.json["verdict"]), (1, "tls.handshake-timeout"),
                             answer)
            self.assertEqual(answer.finding("tls.handshake-timeout")["about"]["port"], 993, answer)

    def test_that_nobody_listens_on_is_named(self):
        answer = self.check(smtp=process.free_port())
        self.assertEqual((answer.exit, answer.json and answer.json["verdict"]), (1, "server.port-closed"), answer)
        self.assertEqual(answer.finding("server.port-closed")["about"]["port"], 587, answer)


if __name__ == "__main__":
    suite.main()
