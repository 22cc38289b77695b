"""A street whose provider, line and name service are made anew for each world, and no oftener than needed."""

import contextlib
import os
import pathlib
import shutil

import parts
from rigs import cli, house, internet, process, street, unbound
from world import RIGHT

PAGES = pathlib.Path(__file__).parents[2] / "resources" / "knowledge" / "web-checks.json"


class Place(street.Street):
    """Entered once for a group of worlds; `stand` makes it one of them."""

    def __enter__(self):
        super().__enter__()
        self.names.__exit__()  # each world has its own
        del self.names
        self._count = 0
        self._internet = parts.program(self, "internet", 8000, PAGES)
        self._internet.__enter__()
        self._dovecot = self._postfix = None
        self._certificates = {None: self.house.leaf}
        return self

    def __exit__(self, *_):
        self._internet.__exit__(None, None, None)
        super().__exit__()

    @property
    def mailbox(self):
        return self.house.mail / "hanako"

    def fresh(self, what):
        """A folder or file name that nothing has had yet."""
        self._count += 1
        return self.house.folder / f"{what}{self._count}"

    @contextlib.contextmanager
    def stand(self, world):
        with contextlib.ExitStack() as stack:
            self._servers(world)
            self._mail(world)
            self._walls(world)
            stack.callback(self._no_walls)
            for part in world.around:
                stack.enter_context(part(self))
            stack.enter_context(self._names(world))
            yield
        if world.password not in (RIGHT, None) or world.users:
            self._dovecot = None  # it makes whoever gave a wrong password wait, in the next world too

    def ask(self, world):
        """What the program says in this world."""
        options = ["--timeout-scale", str(world.scale), "--provider", str(self._pack(world)),
                   *(word.format(folder=self.house.folder, place=self) for word in world.options)]
        if "--resolver" not in world.options:
            options += ["--resolver", f"{self.cable.server_address}:53"]
        if world.trusted and "--ca" not in world.options:
            options += ["--ca", str(self.house.authority.certificate)]
        password = self.password if world.password is RIGHT else world.password
        program = cli.Todoku(*options, password=password,
                             at=lambda command: self.cable.at_client([*world.prefix, *command]))
        return program(*world.command, "--address", self.address)

    @staticmethod
    def known_pages():
        """Records of the pages that show whether somebody is online: elsewhere on the internet."""
        hosts = sorted({host for host, _ in internet.pages(PAGES) if not host[0].isdigit()})
        return [f"{host}. A 198.18.0.80" for host in hosts]

    def _servers(self, world):
        leaf = self._leaf(world.certificate)
        wanted = (world.dovecot, world.users, world.certificate)
        if wanted != self._dovecot:
            self.house.dovecot.restart(
                f"ssl_cert = <{leaf.chain}\nssl_key = <{leaf.key}\n{world.dovecot}",
                world.users or [f"{name}:{word}::::::" for name, word in self.house.users.items()])
            if "auth_mechanisms" in world.dovecot + (self._dovecot or ("",))[0]:
                self._postfix = None  # its processes remember what Dovecot offered
            self._dovecot = wanted
        wanted = (world.postfix, world.certificate)
        if wanted != self._postfix:
            shown = {"smtpd_tls_cert_file": leaf.chain, "smtpd_tls_key_file": leaf.key}
            self.house.postfix.restart(**(shown | dict(world.postfix)))
            self._postfix = wanted

    def _leaf(self, make):
        if make not in self._certificates:
            self._certificates[make] = make(self.house.authority, list(house.HOSTS.values()))
        return self._certificates[make]

    def _mail(self, world):
        for folder in self.house.mail.iterdir():
            shutil.rmtree(folder)
        if world.mail:
            for part in ("cur", "new", "tmp"):
                (self.mailbox / part).mkdir(parents=True)
            world.mail(self.mailbox)
            for folder, folders, files in os.walk(self.house.mail):
                for one in (folder, *(pathlib.Path(folder, name) for name in (*folders, *files))):
                    if os.lstat(one).st_mode & 0o077:  # a file that only root may read stays so
                        os.chown(one, 65534, 65534)

    def _walls(self, world):
        self._no_walls()
        chains = (("in", "type filter hook input priority 0", world.walls),
                  ("out", "type filter hook output priority 0", world.leaving),
                  ("turn", "type nat hook prerouting priority -100", self._turns(world)))
        text = "".join(f"chain {name} {{ {hook}; {'; '.join(rules)}; }}\n" for name, hook, rules in chains if rules)
        if text:
            process.run(self.cable.at_server(["nft", f"table inet wall {{\n{text}}}\n"]))

    def _turns(self, world):
        elsewhere = f"ip daddr != {self.cable.server_address} tcp dport 80 redirect to :8000"
        return (*world.redirects, elsewhere) if world.internet else world.redirects

    def _no_walls(self):
        process.run(self.cable.at_server(["nft", "flush ruleset"]))

    @contextlib.contextmanager
    def _names(self, world):
        arguments = dict(world.name_server)
        if arguments.pop("absent", False):
            yield
            return
        address = arguments.pop("address", self.cable.server_address)
        # Zones of their own: there whatever happens to all other names.
        apart = [f'  local-zone: "{record.split()[0]}" static' for record in self.known_pages()]
        arguments["more"] = "\n".join([*apart, arguments.get("more", "")])
        with unbound.Unbound(self.fresh("unbound"), house.DOMAIN, [*(world.names or self.records()), *self.known_pages()],
                             address, 53, self.cable.at_server, **arguments):
            yield

    def _pack(self, world):
        folder = self.fresh("pack")
        folder.mkdir()
        return street.write_pack(folder, world.only or None, world.pack)
