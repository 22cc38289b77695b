"""Mailboxes of a real Dovecot: full, stuck, overflowing, and mail where nobody looks for it."""

from world import World
from worlds.healthy import JUNK, some_junk, three_letters


def quota(limit):
    return f"mail_plugins = quota\nplugin {{\n  quota = maildir:User quota\n  quota_rule = *:storage={limit}\n}}\n" \
           "protocol imap {\n  mail_plugins = quota imap_quota\n}\n"


def letters(count, body="Hello.\n", head=""):
    def fill(folder):
        for number in range(count):
            (folder / "cur" / f"{number}.M{number}:2,S").write_text(
                f"From: taro@todoku.test\nTo: hanako@todoku.test\nSubject: letter {number}\n{head}"
                f"Message-ID: <{number}@todoku.test>\nDate: Sun, 22 Nov 2026 10:00:00 +0900\n\n{body}")
    return fill


def with_one(name, content, mode=0o644):
    """Three letters and one more, number 4, that is different."""
    def fill(folder):
        three_letters(folder)
        path = folder / "cur" / name
        path.write_bytes(b"From: shop@example.org\nSubject: the catalogue\nDate: Sun, 22 Nov 2026 11:00:00 +0900\n"
                         b"Message-ID: <cat@example.org>\n\n" + content)
        path.chmod(mode)
    return fill


def twins(folder):
    three_letters(folder)
    for number in range(4):
        (folder / "cur" / f"9{number}.M9{number}:2,S").write_text(
            "From: taro@todoku.test\nSubject: invoice\nMessage-ID: <same@todoku.test>\n\nPlease pay.\n")


def tagged(folder):
    letters(3)(folder)
    (folder / "cur" / "8.M8:2,S").write_text("From: x@example.org\nSubject: *** SPAM *** win\n\nyes\n")


WORLDS = [
    World("over-quota", "mailbox.full", mail=letters(20, "x" * 70 * 1000 + "\n"), dovecot=quota("1M")),
    World("nearly-over-quota", "mailbox.nearly-full", mail=letters(14, ("x" * 69 + "\n") * 1000),
          dovecot=quota("1M")),
    World("too-many-messages", "mailbox.too-many-messages", mail=letters(12),
          pack={"limits": {"mailbox_messages": 10}}),
    World("message-that-cannot-be-read", "mailbox.poison-message", only="pop3", command=("mailbox",),
          mail=with_one("4.M4,S=137,W=143:2,S", b"unreadable\n", 0o600)),
    World("message-with-nul", "mailbox.poison-message", only="pop3", command=("mailbox",),
          mail=with_one("4.M4:2,S", b"before \0\0\0 after\n")),
    World("message-with-a-very-long-line", "healthy", only="pop3", command=("mailbox",),
          mail=with_one("4.M4:2,S", b"y" * 200_000 + b"\n")),
    World("the-same-letter-four-times", "mailbox.duplicates", mail=twins, command=("mailbox",)),
    World("letter-tagged-as-spam", "healthy", mail=tagged, command=("mailbox",)),
    World("missed-letter-lies-in-junk", "mailbox.mail-in-junk", mail=some_junk, dovecot=JUNK,
          options=("--symptom", "mail-missing")),
]
