"""Install, start, upgrade and uninstall by the real setup program: nothing left behind, nothing lost, no decoy run."""

import pathlib
import shutil
import subprocess
import tempfile
import unittest

import windows

HERE = pathlib.Path(__file__).resolve().parent
GCC = "x86_64-w64-mingw32-gcc-posix"
# What Wine and the setup's own window keep about themselves.
NOISE = ("Software\\\\Wine", "Software\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Explorer", "Volatile Environment")


def own(keys):
    return {key: lines for key, lines in keys.items() if lines and not key.startswith(NOISE)}


class ASetup(unittest.TestCase):
    def setUp(self):
        self.pc = self.enterContext(windows.Windows())
        self.setup = windows.artefact("setup.exe")
        self.stage = windows.BUILD / "stage"
        self.program = self.pc.local / "Programs" / "Todoku"

    def install(self, setup=None, *options):
        done = self.pc.run(setup or self.setup, "/S", *options, bare=True)
        self.assertEqual(done.returncode, 0, done.stderr)

    def uninstall(self):
        # NSIS runs a copy of the uninstaller and returns at once, unless it is told the folder.
        copy = self.pc.prefix / "drive_c" / "uninstall-copy.exe"
        shutil.copy(self.program / "uninstall.exe", copy)
        done = self.pc.run(copy, "/S", "_?=" + self.windows_path(self.program), bare=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        copy.unlink()

    def windows_path(self, path):
        return "C:\\" + str(path.relative_to(self.pc.prefix / "drive_c")).replace("/", "\\")

    def brought(self):
        return {path.relative_to(self.stage).as_posix() for path in self.stage.rglob("*") if path.is_file()}

    def test_brings_all_files_and_is_listed(self):
        self.install()
        there = {path.relative_to(self.program).as_posix() for path in self.program.rglob("*") if path.is_file()}
        self.assertEqual(there, self.brought() | {"uninstall.exe"})
        for name in self.brought():
            self.assertEqual((self.program / name).read_bytes(), (self.stage / name).read_bytes(), name)
        keys = self.pc.registry()
        listed = "\n".join(keys["Software\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Uninstall\\\\Todoku"])
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
                           self.windows_path(shots), bare=True, timeout=300)
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
        kept = {"journal.jsonl": b"what was changed\n", "backups/1/prefs.js": b"as it was before\n"}
        for name, content in kept.items():
            path = self.pc.local / "Todoku" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        (self.program / "notes of the person.txt").write_bytes(b"mine")

        self.install()
        self.assertFalse((self.program / "dropped.dll").exists())
        self.assertEqual((self.program / "todoku.exe").read_bytes(), (self.stage / "todoku.exe").read_bytes())
        self.uninstall()
        for name, content in kept.items():
            self.assertEqual((self.pc.local / "Todoku" / name).read_bytes(), content)
        # A file of somebody else's is not ours to remove, nor the folder around it.
        self.assertEqual([path.name for path in self.program.iterdir()], ["notes of the person.txt"])

    def test_leaves_nothing_behind(self):
        self.pc.run("cmd", "/c", "ver")
        files, keys = self.pc.files(), own(self.pc.registry())
        self.install()
        self.assertNotEqual(self.pc.files(), files)
        self.assertNotEqual(own(self.pc.registry()), keys)
        self.uninstall()
        self.assertEqual(self.pc.files(), files)
        self.assertEqual(own(self.pc.registry()), keys)
        self.assertFalse(self.program.exists())

    def test_goes_where_it_is_told_also_in_japanese(self):
        place = self.pc.prefix / "drive_c" / "メールの道具"
        self.install(None, "/D=C:\\メールの道具")
        self.assertTrue((place / "todoku.exe").exists())
        self.assertFalse(self.program.exists())

    def test_refuses_an_old_windows(self):
        self.pc.run("reg", "add", "HKLM\\Software\\Microsoft\\Windows NT\\CurrentVersion", "/v", "CurrentMajorVersionNumber",
                    "/t", "REG_DWORD", "/d", "6", "/f")
        done = self.pc.run(self.setup, "/S", bare=True)
        self.assertEqual(done.returncode, 2)
        self.assertFalse(self.program.exists())


class Decoys(unittest.TestCase):
    LIBRARIES = ("version", "uxtheme", "dwmapi", "cryptbase", "propsys", "ntmarta", "shfolder", "riched20", "riched32", "textshaping",
                 "profapi", "userenv", "setupapi", "msimg32", "comctl32", "secur32", "wininet", "cscapi", "apphelp", "edputil")
    PROGRAMS = ("cmd", "regsvr32", "reg", "powershell", "taskkill", "tasklist", "find", "net", "schtasks", "wmic", "explorer")

    def setUp(self):
        self.pc = self.enterContext(windows.Windows())
        self.downloads = self.pc.user / "Downloads"
        self.downloads.mkdir(exist_ok=True)
        work = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        subprocess.run([GCC, "-shared", "-o", work / "decoy.dll", HERE / "decoy.c"], check=True)
        subprocess.run([GCC, "-DPROGRAM", "-mwindows", "-o", work / "decoy.exe", HERE / "decoy.c"], check=True)
        subprocess.run([GCC, "-o", self.downloads / "victim.exe", HERE / "victim.c"], check=True)
        for name in self.LIBRARIES:
            shutil.copy(work / "decoy.dll", self.downloads / f"{name}.dll")
        for name in self.PROGRAMS:
            shutil.copy(work / "decoy.exe", self.downloads / f"{name}.exe")

    def ran(self):
        return sorted(path.name for path in self.downloads.glob("*.ran"))

    def test_beside_a_careless_program_are_run(self):
        self.pc.run(self.downloads / "victim.exe", bare=True, cwd=self.downloads)
        # Wine takes some names, version.dll among them, for its own wherever they lie.
        self.assertLessEqual({"propsys.dll.ran", "userenv.dll.ran", "cryptbase.dll.ran", "regsvr32.exe.ran"}, set(self.ran()))

    def test_beside_the_setup_are_not_run(self):
        setup = self.downloads / "todoku-setup.exe"
        shutil.copy(windows.artefact("setup.exe"), setup)
        done = self.pc.run(setup, "/S", bare=True, cwd=self.downloads)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue((self.pc.local / "Programs" / "Todoku" / "todoku.exe").exists())
        self.assertEqual(self.ran(), [])

    def test_in_the_current_folder_are_not_run_by_the_program(self):
        self.pc.run(windows.artefact("setup.exe"), "/S", bare=True)
        program = self.pc.local / "Programs" / "Todoku"
        done = self.pc.run(program / "todoku-cli.exe", "mailapps", "--json", bare=True, cwd=self.downloads)
        self.assertIn(done.returncode, (0, 1, 3), done.stderr)
        self.assertEqual(self.ran(), [])


if __name__ == "__main__":
    windows.main()
