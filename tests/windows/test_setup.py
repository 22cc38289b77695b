"""Install, start, upgrade and uninstall by the real setup program: nothing left behind, nothing lost, no decoy run."""

import contextlib
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import windows

sys.path.insert(0, str(windows.ROOT / "tests" / "integration"))
from rigs import process, screen  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
GCC = "x86_64-w64-mingw32-gcc-posix"
# What Wine and the setup's own window keep about themselves.
NOISE = ("Software\\\\Wine", "Software\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Explorer", "Volatile Environment")


UNINSTALL = "Software\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Uninstall\\\\"


def own(keys):
    return {key: lines for key, lines in keys.items() if lines and not key.startswith(NOISE)}


class SetupCase(unittest.TestCase):
    def setUp(self, display=""):
        self.pc = self.enterContext(windows.Windows(display))
        self.setup = windows.artefact("setup.exe")
        self.stage = windows.BUILD / "stage"
        self.program = self.pc.local / "Programs" / "Todoku"

    def install(self, setup=None, *options, answer=0):
        done = self.pc.run(setup or self.setup, "/S", *options, bare=True)
        self.assertEqual(done.returncode, answer, done.stderr)

    def uninstall(self, answer=0):
        # NSIS runs a copy of the uninstaller and returns at once, unless it is told the folder.
        copy = self.pc.prefix / "drive_c" / "uninstall-copy.exe"
        shutil.copy(self.program / "uninstall.exe", copy)
        done = self.pc.run(copy, "/S", "_?=" + self.windows_path(self.program), bare=True)
        self.assertEqual(done.returncode, answer, done.stderr)
        copy.unlink()

    @contextlib.contextmanager
    def held(self, name):
        """A file of the installed program, as if it were running or looked at by a virus scanner."""
        holder, mark = self.pc.prefix / "drive_c" / "holder.exe", self.pc.prefix / "drive_c" / "held"
        subprocess.run([GCC, "-O1", "-municode", HERE / "holder.c", "-o", holder], check=True)
        with self.pc.started(holder, self.windows_path(self.program / name), self.windows_path(mark)):
            process.until(mark.exists, 60, name + " held")
            yield
        mark.unlink()

    def listed(self):
        return self.pc.registry().get(UNINSTALL + "Todoku", [])

    def windows_path(self, path):
        return "C:\\" + str(path.relative_to(self.pc.prefix / "drive_c")).replace("/", "\\")


