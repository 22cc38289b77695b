"""A customer with a real Thunderbird at a real provider, and todoku-cli that looks at both."""

import json
import pathlib
import shutil
import tempfile

from . import cli, house, thunderbird


def deliver(home, identifier, user="hanako"):
    """A mail that lies in the mailbox from one moment to the next, as the provider's own delivery does it."""
    folder = home.mail / user
    for part in (folder, folder / "new", folder / "cur", folder / "tmp"):
        part.mkdir(exist_ok=True)
        shutil.chown(part, 65534, 65534)
    draft = folder / "tmp" / identifier
    draft.write_text(f"From: shop@example.com\nTo: {home.address}\nSubject: {identifier}\n"
                     f"Message-ID: <{identifier}@example.com>\n\nHello.\n")
    shutil.chown(draft, 65534, 65534)
    draft.rename(folder / "new" / identifier)


class Customer:
    def __init__(self, test, home, **program):
        self.house = home
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="todoku-customer-"))
        test.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.program = thunderbird.Thunderbird(self.home, **program)
        self.program.create_profile()
        test.addCleanup(self.program.stop)
        self.prefs = self.program.profile / "prefs.js"
        self.case, pack = self.home / "case.json", self.home / "pack.json"
        pack.write_text(json.dumps(self._pack()))
        ports, hosts = home.ports, house.HOSTS
        routes = [(hosts["pop"], ports["pop3s"]), (hosts["imap"], ports["imaps"]), (hosts["smtp"], ports["submission"])]
        self.todoku = cli.Todoku(
            "--ca", str(home.authority.certificate), "--journal", str(self.home / "journal"), "--provider", str(pack),
            *(word for host, port in routes for word in ("--route", f"{host}:{port}=127.0.0.1:{port}")),
            home=self.home)
        self.asking = cli.Todoku(*self.todoku.options, home=self.home, password=home.password)

    def _pack(self):
        ports, hosts = self.house.ports, house.HOSTS
        return {"schema": "todoku-pack/1", "id": "rig", "name": {"en": "Rig", "ja": "試験"}, "domains": [house.DOMAIN],
                "incoming": [{"protocol": "pop3", "host": hosts["pop"], "port": ports["pop3s"], "security": "tls",
                              "user": ["address"]},
                             {"protocol": "imap", "host": hosts["imap"], "port": ports["imaps"], "security": "tls",
                              "user": ["address"]}],
                "outgoing": [{"host": hosts["smtp"], "port": ports["submission"], "security": "starttls",
                              "auth": True, "user": ["address"]}],
                "timeouts": {"recommended_s": 600}}

    def make_account(self, protocol="pop3", prefs=None, **more):
        """As the provider wants it, but for what `more` says."""
        ports, hosts = self.house.ports, house.HOSTS
        names = {*hosts.values(), *(more[key] for key in ("incomingHost", "outgoingHost") if key in more)}
        account = {
            "address": self.house.address, "name": "Hanako", "user": self.house.address,
            "password": self.house.password, "authority": self.house.authority.base64(),
            "incomingHost": hosts["pop" if protocol == "pop3" else "imap"], "incomingProtocol": protocol,
            "incomingPort": ports["pop3s" if protocol == "pop3" else "imaps"], "outgoingHost": hosts["smtp"],
            "outgoingPort": ports["submission"], "outgoingSocketType": 2,
            "prefs": {"network.dns.localDomains": ",".join(sorted(names))} | (prefs or {})}
        return self.program.make_account(**(account | more))

    def look(self):
        """What Todoku finds, kept in a case for the remedies."""
        return self.asking("check", "--address", self.house.address, "--app", "thunderbird",
                           "--save-case", str(self.case))

    def remedy(self, *words):
        return self.todoku("remedy", *words, "--case", str(self.case))

    def profile_seen(self):
        answer = self.todoku("mailapps")
        found = next(app for app in answer.json["apps"] if app["id"] == "thunderbird")
        return found, next(one for one in found["profiles"] if pathlib.Path(one["path"]) == self.program.profile)
