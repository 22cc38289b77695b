"""todoku-cli as phone staff's scripts use it: one JSON document, an exit code, one line of error."""

import atexit
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

PROGRAM = os.environ.get("TODOKU_CLI", str(
    pathlib.Path(__file__).resolve().parents[3] / "build" / "tests" / "bin" / "todoku-cli"))


class Answer:
    def __init__(self, command, done):
        self.command, self.exit, self.errors = command, done.returncode, done.stderr
        try:
            self.json = json.loads(done.stdout)
        except ValueError:
            self.json = None
        self.text = done.stdout

    def findings(self):
        return [finding["id"] for finding in self.json["findings"]]

    def finding(self, identifier):
        return next(finding for finding in self.json["findings"] if finding["id"] == identifier)

    def __str__(self):
        return f"{' '.join(self.command)}\nexit {self.exit}\n{self.text[-6000:]}\n{self.errors[-2000:]}"


class Todoku:
    """The same options for every call. `at`: a function that puts a command where it shall run."""

    def __init__(self, *options, home=None, password=None, at=list):
        self.options, self._at = list(options), at
        self.home = pathlib.Path(home or tempfile.mkdtemp(prefix="todoku-home-"))
        if not home:
            atexit.register(shutil.rmtree, self.home, ignore_errors=True)
        self._environment = {name: value for name, value in os.environ.items()
                             if name in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS")}
        self._environment |= {"HOME": str(self.home), "LC_ALL": "C.UTF-8"}
        if password is not None:
            self._environment["TODOKU_TEST_PASSWORD"] = password
            self.options += ["--password-env", "TODOKU_TEST_PASSWORD"]

    def __call__(self, *arguments, seconds=300):
        command = [PROGRAM, *arguments, "--json", "--home", str(self.home), *self.options]
        return Answer(command, subprocess.run(self._at(command), env=self._environment, capture_output=True,
                                              text=True, timeout=seconds, stdin=subprocess.DEVNULL))
