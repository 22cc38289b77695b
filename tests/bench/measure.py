"""Start-up and memory of `todoku` beside a bare window of the same Qt, and the time of a whole check."""

import json
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "integration"))
from rigs import process, recorder, street  # noqa: E402

RUNS = 7
BIG = re.compile(r"^\s*(0x[0-9a-f]+) .* (\d{3,})x(\d{3,})\+", re.MULTILINE)


class Screen:
    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory()
        self._log = pathlib.Path(self._folder.name, "xvfb")
        self._display = pathlib.Path(self._folder.name, "display")
        with open(self._display, "wb") as number:
            self._server = subprocess.Popen(["Xvfb", "-noreset", "-displayfd", "1", "-screen", "0", "1280x1024x24"], stdout=number,
                                            stderr=subprocess.DEVNULL)
        process.until(lambda: self._display.read_text().strip(), 20, "the screen")
        self.name = ":" + self._display.read_text().strip()
        return self

    def __exit__(self, *_):
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()

    def shows_window(self):
        return any(int(width) >= 300 and int(height) >= 200 and "IsViewable" in self._ask("-id", window)
                   for window, width, height in BIG.findall(self._ask("-root", "-tree")))

    def _ask(self, *question):
        return subprocess.run(["xwininfo", "-display", self.name, *question], capture_output=True, text=True).stdout


def start(screen, command):
    """(milliseconds until its window is on the screen, peak resident MiB one second later)"""
    with tempfile.TemporaryDirectory() as home:
        environment = {"DISPLAY": screen.name, "HOME": home, "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
        began = time.monotonic()
        program = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            while not screen.shows_window():
                if program.poll() is not None:
                    sys.exit(f"{' '.join(command)}: ended with {program.returncode} before it showed a window")
                if time.monotonic() - began > 60:
                    sys.exit(f"{' '.join(command)}: no window within 60 s")
            milliseconds = (time.monotonic() - began) * 1000
            time.sleep(1)
            status = pathlib.Path(f"/proc/{program.pid}/status").read_text()
            return milliseconds, int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024
        finally:
            program.terminate()
            program.wait()


def starts(screen, command):
    start(screen, command)  # warms the disk's cache for both alike
    runs = [start(screen, command) for _ in range(RUNS)]
    return [statistics.median(column) for column in zip(*runs)]


def check(program, *options):
    """(wall seconds, verdict)"""
    with tempfile.TemporaryDirectory() as home:
        began = time.monotonic()
        done = subprocess.run([program, "check", "--json", "--home", home, *options], capture_output=True, text=True,
                              env={"HOME": home, "LC_ALL": "C.UTF-8"})
        wall = time.monotonic() - began
    if not done.stdout:
        sys.exit(f"{program} check {' '.join(options)}: exit {done.returncode}: {done.stderr}")
    return wall, json.loads(done.stdout)["verdict"]


def row(what, value, command):
    print(f"{what:<44} {value:>16}   {command}")


def main(programs, bare):
    todoku, cli = f"{programs}/todoku", f"{programs}/todoku-cli"
    with Screen() as screen:
        ours, theirs = starts(screen, [todoku]), starts(screen, [f"{bare}/bare"])
    row(f"median of {RUNS}: bare window, on the screen", f"{theirs[0]:.0f} ms", f"{bare}/bare")
    row(f"median of {RUNS}: todoku, on the screen", f"{ours[0]:.0f} ms", todoku)
    row("  ratio (aim: 1.5)", f"{ours[0] / theirs[0]:.2f}", "")
    row("bare window, peak resident memory", f"{theirs[1]:.1f} MiB", "VmHWM in /proc/PID/status")
    row("todoku, peak resident memory", f"{ours[1]:.1f} MiB", "VmHWM in /proc/PID/status")
    row("  ratio (aim: 1.5)", f"{ours[1] / theirs[1]:.2f}", "")
    runs = [check(cli, "--practice", "--address", "hanako@practice.example") for _ in range(RUNS)]
    row(f"median of {RUNS}: check, {runs[0][1]} (aim: 1 s)", f"{statistics.median(run[0] for run in runs):.2f} s",
        f"{cli} check --practice --address hanako@practice.example")
    with recorder.Silent() as silent, tempfile.TemporaryDirectory() as folder:
        routes = [word for host in ("imap", "pop", "smtp") for port in (25, 110, 143, 465, 587, 993, 995)
                  for word in ("--route", f"{host}.todoku.test:{port}=127.0.0.1:{silent.port}")]
        wall, verdict = check(cli, "--provider", str(street.write_pack(pathlib.Path(folder))), *routes,
                              "--address", "hanako@todoku.test")
    row(f"check, every port silent: {verdict} (aim: 32 s)", f"{wall:.2f} s",
        f"{cli} check --route HOST:PORT=a silent one, for every host and port")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
