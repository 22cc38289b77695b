"""`todoku-cli mailapps` over a home with a 2 GB outbox, a prefs.js of 500 000 lines and 50 accounts."""

import base64
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

ACCOUNTS, PREFS, OUTBOX, RUNS = 50, 500_000, 2_000_000_000, 5
AIM_SECONDS, AIM_MIB = 1.0, 100


def prefs():
    """What 50 accounts need, and what a runaway extension wrote."""
    names = [f"account{n}" for n in range(1, ACCOUNTS + 1)]
    yield f'user_pref("mail.accountmanager.accounts", "{",".join(names)}");\n'
    yield f'user_pref("mail.smtpservers", "{",".join(f"smtp{n}" for n in range(1, ACCOUNTS + 1))}");\n'
    lines = 2
    for n in range(1, ACCOUNTS + 1):
        for key, value in (
                (f"account.account{n}.identities", f'"id{n}"'), (f"account.account{n}.server", f'"server{n}"'),
                (f"identity.id{n}.useremail", f'"person{n}@example.ne.jp"'), (f"identity.id{n}.smtpServer", f'"smtp{n}"'),
                (f"server.server{n}.hostname", '"pop.example.ne.jp"'), (f"server.server{n}.type", '"pop3"'),
                (f"server.server{n}.userName", f'"person{n}"'), (f"server.server{n}.socketType", "3"),
                (f"smtpserver.smtp{n}.hostname", '"smtp.example.ne.jp"'), (f"smtpserver.smtp{n}.try_ssl", "2")):
            yield f'user_pref("mail.{key}", {value});\n'
            lines += 1
    for n in range(lines, PREFS):
        yield f'user_pref("extensions.runaway.window.{n:08d}.position", "{n * 7919 % 1920}x{n * 104729 % 1080}");\n'


def outbox(path):
    """Messages with an attachment each, as they wait after a holiday: (messages, bytes)."""
    randomness = random.Random(20261128)
    lines = [base64.encodebytes(randomness.randbytes(size)) for size in (300_000, 700_000, 1_100_000)]
    count = 0
    with open(path, "wb", buffering=1 << 20) as file:
        while file.tell() < OUTBOX:
            count += 1
            file.write(b"From - Mon Nov 16 09:00:00 2026\nX-Mozilla-Status: 0801\nX-Mozilla-Status2: 00000000\n"
                       b"Message-ID: <%d@example.ne.jp>\nDate: Mon, 16 Nov 2026 09:%02d:%02d +0900\nFrom: person1@example.ne.jp\n"
                       b"Subject: photos\nContent-Transfer-Encoding: base64\n\n" % (count, count // 60 % 60, count % 60))
            file.write(lines[count % len(lines)] + b"\n")
        os.fsync(file.fileno())
        return count, file.tell()


def make_home(home):
    profile = home / ".thunderbird/large.default"
    (profile / "Mail/Local Folders").mkdir(parents=True)
    (home / ".thunderbird/profiles.ini").write_text("[Profile0]\nName=large\nIsRelative=1\nPath=large.default\nDefault=1\n")
    with open(profile / "prefs.js", "w", encoding="ascii") as file:
        file.write("// Mozilla User Preferences\n")
        file.writelines(prefs())
        file.flush()
        os.fsync(file.fileno())
    mbox = profile / "Mail/Local Folders/Unsent Messages"
    return profile / "prefs.js", mbox, *outbox(mbox)


def forget(*paths):
    """Takes the files out of the system's cache."""
    for path in paths:
        descriptor = os.open(path, os.O_RDONLY)
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(descriptor)


def measure(command, home):
    """(wall seconds, peak resident MiB, output)"""
    began = time.monotonic()
    program = subprocess.Popen(command, stdout=subprocess.PIPE, env={"HOME": str(home), "LC_ALL": "C", "PATH": "/usr/bin:/bin"})
    output = program.stdout.read()
    _, status, used = os.wait4(program.pid, 0)
    program.returncode = os.waitstatus_to_exitcode(status)
    if program.returncode not in (0, 1):
        sys.exit(f"{command[0]}: ended with {program.returncode}")
    return time.monotonic() - began, used.ru_maxrss / 1024, output


def right(output, messages):
    profile = json.loads(output)["apps"][0]["profiles"][0]
    found = (len(profile["accounts"]), profile["outbox"]["count"], profile["outbox"]["complete"], profile["unreadable"])
    if found != (ACCOUNTS, messages, True, []):
        sys.exit(f"read wrongly: {found}, and not {ACCOUNTS} accounts and {messages} messages")


def row(what, warm, cold, memory):
    print(f"| {what:<44} | {warm:>9} | {cold:>9} | {memory:>9} |")


def main(cli):
    with tempfile.TemporaryDirectory(prefix="todoku-bench-") as folder:
        home = pathlib.Path(folder)
        prefs_js, mbox, messages, size = make_home(home)
        print(f"{size / 1e6:.0f} MB outbox of {messages} messages, prefs.js of {PREFS} lines, {ACCOUNTS} accounts\n")
        row("", "warm", "cold", "peak MiB")
        row("---", "---:", "---:", "---:")
        ours = None
        for what, command in (("todoku-cli mailapps --home HOME --json", [cli, "mailapps", "--home", str(home), "--json"]),
                              ("wc -c, both files", ["wc", "-c", str(mbox), str(prefs_js)]),
                              ("wc -l, both files (reads them)", ["wc", "-l", str(mbox), str(prefs_js)]),
                              ("grep -c '^From ', both files", ["grep", "-c", "^From ", str(mbox), str(prefs_js)])):
            cold = []
            for _ in range(RUNS):
                forget(mbox, prefs_js)
                cold.append(measure(command, home)[0])
            runs = [measure(command, home) for _ in range(RUNS)]
            warm, memory = statistics.median(run[0] for run in runs), max(run[1] for run in runs)
            if ours is None:
                ours = warm, memory
                right(runs[0][2], messages)
            # What wc and grep use is less than what this script had when it started them.
            row(what, f"{warm:.2f} s", f"{statistics.median(cold):.2f} s", f"{memory:.0f}" if command[0] == cli else "")
        verdict = "met" if ours[0] < AIM_SECONDS and ours[1] < AIM_MIB else "MISSED"
        print(f"\naim: {AIM_SECONDS:.0f} s and {AIM_MIB} MiB with the files in the cache: {verdict}")


if __name__ == "__main__":
    main(sys.argv[1])
