"""Two network namespaces with a cable between them: the person's PC here, the provider there.

Needs root. Nothing in them can reach the machine's own network. Names are unique, addresses need not be.
"""

import contextlib
import itertools
import json
import os
import pathlib
import shutil

from . import process

_numbers = itertools.count()


class Cable:
    client_address, server_address = "203.0.113.1", "203.0.113.2"
    client_address6, server_address6 = "2001:db8:99::1", "2001:db8:99::2"

    def __init__(self):
        stem = f"tdk{os.getpid()}x{next(_numbers)}"
        self.client, self.server = stem + "c", stem + "s"

    def __enter__(self):
        try:
            for name in (self.client, self.server):
                process.run(["ip", "netns", "add", name])
            self._lay()
            for name, v4, v6 in ((self.client, self.client_address, self.client_address6),
                                 (self.server, self.server_address, self.server_address6)):
                process.run(["ip", "-n", name, "address", "add", f"{v4}/24", "dev", "wire"])
                process.run(["ip", "-n", name, "address", "add", f"{v6}/64", "dev", "wire", "nodad"])
                for device in ("lo", "wire"):
                    process.run(["ip", "-n", name, "link", "set", device, "up"])
            for family in ("-4", "-6"):
                via = self.server_address if family == "-4" else self.server_address6
                process.run(["ip", "-n", self.client, family, "route", "add", "default", "via", via])
        except BaseException:
            self.__exit__()
            raise
        return self

    def _lay(self):
        process.run(["ip", "-n", self.client, "link", "add", "wire", "type", "veth",
                     "peer", "name", "wire", "netns", self.server])

    def __exit__(self, *_):
        for name in (self.client, self.server):
            if os.path.exists(f"/run/netns/{name}"):
                process.run(["ip", "netns", "delete", name])

    def at_client(self, command):
        return ["ip", "netns", "exec", self.client, *command]

    def at_server(self, command):
        return ["ip", "netns", "exec", self.server, *command]

    def link_local(self, name):
        """The IPv6 address that one end gave itself, once it knows that nobody else has it."""
        def address():
            said = json.loads(process.run(["ip", "-n", name, "-6", "-j", "address", "show", "dev", "wire", "scope", "link"]))
            return next((one["local"] for device in said for one in device.get("addr_info", [])
                         if "local" in one and not one.get("tentative")), None)

        return process.until(address, 20, "a link-local address")

    def number(self, name):
        """Of the interface at one end."""
        return json.loads(process.run(["ip", "-n", name, "-j", "link", "show", "dev", "wire"]))[0]["ifindex"]

    @contextlib.contextmanager
    def name_server(self, address):
        """The one that the client's system knows, by its resolv.conf (ip-netns(8))."""
        folder = pathlib.Path("/etc/netns") / self.client
        folder.mkdir(parents=True)
        (folder / "resolv.conf").write_text(f"nameserver {address}\n")
        try:
            yield
        finally:
            shutil.rmtree(folder)

    def firewall(self, *rules):
        """nft rules for what comes in at the server: "tcp dport 587 drop"."""
        text = "table inet wall { chain in { type filter hook input priority 0; " + "; ".join(rules) + "; }\n}\n"
        process.run(self.at_server(["nft", text]))
