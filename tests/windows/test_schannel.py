"""todoku-cli.exe against a real Dovecot, Postfix and Unbound, TLS by Schannel: the same findings as on Linux, because it is the same
file of tests."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import windows

INTEGRATION = windows.ROOT / "tests" / "integration"


class TheSameFindings(unittest.TestCase):
    def test_come_out_of_real_servers(self):
        # The tests give each program a home of its own; the libraries are in that of the person.
        folder = self.enterContext(tempfile.TemporaryDirectory())
        program = pathlib.Path(folder) / "todoku-cli"
        program.write_text(f"#!/bin/sh\nTODOKU_CACHE='{windows.CACHE}' exec '{pathlib.Path(__file__).parent / 'todoku-cli'}' \"$@\"\n")
        program.chmod(0o755)
        environment = dict(os.environ, TODOKU_CLI=str(program), TODOKU_WINE="1")
        done = subprocess.run([sys.executable, "-B", INTEGRATION / "test_real_servers.py"], env=environment,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=900)
        print(done.stdout)
        if done.returncode == windows.SKIPPED:
            self.skipTest(done.stdout.strip().splitlines()[-1])
        self.assertEqual(done.returncode, 0)


if __name__ == "__main__":
    windows.main()
