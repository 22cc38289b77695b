"""A provider's own edition, as a provider would have it made: name, face, pack and signature, beside ours on the same PC."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import windows

sys.path.insert(0, str(windows.ROOT / "tests" / "integration"))
from rigs import process, screen  # noqa: E402

EDITION = pathlib.Path(__file__).resolve().parent / "edition"
INTO = windows.ROOT / "build" / "windows-edition"
ID = "Todoku-madebiz"


def escaped(text):
    """As Wine writes it into its registry."""
    return "".join(c if ord(c) < 128 else f"\\x{ord(c):04x}" for c in text)


class AnEdition(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        cls.certificate, key = windows.certificate(cls.folder, "provider")
        cls.stranger, _ = windows.certificate(cls.folder, "stranger")
        done = subprocess.run([windows.INSTALLER / "build", "--no-tests", "--into", INTO, "--brand", EDITION / "madebiz",
                               "--provider", EDITION / "made-up-pack.json", "--sign", cls.certificate, key],
                              capture_output=True, text=True)
        if done.returncode:
            raise AssertionError(done.stdout + done.stderr)
        cls.setup = next((INTO / "out").glob("todoku-madebiz-*-setup.exe"))
        cls.name = json.loads((EDITION / "madebiz" / "brand.json").read_text(encoding="utf-8"))["name"]

    def setUp(self):
        self.screen = screen.Screen(pathlib.Path(self.enterContext(tempfile.TemporaryDirectory())))
        self.addCleanup(self.screen.stop)
        self.pc = self.enterContext(windows.Windows(display=self.screen.name))
        done = self.pc.run(self.setup, "/S", bare=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.program = self.pc.local / "Programs" / ID

    def verifies(self, file, authority):
        return subprocess.run(["osslsigncode", "verify", "-CAfile", authority, "-ignore-timestamp", "-in", file],
                              capture_output=True).returncode == 0

    def test_is_signed_whole_the_uninstaller_too(self):
        for file in (self.setup, self.program / "todoku.exe", self.program / "todoku-cli.exe", self.program / "uninstall.exe"):
            self.assertTrue(self.verifies(file, self.certificate), file)
            self.assertFalse(self.verifies(file, self.stranger), file)

    def test_goes_by_its_name(self):
        links = {path.stem for path in self.pc.user.rglob("*.lnk")}
        self.assertTrue(links & set(self.name.values()), links)
        self.assertFalse(links & {"Todoku", "届く"}, links)
        listed = self.pc.registry()[r"Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall" + "\\\\" + ID]
        shown = next(line for line in listed if line.startswith('"DisplayName"'))
        self.assertTrue(any(name in shown for name in (self.name["en"], escaped(self.name["ja"]))), shown)

    def test_starts_with_its_face(self):
        title = self.name["ja"]
        with self.pc.started(self.program / "todoku.exe", "--lang", "ja"):
            process.until(lambda: any(one.startswith(title) for one in self.screen.titles()), 60, f"a window {title}…")
            process.until(lambda: len(set(self.screen.pixels())) > 2, 30, "something in it")
            self.screen.settle()
            self.screen.picture(windows.BUILD / "pictures" / "edition-A-1.png")

    def test_stands_beside_ours_and_goes_alone(self):
        self.assertEqual(self.pc.run(windows.artefact("setup.exe"), "/S", bare=True).returncode, 0)
        ours = self.pc.local / "Programs" / "Todoku"
        kept = {"journal.jsonl": b"what was changed\n", "backups/1": b"as it was before\n",
                "kept.jsonl": b'{"kept":"todoku/imap/imap.example.ne.jp/hanako"}\n'}
        for name, content in kept.items():
            path = self.pc.local / "Todoku" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        before = windows.contents(ours)
        copy = self.pc.prefix / "drive_c" / "uninstall-copy.exe"
        copy.write_bytes((self.program / "uninstall.exe").read_bytes())
        inside = str(self.program.relative_to(self.pc.prefix / "drive_c")).replace("/", "\\")
        self.assertEqual(self.pc.run(copy, "/S", "_?=C:\\" + inside, bare=True).returncode, 0)
        self.assertFalse(self.program.exists())
        self.assertEqual(windows.contents(ours), before)
        for name, content in kept.items():  # they are ours, too
            self.assertEqual((self.pc.local / "Todoku" / name).read_bytes(), content)


class ABuild(unittest.TestCase):
    def refused(self, *words):
        done = subprocess.run([windows.INSTALLER / "build", "--no-tests", "--into", INTO, *map(str, words)], capture_output=True, text=True)
        self.assertNotEqual(done.returncode, 0)
        return done.stderr

    def test_says_what_is_missing_before_anything_is_built(self):
        self.assertIn("nobody", self.refused("--brand", "nobody"))
        self.assertIn("no-such.json", self.refused("--provider", "/no-such.json"))
        self.assertIn("no-such.json", self.refused("--provider", "/no-such-folder/no-such.json"))


if __name__ == "__main__":
    windows.main()