class ASetup(SetupCase):
    def test_brings_all_files_and_is_listed(self):
        self.install()
        there, brought = windows.contents(self.program), windows.contents(self.stage)
        self.assertEqual(there.keys(), brought.keys() | {"uninstall.exe"})
        self.assertEqual([name for name in brought if there[name] != brought[name]], [])
        keys = self.pc.registry()
        listed = "\n".join(self.listed())
        for word in ("DisplayName", "DisplayVersion", "UninstallString", "QuietUninstallString", "EstimatedSize"):
            self.assertIn(f'"{word}"', listed)
        links = [path for path in self.pc.user.rglob("*.lnk") if path.stem in ("Todoku", "届く")]
        self.assertEqual(len(links), 2, links)
        self.assertFalse([key for key in keys if key.endswith(("\\\\Run", "\\\\RunOnce")) and "odoku" in "\n".join(keys[key])])

    def test_brings_a_program_that_starts_by_itself(self):
        self.install()
        # Without the libraries of the build in the path: what is missing beside it would be missing on a real PC.
        done = self.pc.run(self.program / "todoku-cli.exe", "--version", bare=True)
        self.assertEqual((done.returncode, done.stdout.split()[0]), (0, "todoku-cli"), done.stderr)
        shots = self.pc.user / "shots"
        done = self.pc.run(self.program / "todoku.exe", "--practice", "--scan-seconds", "2", "--lang", "en", "--screenshots",
                           self.windows_path(shots), bare=True, timeout=900)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertGreater(len(list(shots.glob("*.png"))), 10)

    def older(self, folder):
        """A setup of an older version, with a file that today's has no more."""
        stage = folder / "stage"
        stage.mkdir()
        (stage / "todoku.exe").write_bytes(b"an older program")
        (stage / "dropped.dll").write_bytes(b"not needed any more")
        (folder / "files.install").write_text(f'SetOutPath "$INSTDIR"\nFile "{stage}/todoku.exe"\nFile "{stage}/dropped.dll"\n')
        (folder / "files.uninstall").write_text('Delete "$INSTDIR\\todoku.exe"\nDelete "$INSTDIR\\dropped.dll"\n')
        out = folder / "older-setup.exe"
        subprocess.run(["makensis", "-V1", "-INPUTCHARSET", "UTF8", "-NOCD", f"-DFILES={folder}/files", "-DVERSION=0.0.1", "-DNAME_JA=届く",
                        "-DNAME_EN=Todoku", "-DID=Todoku", f"-DOUT={out}", f"-DICON={windows.BUILD}/todoku.ico", "-DSIZE_KB=1",
                        str(windows.INSTALLER / "setup" / "setup.nsi")], check=True)
        return out

    def test_keeps_backups_and_journal_over_an_upgrade_and_an_uninstallation(self):
        with tempfile.TemporaryDirectory() as folder:
            self.install(self.older(pathlib.Path(folder)))
        self.assertTrue((self.program / "dropped.dll").exists())
        kept = {"journal.jsonl": b"what was changed\n", "backups/1/prefs.js": b"as it was before\n", "aside/1-1/1.eml": b"Subject: mine\n"}
        for name, content in kept.items():
            path = self.pc.local / "Todoku" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        (self.program / "notes of the person.txt").write_bytes(b"mine")
        passwords = self.pc.local / "Todoku" / "kept.jsonl"
        passwords.write_bytes(b'{"kept":"todoku/imap/imap.example.ne.jp/hanako"}\n')

        self.install()
        self.assertTrue(passwords.exists())
        self.assertFalse((self.program / "dropped.dll").exists())
        self.assertEqual((self.program / "todoku.exe").read_bytes(), (self.stage / "todoku.exe").read_bytes())
        self.uninstall()
        for name, content in kept.items():
            self.assertEqual((self.pc.local / "Todoku" / name).read_bytes(), content)
        self.assertFalse(passwords.exists())  # the program was asked to forget them, and no name is left
        # A file of somebody else's is not ours to remove, nor the folder around it.
        self.assertEqual([path.name for path in self.program.iterdir()], ["notes of the person.txt"])

    def test_leaves_nothing_behind(self):
        self.pc.run("cmd", "/c", "ver")
        files, keys = self.pc.files(), own(self.pc.registry())
        self.install()
        self.assertNotEqual(self.pc.files(), files)
        self.assertNotEqual(own(self.pc.registry()), keys)
        # It opens its journal, and changes nothing.
        self.pc.run(self.program / "todoku-cli.exe", "remedy", "undo", "1", bare=True)
        self.assertTrue((self.pc.local / "Todoku").is_dir())
        self.uninstall()
        self.assertFalse((self.pc.local / "Todoku").exists())
        self.assertEqual(self.pc.files(), files)
        self.assertEqual(own(self.pc.registry()), keys)
        self.assertFalse(self.program.exists())

    def test_goes_where_it_is_told_also_in_japanese(self):
        place = self.pc.prefix / "drive_c" / "メールの道具"
        self.install(None, "/D=C:\\メールの道具")
        self.assertTrue((place / "todoku.exe").exists())
        self.assertFalse(self.program.exists())

    def test_moves_where_it_is_told_and_is_there_once(self):
        place = self.pc.prefix / "drive_c" / "Tools"
        self.install()
        (self.program / "notes of the person.txt").write_bytes(b"mine")
        self.install(None, "/D=C:\\Tools")
        self.assertTrue((place / "todoku.exe").exists())
        self.assertEqual([path.name for path in self.program.iterdir()], ["notes of the person.txt"])
        self.assertIn("C:\\\\Tools", "\n".join(self.listed()))

    def test_stays_where_it_is_if_it_cannot_move(self):
        self.install()
        before = windows.contents(self.program)
        # In the way of the file that the setup tries with: it may not write there, for all it knows.
        (self.pc.prefix / "drive_c" / "Tools" / "uninstall.new").mkdir(parents=True)
        self.install(None, "/D=C:\\Tools", answer=4)
        self.assertEqual(windows.contents(self.program), before)
        self.assertTrue(self.listed())

    def test_replaces_an_uninstaller_that_cannot_run(self):
        self.install()
        uninstaller = self.program / "uninstall.exe"
        whole = uninstaller.read_bytes()
        uninstaller.write_bytes(whole[:20000])
        self.install()
        self.assertEqual(uninstaller.read_bytes(), whole)

    def test_waits_for_a_program_that_is_open(self):
        self.install()
        before = windows.contents(self.program)
        for name in ("todoku.exe", "todoku-cli.exe"):
            with self.subTest(name), self.held(name):
                self.install(answer=3)
            with self.subTest(name), self.held(name):
                self.uninstall(answer=3)
            self.assertEqual(windows.contents(self.program), before)
            self.assertTrue(self.listed())

    def test_that_stops_half_way_can_be_repaired(self):
        self.install()
        library = self.program / "Qt6Core.dll"
        whole = library.read_bytes()
        with self.held(library.name):
            self.install(answer=4)
        self.assertTrue(self.listed())
        self.assertTrue((self.program / "uninstall.exe").exists())
        library.write_bytes(b"of another version")
        self.install()
        self.assertEqual(library.read_bytes(), whole)
        self.uninstall()
        self.assertFalse(self.program.exists())

    def test_refuses_an_old_windows(self):
        # The last build of Windows 10 on which Qt 6.8 does not run
        self.pc.run("reg", "add", "HKLM\\Software\\Microsoft\\Windows NT\\CurrentVersion", "/v", "CurrentBuildNumber",
                    "/t", "REG_SZ", "/d", "17134", "/f")
        self.install(answer=2)
        self.assertFalse(self.program.exists())


