"""todoku-cli.exe in the worlds of tests/scenarios: servers, names, line and clock of each on this system, the program that looks at them
on Windows. The same verdicts as on Linux: this is the table of what OpenSSL and Schannel make of the same trouble, measured."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import windows

SCENARIOS = windows.ROOT / "tests" / "scenarios"
HERE = pathlib.Path(__file__).resolve().parent


class TheSameVerdicts(unittest.TestCase):
    def test_in_the_same_worlds(self):
        runner = pathlib.Path(os.environ.get("TODOKU_TESTS_BUILD", windows.ROOT / "build" / "tests"))
        if not (runner / "bin" / "scenario_runner").is_file():
            self.skipTest("scenario_runner has not been built (cmake --build --preset tests)")
        # Each world has a home of its own; the libraries are in that of the person.
        folder = self.enterContext(tempfile.TemporaryDirectory())
        program = pathlib.Path(folder) / "todoku-cli"
        program.write_text(f"#!/bin/sh\nexport TODOKU_CACHE='{windows.CACHE}'\nexec '{HERE / 'todoku-cli'}' \"$@\"\n")
        program.chmod(0o755)
        done = subprocess.run([sys.executable, "-B", SCENARIOS / "verdicts", "--build", runner, "--cli", program, "--jobs", str(os.cpu_count()),
                               "--without", HERE / "worlds.tsv"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        print(done.stdout)
        self.assertEqual(done.returncode, 0)


if __name__ == "__main__":
    windows.main()
