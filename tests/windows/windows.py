"""What the proofs of the Windows program share: where it is, a Windows to put it into, and what to say where either is missing."""

import contextlib
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


def contents(folder):
    """Every file below it: {path from there, with slashes: bytes}."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def certificate(folder, name, *extensions):
    """Self-made, fit for signing programs unless `extensions` say otherwise: (certificate, key), both PEM."""
    extensions = extensions or ("extendedKeyUsage=codeSigning", "keyUsage=critical,digitalSignature")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", f"/CN={name}",
                    *(word for one in extensions for word in ("-addext", one)), "-keyout", folder / f"{name}.key", "-out", folder / f"{name}.pem"], check=True, capture_output=True)
    return folder / f"{name}.pem", folder / f"{name}.key"


class Windows:
    """A fresh Windows 10 under Wine, gone with the object. `display`: of an X server, for programs with windows."""

    def __init__(self, display=""):
        self.prefix = pathlib.Path(tempfile.mkdtemp(prefix="wine-run-", dir=CACHE / "windows"))
        subprocess.run([INSTALLER / "wine", "--make"], env=dict(os.environ, TODOKU_WINEPREFIX=str(self.prefix)), check=True)
        self.user = next(p for p in (self.prefix / "drive_c" / "users").iterdir() if p.name != "Public")
        self._display = display

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.prefix, ignore_errors=True)

    def run(self, *command, bare=False, overrides="", **options):
        """To the end, with everything it started. `bare`: without the libraries of the build in the path."""
        environment = self._environment(bare, overrides)
        options = {"timeout": 120, "capture_output": True, "text": True, "errors": "replace"} | options
        return subprocess.run([ROOT / "tests" / "windows" / "wine-once", *map(str, command)], env=environment, **options)

    @contextlib.contextmanager
    def started(self, *command, at=list, bare=True, log=subprocess.DEVNULL):
        """A program that goes on, until the end of the block. `at`: puts a command where it shall run."""
        environment = self._environment(bare=bare)
        running = subprocess.Popen(at([str(ROOT / "tests" / "windows" / "wine-once"), *map(str, command)]), env=environment,
                                   stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            yield running
        finally:
            subprocess.run([INSTALLER / "wine", "--end"], env=environment, timeout=60)
            running.wait(60)

    def trust(self, authority):
        """Among the authorities of this Windows, while it is not running; a certificate in PEM."""
        with open(self.prefix / "user.reg", "ab") as registry:
            subprocess.run([ROOT / "tests" / "windows" / "trust", authority], stdout=registry, check=True)

    def _environment(self, bare=False, overrides=""):
        environment = dict(os.environ, TODOKU_WINEPREFIX=str(self.prefix), DISPLAY=self._display, WINEDLLOVERRIDES=overrides)
        if bare:
            environment["TODOKU_BARE"] = "1"
        return environment

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