class TheQuestionAboutCopies(SetupCase):
    """The uninstaller with its windows, answered by keyboard."""

    def setUp(self):
        self.screen = screen.Screen(pathlib.Path(self.enterContext(tempfile.TemporaryDirectory())))
        self.addCleanup(self.screen.stop)
        super().setUp(display=self.screen.name)
        self.install()
        self.copies = self.pc.local / "Todoku" / "backups" / "1" / "prefs.js"
        self.copies.parent.mkdir(parents=True)
        self.copies.write_bytes(b"as it was before")

    def answered(self, *keys, then=()):
        """`keys`: for the question; `then`: for what is said after it."""
        copy = self.pc.prefix / "drive_c" / "uninstall-copy.exe"
        shutil.copy(self.program / "uninstall.exe", copy)
        with self.pc.started(copy, "_?=" + self.windows_path(self.program)) as running:
            self.screen.type("odoku|届く", "Return")  # the page that asks whether to go on
            process.until(lambda: not (self.program / "todoku.exe").exists(), 60, "the files gone")
            process.until(lambda: len(self.screen.windows("odoku|届く")) > 1, 60, "the question")
            self.screen.picture(windows.BUILD / "pictures" / "uninstall-question.png")
            asked = self.screen.windows("odoku|届く")
            for window in asked:  # all have the same title; the keys of the others are heard by nobody
                if len(self.screen.windows("odoku|届く")) < len(asked):
                    break
                self.screen.focus_on(window)
                self.screen.settle()
                self.screen.press(*keys)
                self.screen.settle()
            process.until(lambda: set(self.screen.windows("odoku|届く")) != set(asked), 20, "the answer taken")
            if then:
                process.until(lambda: set(self.screen.windows("odoku|届く")) - set(asked), 20, "what is said then")
                said = (set(self.screen.windows("odoku|届く")) - set(asked)).pop()
                self.screen.settle()
                self.screen.picture(windows.BUILD / "pictures" / "uninstall-mail-aside.png")
                self.screen.focus_on(said)
                self.screen.press(*then)
                process.until(lambda: said not in self.screen.windows("odoku|届く"), 20, "it closed")
            self.screen.settle()
            self.screen.type("odoku|届く", "Return")  # close
            running.wait(60)

    def test_yes_removes_them(self):
        self.answered("Tab", "Return")
        self.assertFalse((self.pc.local / "Todoku").exists())

    def test_yes_never_removes_mail(self):
        mail = self.pc.local / "Todoku" / "aside" / "1-1" / "1.eml"
        mail.parent.mkdir(parents=True)
        mail.write_bytes(b"Subject: mine\n")
        self.answered("Tab", "Return", then=("Return",))
        self.assertFalse(self.copies.exists())
        self.assertEqual(mail.read_bytes(), b"Subject: mine\n")

    def test_no_is_what_return_says_and_keeps_them(self):
        self.answered("Return")
        self.assertEqual(self.copies.read_bytes(), b"as it was before")


