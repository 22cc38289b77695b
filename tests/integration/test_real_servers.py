"""`todoku-cli check` against real Dovecot, Postfix and Unbound at the other end of a cable."""

import os
import unittest

from rigs import authority, house, process, street, suite, unbound


@suite.needs("postfix", "dovecot", "openssl", "unbound", "ip", "nft")
class AHealthyProvider(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.street = cls.enterClassContext(street.Street())

    def test_is_healthy_without_a_password(self):
        answer = self.street.check()
        self.assertEqual((answer.exit, answer.json and answer.json["verdict"]), (0, "healthy"), answer)
        self.assertEqual(answer.json["logins_used"], 0, answer)

    def test_is_healthy_with_the_password(self):
        answer = self.street.check(password=self.street.password)
        self.assertEqual((answer.exit, answer.json and answer.json["verdict"]), (0, "healthy"), answer)
        self.assertGreaterEqual(answer.json["logins_used"], 1, answer)
        steps = {(fact["protocol"], fact["step"]) for fact in answer.json["facts"] if fact["failure"] == "none"}
        for protocol in ("imap", "pop3", "smtp"):
            for step in ("connect", "greeting", "secure", "login"):
                self.assertIn((protocol, step), steps, answer)

    def test_is_seen_over_both_families(self):
        answer = self.street.check()
        seen = {fact["address"] for fact in answer.json["facts"] if fact["step"] == "connect"}
        self.assertLessEqual({self.street.cable.server_address, self.street.cable.server_address6}, seen, answer)

    def test_refuses_a_wrong_password(self):
        answer = self.street.check(password="not-the-word")
        self.assertEqual((answer.exit, answer.json and answer.json["verdict"]), (1, "login.wrong-password"), answer)
        self.assertLessEqual(answer.json["logins_used"], 6, "at most two failures per server and visit")


@suite.needs("postfix", "dovecot", "openssl", "unbound", "ip", "nft")
class ACertificate(unittest.TestCase):
    """The password is given, and must not be used where the certificate is wrong."""

    CASES = {
        "tls.certificate-expired": authority.Authority.expired,
        "tls.certificate-self-signed": authority.Authority.self_signed,
        "tls.certificate-name": lambda a, _: a.issue("other", ["elsewhere.test"]),
    }

    def test_that_is_wrong_is_named(self):
        for finding, make in self.CASES.items():
            with self.subTest(finding), street.Street(certificate=make) as place:
                self.named(place, finding)

    def test_of_an_unknown_authority_is_named(self):
        with street.Street(certificate=authority.Authority.with_its_authority) as place:
            self.named(place, "tls.certificate-unknown-authority", trusted=False)

    def named(self, place, finding, **options):
        answer = place.check(password=place.password, **options)
        self.assertEqual((answer.exit, answer.json and answer.json["verdict"]), (1, finding), answer)
        self.assertEqual(answer.json["logins_used"], 0, answer)
        self.assertNotIn("Login: user", place.house.dovecot.log())
        self.assertNotIn("sasl_username", place.house.postfix.log())


@suite.needs("postfix", "dovecot", "openssl", "unbound", "ip", "nft")
class AServerWithoutEncryption(unittest.TestCase):
    def test_does_not_get_the_password(self):
        with street.Street(tls=False) as place:
            answer = place.check(password=place.password, scale=0.3)
            self.assertEqual(answer.exit, 1, answer)
            about = [finding for finding in answer.findings() if finding.startswith("tls.not-offered")]
            self.assertTrue(about, answer)
            self.assertEqual(answer.json["logins_used"], 0, answer)
            self.assertNotIn("sasl_username", place.house.postfix.log())


@suite.needs("postfix", "dovecot", "openssl", "unbound", "ip", "nft")
class AServerThatHangs(unittest.TestCase):
    def test_is_silent_and_not_taken_for_anything_else(self):
        with street.Street(only="imap") as place, process.stopped(place.house.dovecot.process_id()):
            answer = place.check(password=place.password, scale=0.2)
        self.assertEqual((answer.exit, answer.json and answer.json["verdict"]), (1, "server.silent"), answer)
        self.assertFalse([one for one in answer.findings() if one.startswith(("login.", "server.down", "tls.cert"))], answer)


@suite.needs("postfix", "dovecot", "openssl", "unbound", "ip", "nft")
class APort(unittest.TestCase):
    def test_that_is_filtered_is_told_from_one_that_is_closed(self):
        with street.Street(only="imap") as place:
            place.cable.firewall("tcp dport 993 drop", "tcp dport 587 reject with tcp reset")
            answer = place.check(scale=0.3)
            self.assertEqual(answer.exit, 1, answer)
            told = {(finding["id"], finding["about"]["port"]) for finding in answer.json["findings"]
                    if finding.get("about")}
            self.assertIn(("server.port-filtered", 993), told, answer)
            self.assertIn(("server.port-closed", 587), told, answer)


@suite.needs("postfix", "dovecot", "openssl", "unbound", "ip", "nft")
class ANameService(unittest.TestCase):
    def test_that_is_silent_where_no_page_answers_either_is_a_line_without_internet(self):
        # On this cable there is nobody but the house; with a page that answers it is the name service (tests/lab).
        with street.Street() as place:
            place.cable.firewall("udp dport 53 drop", "tcp dport 53 drop")
            answer = place.check(scale=0.2)
            self.assertEqual((answer.exit, answer.json and answer.json["verdict"]), (1, "line.no-internet"), answer)
            self.assertFalse([one for one in answer.json["findings"] if one["id"].startswith(("server.", "login."))],
                             answer)

    def healthy_by(self, known):
        """`known`: how the PC hears of a router that is reachable at a link-local address alone (RFC 8106)."""
        with street.Street(only="imap") as place:
            cable = place.cable
            address = cable.link_local(cable.server)
            cable.link_local(cable.client)  # it asks from there
            with unbound.Unbound(place.house.folder / "router", house.DOMAIN, place.records(), f"{address}%wire", 53,
                                 cable.at_server):
                answer = known(place, address)
            self.assertEqual((answer.exit, answer.json and answer.json["verdict"]), (0, "healthy"), answer)
            self.assertEqual(answer.findings(), [], answer)
            self.assertIn(address, str({fact["address"] for fact in answer.json["facts"]
                                        if fact["step"] == "name-server"}))

    def test_at_an_address_of_this_cable_alone_is_asked_through_it(self):
        self.healthy_by(lambda place, address: place.check(
            password=place.password, resolver=f"[{address}%{place.cable.number(place.cable.client)}]:53"))

    @unittest.skipIf(os.environ.get("TODOKU_WINE"), "Wine 8 names no interface for a name server (Ipv6IfIndex is 0)")
    def test_of_the_system_at_such_an_address_is_asked_too(self):
        def check(place, address):
            with place.cable.name_server(f"{address}%wire"):
                return place.check(password=place.password, resolver=None)

        self.healthy_by(check)


if __name__ == "__main__":
    suite.main()
