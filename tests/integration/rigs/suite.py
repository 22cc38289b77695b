"""How an integration test begins and ends: skipped in clear words where it cannot run, never silently."""

import os
import shutil
import sys
import unittest

SKIPPED = 77  # ctest: SKIP_RETURN_CODE

_PLACES = os.environ.get("PATH", "") + ":/usr/local/sbin:/usr/sbin:/sbin"


def needs(*programs, root=True):
    """For the class of a test: what must be there."""
    os.environ["PATH"] = _PLACES  # servers live in sbin, which not everybody has in the path
    if root and os.geteuid() != 0:
        return unittest.skip("needs root: starts real mail servers with users and networks of their own")
    missing = [program for program in programs if not shutil.which(program)]
    return unittest.skipIf(missing, "not installed: " + ", ".join(missing))


def main():
    result = unittest.main(module="__main__", exit=False, verbosity=2).result
    if not result.wasSuccessful():
        sys.exit(1)
    if len(result.skipped) >= result.testsRun:
        for _, why in result.skipped[:1]:
            print("SKIPPED:", why)
        sys.exit(SKIPPED)
