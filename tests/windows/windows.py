"""What the proofs of the Windows program share: where it is, a Windows to put it into, and what to say where either is missing."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "windows"
INSTALLER = ROOT / "installer" / "windows"
CACHE = pathlib.Path(os.environ.get("TODOKU_CACHE") or
                     pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "todoku")
SKIPPED = 77


def missing():
    """Why nothing can be proved here; empty: it can."""
    if not shutil.which("x86_64-w64-mingw32-g++-posix") or not (shutil.which("wine64") or shutil.which("wine")):
        return "MinGW-w64 or Wine is not installed (tests/install-packages windows)"
    if subprocess.run([INSTALLER / "make-libraries", "--folders"], capture_output=True).returncode:
        return "the libraries for Windows have not been built here (installer/windows/make-libraries)"
    if not list((BUILD / "out").glob("*-setup.exe")):
        return "the Windows program has not been built here (installer/windows/build)"
    return ""


def main():
    import sys
    why = missing()
    if why:
        print("SKIPPED:", why)
        sys.exit(SKIPPED)
    result = unittest.main(module="__main__", exit=False, verbosity=2).result
    sys.exit(0 if result.wasSuccessful() else 1)


def artefact(end):
    return next((BUILD / "out").glob("*-" + end))


class Windows:
    """A fresh Windows 10 under Wine, gone with the object. `display`: of an X server, for programs with windows."""

    def __init__(self, display=""):
        base = CACHE / "windows" / "wine"
        if not (base / "windows-10").exists():
            subprocess.run([INSTALLER / "wine", "cmd", "/c", "ver"], check=True, capture_output=True)
        self.prefix = pathlib.Path(tempfile.mkdtemp(prefix="wine-run-", dir=base.parent))
        subprocess.run(["cp", "-al", f"{base}/.", f"{self.prefix}/"], check=True)
        # Wine writes into these where they have two names.
        subprocess.run(["cp", "--remove-destination", *base.glob("*.reg"), self.prefix], check=True)
        self.user = next(p for p in (self.prefix / "drive_c" / "users").iterdir() if p.name != "Public")
        self._display = display

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.prefix, ignore_errors=True)

    def run(self, *command, bare=False, overrides="", **options):
        """To the end, with everything it started. `bare`: without the libraries of the build in the path."""
        environment = dict(os.environ, TODOKU_WINEPREFIX=str(self.prefix), DISPLAY=self._display, WINEDLLOVERRIDES=overrides)
        if bare:
            environment["TODOKU_BARE"] = "1"
        options = {"timeout": 120, "capture_output": True, "text": True, "errors": "replace"} | options
        return subprocess.run([ROOT / "tests" / "windows" / "wine-once", *map(str, command)], env=environment, **options)

    @property
    def local(self):
        return self.user / "AppData" / "Local"

    def files(self):
        """Everything a person can own: {path: content's size}."""
        return {path.relative_to(self.user).as_posix() for path in self.user.rglob("*") if not path.is_dir()}

    def registry(self):
        """The person's keys, without what Wine itself counts up."""
        keys, key = {}, ""
        for line in (self.prefix / "user.reg").read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("["):
                key = line.split("]")[0][1:]
                keys[key] = []
            elif line and not line.startswith(("#", ";")):
                keys.setdefault(key, []).append(line)
        return keys
