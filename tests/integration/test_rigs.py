"""The rigs themselves: if these claims do not hold, no other integration test says anything."""

import base64
import pathlib
import smtplib
import socket
import ssl
import sys
import tempfile
import time
import unittest

from rigs import authority, house, mail, netns, process, recorder, suite, unbound


@suite.needs("postfix", "dovecot", "openssl")
class ThePostOffice(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.house = cls.enterClassContext(house.House())

    def setUp(self):
        self.house.postfix.scan_for(0)

    def test_delivers_once_what_is_sent_once(self):
        with mail.submission(self.house) as client:
            client.sendmail(self.house.address, [self.house.address], mail.message(self.house, "once@todoku.test"))
        process.until(lambda: self.house.postfix.count("once@todoku.test"), 20, "delivery")
        self.assertEqual(self.house.copies("once@todoku.test"), 1)
        self.assertGreaterEqual(mail.inbox_size(self.house), 1)

    def test_answers_the_final_dot_only_after_the_scan(self):
        self.house.postfix.scan_for(2)
        with mail.submission(self.house) as client:
            started = time.monotonic()
            client.sendmail(self.house.address, [self.house.address], mail.message(self.house, "late@todoku.test"))
            self.assertGreaterEqual(time.monotonic() - started, 2)

    def test_delivers_although_the_client_has_gone(self):
        self.house.postfix.scan_for(2)
        for count in (1, 2):
            mail.send_and_leave(self.house, "gone@todoku.test")
            process.until(lambda: self.house.postfix.count("gone@todoku.test") == count, 20, "delivery")
        self.assertEqual(self.house.copies("gone@todoku.test"), 2)

    def test_refuses_a_wrong_password(self):
        client = smtplib.SMTP("127.0.0.1", self.house.ports["submission"], timeout=60)
        self.addCleanup(client.close)
        client.starttls(context=mail.trust(self.house))
        with self.assertRaises(smtplib.SMTPAuthenticationError):
            client.login(self.house.address, "wrong")

    def test_takes_no_mail_from_strangers(self):
        client = smtplib.SMTP("127.0.0.1", self.house.ports["submission"], timeout=60)
        self.addCleanup(client.close)
        client.starttls(context=mail.trust(self.house))
        client.ehlo()
        client.mail(self.house.address)
        self.assertGreaterEqual(client.rcpt(self.house.address)[0], 500)


@suite.needs("ip", "nft", "unbound")
class TheCable(unittest.TestCase):
    ASK = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=2).close()"
    SERVE = ("import socket, time; "
             "s = socket.create_server(('::', 2525), family=socket.AF_INET6, dualstack_ipv6=True); "
             "print('up', flush=True); time.sleep(300)")

    def reaches(self, cable, address):
        try:
            process.run(cable.at_client([sys.executable, "-c", self.ASK, address, "2525"]))
            return True
        except RuntimeError:
            return False

    def test_carries_both_families_until_the_firewall_says_no(self):
        with netns.Cable() as cable, tempfile.TemporaryDirectory() as folder:
            server = process.Server(cable.at_server([sys.executable, "-c", self.SERVE]), pathlib.Path(folder, "log"))
            self.addCleanup(server.stop)
            server.wait_until(lambda: "up" in server.output(), 20, "the listener")
            for address in (cable.server_address, cable.server_address6):
                self.assertTrue(self.reaches(cable, address), address)
            cable.firewall("tcp dport 2525 drop")
            for address in (cable.server_address, cable.server_address6):
                self.assertFalse(self.reaches(cable, address), address)

    def test_leaves_nothing_behind(self):
        with netns.Cable() as cable:
            self.assertIn(cable.client, process.run(["ip", "netns"]))
        self.assertNotIn(cable.client, process.run(["ip", "netns"]))

    def test_name_service_knows_its_domain_only(self):
        with tempfile.TemporaryDirectory() as folder:
            records = ["imap.todoku.test. A 203.0.113.2"]
            with unbound.Unbound(pathlib.Path(folder, "u"), house.DOMAIN, records) as server:
                self.assertIn(socket.inet_aton("203.0.113.2"), ask(server, "imap.todoku.test"))
                self.assertEqual(ask(server, "imap.example.org")[3] & 15, 3, "NXDOMAIN")


def ask(server, name):
    """A question for an A record and the whole answer, RFC 1035 section 4.1."""
    labels = b"".join(bytes([len(label)]) + label.encode() for label in name.split("."))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.settimeout(10)
        line.sendto(b"\0\7\1\0\0\1\0\0\0\0\0\0" + labels + b"\0\0\1\0\1", (server.address, server.port))
        return line.recv(4096)


@suite.needs("openssl", root=False)
class TheAuthority(unittest.TestCase):
    CASES = {
        "good": (lambda a, names: a.issue("good", names), None),
        "expired": (authority.Authority.expired, "expired"),
        "self-signed": (authority.Authority.self_signed, "self-signed"),
        "another name": (lambda a, names: a.issue("other", ["elsewhere.test"]), "Hostname mismatch"),
    }

    def test_makes_what_its_labels_say(self):
        with tempfile.TemporaryDirectory() as folder:
            ca = authority.Authority(pathlib.Path(folder, "ca"))
            for label, (make, complaint) in self.CASES.items():
                with self.subTest(label):
                    self.assertIn(complaint or "good", self.complaint(ca, make(ca, ["imap.todoku.test"])) or "good")
                    if not complaint:
                        self.assertIsNone(self.complaint(ca, make(ca, ["imap.todoku.test"])))

    @staticmethod
    def complaint(ca, leaf):
        server_side = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        server_side.load_cert_chain(leaf.chain, leaf.key)
        client_side = ssl.create_default_context(cafile=str(ca.certificate))
        to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
        client = client_side.wrap_bio(to_client, to_server, server_hostname="imap.todoku.test")
        server = server_side.wrap_bio(to_server, to_client, server_side=True)
        for _ in range(4):
            for end in (client, server):
                try:
                    end.do_handshake()
                except ssl.SSLWantReadError:
                    pass
                except ssl.SSLCertVerificationError as error:
                    return error.verify_message
        return None


class TheTap(unittest.TestCase):
    def test_sees_a_secret_in_clear_and_in_base64(self):
        secret = "practice-makes-mail"
        for before in range(4):
            plain = b"x" * before + secret.encode() + b"y"
            for wire in (plain, base64.b64encode(plain)):
                with self.subTest(wire):
                    self.assertTrue(any(form in wire for form in recorder.forms(secret.encode())))

    def test_sees_no_secret_where_there_is_none(self):
        self.assertFalse(any(form in b"AGhhbmFrbwBzZWNyZXQ= hello" for form in recorder.forms(b"practice-makes-mail")))


if __name__ == "__main__":
    suite.main()
