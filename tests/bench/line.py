"""What the program's visits cost beside other programs that do the same, on lines with a given round-trip time."""

import contextlib
import os
import pathlib
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(FOLDER), str(FOLDER.parent / "integration")]
import late_names  # noqa: E402
from rigs import house, process, street  # noqa: E402
from slow_cable import SlowCable  # noqa: E402

RTT = 0.05
RUNS = 5
# DNS 1, TCP 1, the server's greeting 1, EHLO 1, STARTTLS 1, TLS 1.3 1, EHLO 1, AUTH PLAIN with its answer 1: nothing of
# it can be asked before the line above was heard. Every other door, log-in and mailbox fits beside it: over TLS from
# the first byte it is DNS 1, TCP 1, TLS 1, greeting 1, capabilities 1, log-in 1, mailbox 1.
SHORTEST = 8
DOORS = (("imap", 993, "tls"), ("imap", 143, "imap"), ("pop", 995, "tls"), ("pop", 110, "pop3"), ("smtp", 465, "tls"),
         ("smtp", 587, "smtp"), ("smtp", 25, "smtp"), ("smtp", 2525, "smtp"), ("smtp", 10587, "smtp"))
EXTRA = (2525, 10587)  # two more ways out, as some providers have them: nine ports in all
MESSAGES = 10_000


def say(what, value, command):
    print(f"| {what} | {value} | `{command}` |", flush=True)


def median_time(run, runs=RUNS):
    def once():
        began = time.monotonic()
        run()
        return time.monotonic() - began
    return statistics.median(once() for _ in range(runs))


class Line(street.Street):
    """The provider at the end of a slow cable, on nine ports; the PC trusts its authority as any other."""

    def __init__(self, delay, round_trip=RTT):
        super().__init__(cable=SlowCable(delay, round_trip * 1000))

    def __enter__(self):
        super().__enter__()
        self._etc = pathlib.Path("/etc/netns", self.cable.client)
        self._etc.mkdir(parents=True)
        shutil.copytree("/etc/ssl", self._etc / "ssl", symlinks=True)
        anchor = self.house.authority.certificate
        name = process.run(["openssl", "x509", "-hash", "-noout", "-in", str(anchor)]).strip() + ".0"
        shutil.copy(anchor, self._etc / "ssl" / "certs" / name)
        (self._etc / "resolv.conf").write_text(f"nameserver {self.cable.server_address}\n")
        more = "; ".join(f"tcp dport {port} redirect to :587" for port in EXTRA)
        process.run(self.cable.at_server(["nft", "table inet more { chain in { type nat hook prerouting priority "
                                          f"-100; {more}; }}\n}}\n"]))
        return self

    def __exit__(self, *_):
        with contextlib.suppress(AttributeError):
            shutil.rmtree(self._etc)
        super().__exit__()

    def at_pc(self, *command, **options):
        return subprocess.run(self.cable.at_client(list(map(str, command))), stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, **options)

    def pack(self):
        ways = [{"host": house.HOSTS["smtp"], "port": port, "security": "starttls", "auth": True, "user": ["address"]}
                for port in (587, *EXTRA)]
        return {"outgoing": ways}

    def visit(self, *command, password=None, changes=None):
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.house.folder))
        pack = street.write_pack(folder, None, self.pack() if changes is None else changes)
        environment = {"HOME": str(folder), "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"], "TODOKU_PW": password or ""}
        secret = ["--password-env", "TODOKU_PW"] if password else []
        done = self.at_pc(os.environ["TODOKU_CLI"], *command, "--json", "--home", folder, "--provider", pack,
                          "--address", self.address, *secret, env=environment)
        return done


def whole_check(line):
    done = line.visit("check", password=line.password)
    if '"healthy"' not in done.stdout:
        sys.exit(f"check: {done.stdout[-3000:]}{done.stderr}")


def by_hand(line):
    """The same nine doors over one family, one after another, as a person with the usual programs asks them."""
    for kind, port, how in DOORS:
        host = house.HOSTS[kind]
        if how == "smtp":
            done = line.at_pc("swaks", "--server", host, "--port", port, "--tls", "--quit-after", "EHLO", "-4")
        else:
            more = () if how == "tls" else ("-starttls", how)
            done = line.at_pc("openssl", "s_client", "-4", "-connect", f"{host}:{port}", "-servername", host, *more)
        if done.returncode:
            sys.exit(f"{host}:{port}: {done.stdout[-500:]}{done.stderr[-500:]}")


def healthy(delay):
    with Line(delay) as line:
        ours = median_time(lambda: whole_check(line))
        theirs = median_time(lambda: by_hand(line), 3)
    trips = ours / RTT
    say(f"nine ports, two families, three log-ins, mailbox; {RTT * 1000:.0f} ms round trip", f"{ours:.2f} s = {trips:.1f} "
        f"round trips, {trips / SHORTEST:.2f} × the shortest chain of {SHORTEST} (aim 1.3)", "todoku-cli check")
    say("the same nine ports one after another, one family, no log-in", f"{theirs:.2f} s, {theirs / ours:.1f} × ours",
        "swaks --tls --quit-after EHLO / openssl s_client")


def everything_silent(delay):
    with Line(delay) as line:
        line.cable.firewall("tcp dport { 25, 110, 143, 465, 587, 993, 995, 2525, 10587 } drop")
        silent = median_time(lambda: line.visit("check"), 1)
    say("every mail port silent to SYN", f"{silent:.1f} s (bound of a connection: 10 s; aim 11 s)", "todoku-cli check")


