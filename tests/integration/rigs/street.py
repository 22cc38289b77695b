"""A person's PC at one end of a cable, the house of the provider at the other, and a name service that knows it."""

import json

from . import cli, house, netns, unbound

PACK = {
    "schema": "todoku-pack/1", "id": "todoku-test", "name": {"ja": "テスト", "en": "Test"}, "domains": [house.DOMAIN],
    "incoming": [{"protocol": "imap", "host": house.HOSTS["imap"], "port": 993, "security": "tls",
                  "user": ["address"]},
                 {"protocol": "pop3", "host": house.HOSTS["pop"], "port": 995, "security": "tls", "user": ["local"]}],
    "outgoing": [{"host": house.HOSTS["smtp"], "port": 587, "security": "starttls", "auth": True,
                  "user": ["address"]}],
}


def write_pack(folder, only=None, changes=None):
    """`only`: "imap" or "pop3" for a provider with one way to receive. `changes`: keys of the pack."""
    incoming = [way for way in PACK["incoming"] if only in (None, way["protocol"])]
    path = folder / "pack.json"
    path.write_text(json.dumps(PACK | {"incoming": incoming} | (changes or {})))
    return path


class Street:
    """Real ports, real names, two addresses of each family: nothing is routed past the program."""

    def __init__(self, only=None, cable=None, **options):
        self.cable = cable or netns.Cable()
        self._only, self._options = only, options
        self.address, self.password = house.House.address, house.House.password

    def __enter__(self):
        self.cable.__enter__()
        try:
            self.house = house.House(self.cable, **self._options)
            self.house.__enter__()
            self.names = unbound.Unbound(self.house.folder / "unbound", house.DOMAIN, self.records(),
                                         self.cable.server_address, 53, self.cable.at_server)
            self.names.__enter__()
        except BaseException:
            self._leave()
            raise
        return self

    def __exit__(self, *_):
        self._leave()

    def _leave(self):
        for part in ("names", "house", "cable"):
            if hasattr(self, part):
                getattr(self, part).__exit__()

    def records(self, only=("A", "AAAA")):
        """The usual records of the provider."""
        addresses = {"A": self.cable.server_address, "AAAA": self.cable.server_address6}
        hosts = [f"{name}. {kind} {addresses[kind]}" for name in house.HOSTS.values() for kind in only]
        return [*hosts, f"{house.DOMAIN}. MX 10 {house.HOSTS['smtp']}."]

    def todoku(self, password=None, trusted=True, scale=1.0, resolver=f"{netns.Cable.server_address}:53"):
        """`resolver`: None is the one that the system knows."""
        options = ["--timeout-scale", str(scale), "--provider", str(write_pack(self.house.folder, self._only))]
        if resolver:
            options += ["--resolver", resolver]
        if trusted:
            options += ["--ca", str(self.house.authority.certificate)]
        return cli.Todoku(*options, password=password, at=self.cable.at_client)

    def check(self, **options):
        return self.todoku(**options)("check", "--address", self.address)
