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

# todoku-cli never ends with 1 without a word: 1 is a finding, and that is printed. Wine does, when it could not start the program (its
# own errors in starting all end so). Such a world is gone through once more; each time is noted, and more than `MOST_SILENT` fail the test.
PROGRAM = """#!/bin/sh
export TODOKU_CACHE='{cache}'
here='{folder}'/$$
for time in first second; do
    status=0
    '{cli}' "$@" >"$here.out" 2>"$here.err" || status=$?
    [ "$status" -eq 1 ] && [ ! -s "$here.out" ] && ! grep -q '^todoku-cli: ' "$here.err" || break
    {{ echo "$time time: $*"; cat "$here.err"; }} >"$here.$time.silent"
done
cat "$here.out"
cat "$here.err" >&2
exit "$status"
"""
MOST_SILENT = 2


class TheSameVerdicts(unittest.TestCase):
    def test_in_the_same_worlds(self):
        runner = pathlib.Path(os.environ.get("TODOKU_TESTS_BUILD", windows.ROOT / "build" / "tests"))
        if not (runner / "bin" / "scenario_runner").is_file():
            self.skipTest("scenario_runner has not been built (cmake --build --preset tests)")
        # Each world has a home of its own; the libraries are in that of the person.
        folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        program = folder / "todoku-cli"
        program.write_text(PROGRAM.format(cache=windows.CACHE, cli=HERE / "todoku-cli", folder=folder))
        program.chmod(0o755)
        done = subprocess.run([sys.executable, "-B", SCENARIOS / "verdicts", "--build", runner, "--cli", program, "--jobs", str(os.cpu_count()),
                               "--without", HERE / "worlds.tsv"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        print(done.stdout)
        silent = [note.read_text(errors="replace") for note in sorted(folder.glob("*.silent"))]
        if silent:
            print(f"Wine ended with 1 and no word of the program's, {len(silent)} time(s):", *silent, sep="\n")
        self.assertLessEqual(len(silent), MOST_SILENT, "too often for a chance")
        self.assertEqual(done.returncode, 0)


if __name__ == "__main__":
    windows.main()
