"""What else can stand in a world: things that are there while it is asked, as functions Place -> context manager."""

import contextlib
import pathlib
import sys

from rigs import authority, house, inspector, postfix, process

RIGS = pathlib.Path(inspector.__file__).parent


@contextlib.contextmanager
def program(place, name, *arguments, at_client=False, sign="up"):
    """One of the rigs that is a program of its own, until it says that it is ready."""
    wrap = place.cable.at_client if at_client else place.cable.at_server
    command = [sys.executable, "-B", str(RIGS / f"{name}.py"), *map(str, arguments)]
    server = process.Server(wrap(command), place.fresh(name))
    try:
        server.wait_until(lambda: sign in server.output(), 20, name)
        yield server
    finally:
        server.stop()


def at_both_ends(*commands, undo):
    """Commands for `ip` and `tc`; {client} and {server} are the namespaces."""
    @contextlib.contextmanager
    def part(place):
        def run(lines):
            for line in lines:
                process.run(line.format(client=place.cable.client, server=place.cable.server).split())
        run(commands)
        try:
            yield
        finally:
            run(undo)
    return part


def server_address(address):
    """One more address of the server; the servers listen on their own ones only."""
    return at_both_ends(f"ip -n {{server}} address add {address} dev wire nodad",
                        undo=(f"ip -n {{server}} address del {address} dev wire",))


def without_ipv6():
    return at_both_ends("ip -n {client} -6 route delete default", "ip -n {client} -6 address flush dev wire",
                        undo=("ip -n {client} address add 2001:db8:99::1/64 dev wire nodad",
                              "ip -n {client} -6 route add default via 2001:db8:99::2"))


def without_ipv4():
    return at_both_ends("ip -n {client} -4 address flush dev wire",
                        undo=("ip -n {client} address add 203.0.113.1/24 dev wire",
                              "ip -n {client} -4 route add default via 203.0.113.2"))


def narrow(rate):
    """A slow link: what leaves the server waits its turn (tc-tbf)."""
    return at_both_ends(f"tc -n {{server}} qdisc add dev wire root tbf rate {rate} burst 4kb latency 5s",
                        undo=("tc -n {server} qdisc del dev wire root",))


def hosts_file(text):
    """/etc/hosts of the PC, as `ip netns exec` shows it."""
    @contextlib.contextmanager
    def part(place):
        folder = pathlib.Path("/etc/netns", place.cable.client)
        folder.mkdir(parents=True)
        try:
            (folder / "hosts").write_text("127.0.0.1 localhost\n" + text)
            yield
        finally:
            (folder / "hosts").unlink()
            folder.rmdir()
            with contextlib.suppress(OSError):
                folder.parent.rmdir()
    return part


def inspected(product, whole=False):
    """An inspecting box on every way to the servers; its authority is named after `product`, and kept in
    {folder}/both.pem beside the house's for the PC that was told to trust it; `whole`: and sent along."""
    @contextlib.contextmanager
    def part(place):
        own = authority.Authority(place.fresh("box"), product)
        leaf = (own.with_its_authority if whole else lambda names: own.issue("leaf", names))(list(house.HOSTS.values()))
        (place.house.folder / "both.pem").write_text(
            own.certificate.read_text() + place.house.authority.certificate.read_text())
        with program(place, "inspector", place.cable.server_address, leaf.chain, leaf.key, "10993:993:tls",
                     "10995:995:tls", "10465:465:tls", "10587:587:starttls") as box:
            box.wait_until(lambda: box.output().count("up") == 4, 20, "the inspector")
            yield
    return part


INSPECTED = tuple(f"fib daddr type local tcp dport {port} redirect to :{10000 + port}" for port in (993, 995, 465, 587))


def another_postfix(domain, port):
    """A second Postfix with a name and a certificate of its own: what a transparent proxy is."""
    @contextlib.contextmanager
    def part(place):
        folder = place.fresh("proxy")
        leaf = authority.Authority(folder.with_name(folder.name + "-authority")).issue("proxy", [f"smtp.{domain}"])
        with postfix.Postfix(folder, place.house.mail, place.house.users, domain, leaf,
                             place.house.folder / "dovecot" / "login", {"smtp": port, "submission": 0, "submissions": 0},
                             f"{place.cable.server_address}, {place.cable.server_address6}", True,
                             place.cable.at_server, (10035, 10036)):
            yield
    return part


def stopped(which):
    return lambda place: process.stopped(getattr(place.house, which).process_id())


def logged_in(protocol):
    """Another program of the same person, logged in from the same PC."""
    def part(place):
        return program(place, "holder", protocol, place.cable.server_address, "hanako", place.password,
                       at_client=True, sign="in")
    return part


@contextlib.contextmanager
def unreadable_passwords(place):
    """Dovecot's list of passwords is there, and it may not read it."""
    file = place.house.dovecot.folder / "users"
    file.chmod(0o600)
    file.touch()  # read anew
    try:
        yield
    finally:
        file.chmod(0o644)


def portal(*tls):
    def part(place):
        leaf = place.house.authority.issue(place.fresh("portal").name, ["portal.hotel.test"]) if tls else None
        return program(place, "portal", 8080, *((8443, leaf.chain, leaf.key) if tls else ()))
    return part


def policy(action):
    return lambda place: program(place, "policy", 10040, action)
