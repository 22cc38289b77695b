"""The whole provider for one test: authority, Dovecot, Postfix and a mailbox, at one address."""

import pathlib
import shutil
import tempfile

from . import authority, dovecot, postfix, process

DOMAIN = "todoku.test"
HOSTS = {kind: f"{kind}.{DOMAIN}" for kind in ("imap", "pop", "smtp")}
STANDARD = {"imap": 143, "imaps": 993, "pop3": 110, "pop3s": 995, "submission": 587, "submissions": 465}
SERVED_BY_POSTFIX = ("submission", "submissions", "smtp")


def free_ports():
    return {name: process.free_port() for name in STANDARD}


class House:
    """`cable`: run at the server end of it, on the standard ports; else on loopback on free ports.

    `certificate`: a function Authority -> Certificate; the good one if left out.
    """

    address, password = f"hanako@{DOMAIN}", "practice-makes-mail"

    def __init__(self, cable=None, certificate=None, tls=True, without=()):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="todoku-house-"))
        self.folder.chmod(0o755)  # servers change to users of their own
        self.users = {"hanako": self.password, "taro": "another-word"}
        self.ports = {name: 0 if name in without else port
                      for name, port in (STANDARD | {"smtp": 25} if cable else free_ports()).items()}
        listen = f"{cable.server_address}, {cable.server_address6}" if cable else "127.0.0.1"
        wrap = cable.at_server if cable else list
        self.mail = self.folder / "mail"
        self.mail.mkdir()
        shutil.chown(self.mail, 65534, 65534)
        self.authority = authority.Authority(self.folder / "authority")
        names = list(HOSTS.values())
        self.leaf = certificate(self.authority, names) if certificate else self.authority.issue("good", names)
        self.dovecot = dovecot.Dovecot(
            self.folder / "dovecot", self.mail, self.users, self.leaf,
            {name: port for name, port in self.ports.items() if name not in SERVED_BY_POSTFIX}, listen, tls, wrap)
        self.postfix = postfix.Postfix(
            self.folder / "postfix", self.mail, self.users, DOMAIN, self.leaf, self.folder / "dovecot" / "login",
            {name: self.ports.get(name, 0) for name in SERVED_BY_POSTFIX}, listen, tls, wrap,
            (10025, 10026) if cable else None)

    def __enter__(self):
        self.dovecot.__enter__()
        try:
            self.postfix.__enter__()
        except BaseException:
            self.dovecot.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.postfix.__exit__()
        self.dovecot.__exit__()
        shutil.rmtree(self.folder, ignore_errors=True)

    def copies(self, message_id, user="hanako"):
        """How often the person finds this message in the mailbox."""
        found = [path for part in ("new", "cur") for path in (self.mail / user / part).glob("*")]
        return sum(f"Message-ID: <{message_id}>".lower() in path.read_text(errors="replace").lower()
                   for path in found)