class Decoys(unittest.TestCase):
    LIBRARIES = ("version", "uxtheme", "dwmapi", "cryptbase", "propsys", "ntmarta", "shfolder", "riched20", "riched32", "textshaping",
                 "profapi", "userenv", "setupapi", "msimg32", "secur32", "wininet", "cscapi", "apphelp", "edputil")
    PROGRAMS = ("cmd", "regsvr32", "reg", "powershell", "taskkill", "tasklist", "find", "net", "schtasks", "wmic", "explorer")

    def setUp(self):
        self.pc = self.enterContext(windows.Windows())
        self.downloads = self.pc.user / "Downloads"
        self.downloads.mkdir(exist_ok=True)
        work = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        subprocess.run([GCC, "-shared", "-o", work / "decoy.dll", HERE / "decoy.c"], check=True)
        subprocess.run([GCC, "-DPROGRAM", "-mwindows", "-o", work / "decoy.exe", HERE / "decoy.c"], check=True)
        subprocess.run([GCC, "-o", self.downloads / "victim.exe", HERE / "victim.c"], check=True)
        subprocess.run([GCC, "-o", self.downloads / "idle.exe", HERE / "idle.c", "-lcomctl32", "-lshell32", "-lole32"], check=True)
        for name in self.LIBRARIES:
            shutil.copy(work / "decoy.dll", self.downloads / f"{name}.dll")
        for name in self.PROGRAMS:
            shutil.copy(work / "decoy.exe", self.downloads / f"{name}.exe")

    def ran(self):
        return {path.name.lower() for path in self.downloads.glob("*.ran")}

    def run_among_them(self, program, *options):
        """Which of them ran. Wine takes some names for its own wherever they lie, unless it is told otherwise."""
        for mark in self.downloads.glob("*.ran"):
            mark.unlink()
        done = self.pc.run(program, *options, bare=True, cwd=self.downloads, overrides=",".join(self.LIBRARIES) + "=n,b")
        self.assertEqual(done.returncode, 0, done.stderr)
        return self.ran()

    def test_beside_a_careless_program_are_run(self):
        self.assertEqual(self.run_among_them(self.downloads / "victim.exe"), {f"{name}.dll.ran" for name in self.LIBRARIES} | {"regsvr32.exe.ran"})

    def test_beside_the_setup_are_not_run(self):
        before_any_code = self.run_among_them(self.downloads / "idle.exe")
        self.assertLessEqual(before_any_code, {"version.dll.ran", "uxtheme.dll.ran"})
        setup = self.downloads / "todoku-setup.exe"
        shutil.copy(windows.artefact("setup.exe"), setup)
        self.assertLessEqual(self.run_among_them(setup, "/S"), before_any_code)
        self.assertTrue((self.pc.local / "Programs" / "Todoku" / "todoku.exe").exists())

    def test_in_the_current_folder_are_not_run_by_the_program(self):
        self.pc.run(windows.artefact("setup.exe"), "/S", bare=True)
        program = self.pc.local / "Programs" / "Todoku"
        done = self.pc.run(program / "todoku-cli.exe", "mailapps", "--json", bare=True, cwd=self.downloads)
        self.assertIn(done.returncode, (0, 1, 3), done.stderr)
        self.assertEqual(self.ran(), set())


if __name__ == "__main__":
    windows.main()
