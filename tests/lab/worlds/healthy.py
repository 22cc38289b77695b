"""Worlds in which nothing is wrong, however unlike each other: not one finding above a note."""

import parts
from world import World


def three_letters(folder):
    for number in range(3):
        (folder / "cur" / f"{number}.M{number}:2,S").write_text(
            f"From: taro@todoku.test\nTo: hanako@todoku.test\nSubject: letter {number}\n"
            f"Message-ID: <{number}@todoku.test>\nDate: Sun, 22 Nov 2026 10:00:0{number} +0900\n\nHello.\n")


def some_junk(folder):
    three_letters(folder)
    junk = folder / ".Junk"
    for part in ("cur", "new", "tmp"):
        (junk / part).mkdir(parents=True)
    (junk / "new" / "1.M1").write_text("From: x@example.org\nSubject: win\n\nyes\n")


JUNK = "namespace inbox {\n  inbox = yes\n  mailbox Junk {\n    special_use = \\Junk\n    auto = subscribe\n  }\n}\n"
QUOTA = "mail_plugins = quota\nplugin {\n  quota = maildir:User quota\n  quota_rule = *:storage=100M\n}\n" \
    "protocol imap {\n  mail_plugins = quota imap_quota\n}\n"

WORLDS = [
    World("both-protocols", "healthy"),
    World("no-password-given", "healthy", password=None),
    World("imap-only", "healthy", only="imap"),
    World("pop3-only", "healthy", only="pop3"),
    World("pc-without-ipv6", "healthy", around=(parts.without_ipv6(),)),
    World("pc-without-ipv4", "healthy", around=(parts.without_ipv4(),), options=("--resolver", "[2001:db8:99::2]:53"),
          name_server=(("address", "2001:db8:99::2"),)),
    World("provider-without-ipv6", "healthy", names=("imap.todoku.test. A 203.0.113.2", "pop.todoku.test. A 203.0.113.2",
                                                    "smtp.todoku.test. A 203.0.113.2")),
    World("provider-without-ipv4", "healthy", names=("imap.todoku.test. AAAA 2001:db8:99::2", "pop.todoku.test. AAAA 2001:db8:99::2",
                                                     "smtp.todoku.test. AAAA 2001:db8:99::2")),
    World("slow-link", "healthy", around=(parts.narrow("256kbit"),)),
    World("some-loss", "healthy", walls=("numgen inc mod 40 0 drop",)),
    World("letters-in-the-mailbox", "healthy", mail=three_letters),
    World("letters-in-junk", "healthy", mail=some_junk, dovecot=JUNK),
    World("half-of-the-quota", "healthy", mail=three_letters, dovecot=QUOTA),
    World("port-25-dropped-unused", "healthy", walls=("tcp dport 25 drop",), scale=0.3),
    World("greeting-after-three-seconds", "healthy", postfix=(("smtpd_client_restrictions", "sleep 3"),
                                                              ("smtpd_delay_reject", "no"))),
    World("intermediate-sent-along", "healthy", certificate=lambda ca, names: with_intermediate(ca, names)),
    World("certificate-for-two-weeks-and-a-day", "healthy",
          certificate=lambda ca, names: ca.issue("fifteen", names, days=16)),
    World("certificate-for-a-week", "healthy", certificate=lambda ca, names: ca.issue("seven", names, days=7)),
    World("provider-with-its-own-authority-in-the-chain", "healthy",
          certificate=lambda ca, names: ca.with_its_authority(names)),
    World("sends-through-25", "healthy", pack={"outgoing": [
        {"host": "smtp.todoku.test", "port": 25, "security": "starttls", "auth": True, "user": ["address"]}]}),
]


def with_intermediate(ca, names):
    child = ca.below("middle")
    leaf = child.issue("leaf", names)
    leaf.chain.write_text(leaf.chain.read_text() + child.certificate.read_text())
    return leaf