def fill(mailbox, poison):
    for part in ("cur", "new", "tmp"):
        (mailbox / part).mkdir(parents=True)
    for number in range(1, MESSAGES + 1):
        body = "Hello.\n" * 40 if number != poison else "before\0\0\0after\n"
        (mailbox / "cur" / f"{1600000000 + number}.M{number}:2,S").write_text(
            f"From: taro@todoku.test\nTo: hanako@todoku.test\nSubject: letter {number}\nMessage-ID: <{number}@todoku.test>\n"
            f"Date: Sun, 22 Nov 2026 10:00:00 +0900\n\n{body}")
    process.run(["chown", "-R", "65534:65534", str(mailbox)])


def big_mailbox(delay, round_trip, poison=9_000):
    """POP3 with ten thousand messages; all three read as far as they need to see what message 9000 is."""
    with Line(delay, round_trip) as line:
        fill(line.house.mail / "hanako", poison)
        host, folder = house.HOSTS["pop"], line.house.folder
        only = {"incoming": [{"protocol": "pop3", "host": host, "port": 995, "security": "tls", "user": ["local"]}]}
        line.visit("mailbox", password=line.password, changes=only)  # Dovecot builds its index: warm for all alike
        found = []
        ours = median_time(lambda: found.append(line.visit("mailbox", password=line.password, changes=only)), 3)
        if not re.search(rf'"number":\s*{poison}', found[-1].stdout):
            print("mailbox: the blocker was not named:", found[-1].stdout[-1500:], found[-1].stderr, file=sys.stderr)
        note = f"{MESSAGES} messages over POP3, {round_trip * 1000:.0f} ms round trip"
        say(f"{note}: todoku-cli names message {poison}", f"{ours:.1f} s", "todoku-cli mailbox")
        for name, seconds in others(line, host, folder).items():
            say(f"{note}: {name}", f"{seconds:.1f} s, {seconds / ours:.1f} × ours (aim 5)", name)


def others(line, host, folder):
    """{command: seconds} to read all of it; a program that needs more than ten minutes is stopped and counted so far."""
    anchors = line._etc / "ssl" / "certs"
    fetchmailrc, mpoprc = folder / "fetchmailrc", folder / "mpoprc"
    fetchmailrc.write_text(f"poll {host} proto pop3 service 995 user hanako password {line.password} ssl sslcertck "
                           f"sslcertpath /etc/ssl/certs keep fetchall bsmtp /dev/null\n")
    mpoprc.write_text(f"account a\nhost {host}\nport 995\ntls on\ntls_starttls off\nuser hanako\npassword {line.password}\n"
                      f"tls_trust_file {line.house.authority.certificate}\nkeep on\nreceived_header off\n"
                      f"delivery mbox {folder}/mpop.mbox\nuidls_file {folder}/mpop.uidls\n")
    for file in (fetchmailrc, mpoprc):
        file.chmod(0o600)
    commands = {"fetchmail": ("fetchmail", "-f", fetchmailrc, "--pidfile", folder / "fetchmail.pid", "-i", folder / "ids"),
                "mpop": ("mpop", f"--file={mpoprc}", "a")}
    taken = {}
    for name, command in commands.items():
        began = time.monotonic()
        with contextlib.suppress(subprocess.TimeoutExpired):
            done = line.at_pc(*command, timeout=600, env={"HOME": str(folder), "PATH": os.environ["PATH"]})
            if done.returncode:
                print(name, done.returncode, done.stdout[-300:], done.stderr[-300:], file=sys.stderr)
        taken[name] = time.monotonic() - began
    assert anchors.exists()
    return taken


def fifty_questions(program):
    ratios, ours, single = [], [], []
    for seed in range(1, RUNS + 1):
        with tempfile.TemporaryDirectory() as folder:
            server = process.Server([sys.executable, str(FOLDER / "late_names.py"), str(seed)], pathlib.Path(folder, "o"))
            try:
                port = server.wait_until(lambda: server.output().strip(), 10, "the name server")
                ours.append(float(process.run([program, f"127.0.0.1:{port}"]).split()[0]))
            finally:
                server.stop()
        single.append(late_names.slowest(seed))
        ratios.append(ours[-1] / single[-1])
    say("50 names at once, each answered after 20 to 400 ms", f"{statistics.median(ours):.2f} s, "
        f"{statistics.median(ratios):.2f} × the slowest single answer (aim 1.5)", "tests/bench/questions.cpp")


def main(programs, bench, *parts):
    os.environ["TODOKU_CLI"] = f"{programs}/todoku-cli"
    delay = f"{bench}/delay"
    print(f"\nMedians; the delay is made by tests/bench/delay.cpp, packet by packet, connection set-up and DNS included.\n\n"
          "| what | measured | with |\n|---|---|---|")
    every = {"healthy": lambda: healthy(delay), "silent": lambda: everything_silent(delay),
             "questions": lambda: fifty_questions(f"{bench}/questions"),
             "mailbox": lambda: (big_mailbox(delay, 0.0), big_mailbox(delay, RTT))}
    for name, part in every.items():
        if not parts or name in parts:
            part()


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # what was started must be ended
    main(*sys.argv[1:])
