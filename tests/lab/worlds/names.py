"""The name service: dead, failing, refusing, lying, or right about a name that is wrong."""

import parts
from world import World

ADVERT = "203.0.113.9"
KNOWN = '  local-zone: "imap.todoku.test." static\n  local-zone: "pop.todoku.test." static'
USUAL = ("imap.todoku.test. A 203.0.113.2", "pop.todoku.test. A 203.0.113.2", "smtp.todoku.test. A 203.0.113.2")
WITHOUT_SMTP = USUAL[:2]
TWO = ("--resolver", "203.0.113.3:53", "--resolver", "203.0.113.2:53")

WORLDS = [
    World("resolver-silent", "dns.resolver-silent", walls=("udp dport 53 drop", "tcp dport 53 drop"), scale=0.2),
    World("no-resolver-at-the-address", "dns.resolver-silent", name_server=(("absent", True),), scale=0.2),
    World("resolver-refuses", "dns.resolver-refuses", names=("other.todoku.test. A 203.0.113.2",), name_server=(
        ("own", "refuse"), ("rest", "refuse"))),
    # Unbound leaves the question out here: an answer that anybody could have forged, and thus none.
    World("resolver-refuses-without-the-question", "dns.resolver-silent", scale=0.3,
          name_server=(("more", "  access-control: 203.0.113.1/32 refuse"),)),
    World("resolver-fails", "dns.resolver-failing", names=("other.todoku.test. A 203.0.113.2",), name_server=(
        ("own", "transparent"), ("rest", "transparent"))),
    World("first-resolver-dead", "dns.resolver-partly-dead", options=TWO, scale=0.3),
    World("first-resolver-refuses", "dns.resolver-partly-dead", options=TWO, scale=0.3,
          around=(parts.server_address("203.0.113.3/24"),)),
    World("name-unknown", "dns.name-unknown", names=WITHOUT_SMTP),
    World("name-without-address", "dns.name-without-address",
          names=(*WITHOUT_SMTP, "smtp.todoku.test. TXT nothing-here")),
    World("unknown-names-get-an-advert", "dns.name-unknown", also=("dns.resolver-lies",), scale=0.3, name_server=(
        ("own", "redirect"), ("rest", "redirect"), ("more", KNOWN)),
        names=(*WITHOUT_SMTP, f"todoku.test. A {ADVERT}", f". A {ADVERT}"), around=(parts.server_address(ADVERT + "/24"),)),
    World("name-is-an-alias-of-itself", "dns.misconfigured",
          names=(*WITHOUT_SMTP, "smtp.todoku.test. CNAME smtp.todoku.test.")),
    World("hosts-file-leads-to-nowhere", "dns.hosts-override", names=USUAL, scale=0.3,
          around=(parts.hosts_file("127.0.0.2 imap.todoku.test\n"),)),
    World("hosts-file-for-ipv4-only", "dns.hosts-override", scale=0.3, may=("server.one-of-several-bad",),
          around=(parts.hosts_file("127.0.0.2 imap.todoku.test\n"),)),
]
