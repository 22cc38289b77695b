"""What is handed to customers: its size, its signature, what Windows is told about it, and the list of its parts."""

import hashlib
import json
import os
import pathlib
import re
import subprocess
import tarfile
import tempfile
import unittest
import zipfile

import windows

MEGABYTE = 1024 * 1024
STAGE = windows.BUILD / "stage"


def text(*command):
    return subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True, errors="replace").stdout


def binaries():
    return sorted(path for path in STAGE.rglob("*") if path.suffix in (".exe", ".dll"))


class TheSize(unittest.TestCase):
    def test_of_the_setup_is_at_most_15_megabytes(self):
        self.assertLessEqual(windows.artefact("setup.exe").stat().st_size, 15 * MEGABYTE)

    def test_of_what_is_installed_is_at_most_45_megabytes(self):
        self.assertLessEqual(sum(map(len, windows.contents(STAGE).values())), 45 * MEGABYTE)


class EveryBinary(unittest.TestCase):
    def test_is_placed_at_random_and_runs_no_data(self):
        for path in binaries():
            with self.subTest(path.name):
                flags = text("x86_64-w64-mingw32-objdump", "-p", path)
                for flag in ("HIGH_ENTROPY_VA", "DYNAMIC_BASE", "NX_COMPAT"):
                    self.assertIn(flag, flags)

    def test_names_no_folder_of_the_machine_that_built_it(self):
        for path in binaries():
            with self.subTest(path.name):
                content = path.read_bytes()
                for place in (str(windows.ROOT), str(windows.CACHE), str(pathlib.Path.home()) + "/."):
                    self.assertNotIn(place.encode(), content)
                    self.assertNotIn(place.encode("utf-16-le"), content)

    def test_needs_only_what_is_there_or_comes_with_windows(self):
        known = {path.name.lower() for path in binaries()}
        system = {path.name.lower() for path in pathlib.Path("/usr/x86_64-w64-mingw32/lib").glob("lib*.a")}
        for path in binaries():
            for name in re.findall(r"DLL Name: (\S+)", text("x86_64-w64-mingw32-objdump", "-p", path)):
                base = name.lower().removesuffix(".dll").removesuffix(".drv")
                self.assertTrue(name.lower() in known or f"lib{base}.a" in system or base.startswith("api-ms-"), f"{path.name}: {name}")


class TheProgram(unittest.TestCase):
    def test_tells_windows_what_it_is(self):
        for name in ("todoku.exe", "todoku-cli.exe"):
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                subprocess.run(["wrestool", "-x", "--raw", "-o", folder, STAGE / name], check=True, capture_output=True)
                parts = {path.name: path.read_bytes() for path in pathlib.Path(folder).iterdir()}
                manifest = next(content for part, content in parts.items() if "_24_" in part).decode()
                for word in ('level="asInvoker"', "PerMonitorV2", "<longPathAware", ">UTF-8<", "8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a"):
                    self.assertIn(word, manifest)
                version = next(content for part, content in parts.items() if "_16_" in part).decode("utf-16-le", errors="replace")
                for word in ("届く", "Todoku", "GPL-3.0-or-later"):
                    self.assertIn(word, version)
                self.assertTrue(any("_14_" in part for part in parts), "icon")

    def test_fetches_nothing_while_a_certificate_is_looked_at(self):
        # The flags that libraries/qt sets: revocation out of the cache only, no link of the chain from elsewhere (wincrypt.h)
        flags = 0x40000000 | 0x80000000 | 0x2000
        self.assertIn(f"$0x{flags:x},", text("x86_64-w64-mingw32-objdump", "-d", STAGE / "tls" / "qschannelbackend.dll"))

    def test_shows_no_black_window(self):
        self.assertIn("(Windows GUI)", text("x86_64-w64-mingw32-objdump", "-p", STAGE / "todoku.exe"))
        self.assertIn("(Windows CUI)", text("x86_64-w64-mingw32-objdump", "-p", STAGE / "todoku-cli.exe"))


class TheSetup(unittest.TestCase):
    SCRIPT = (windows.INSTALLER / "setup" / "setup.nsi").read_text(encoding="utf-8")

    def test_asks_for_no_rights_and_calls_nobody_by_name(self):
        lines = [line.split(";")[0].strip() for line in self.SCRIPT.splitlines()]
        self.assertIn("RequestExecutionLevel user", lines)
        for line in lines:
            self.assertFalse(re.match(r"(ExecShell|ExecDos|nsExec|System::|\w+::\w+|RegDLL|UnRegDLL)", line), line)
            if re.match(r"Exec(Wait)?\b", line): # in a folder of its own, never by a bare name
                self.assertRegex(line, r"""^Exec(Wait)? '"(\$INSTDIR|\$\{folder\})\\(todoku|uninstall)\.exe\"""")
            if line.startswith("!insertmacro removeOlder"):
                self.assertRegex(line, r""""\$(INSTDIR|1)"$""")

    def test_names_no_library_that_is_looked_for_beside_it(self):
        # All in Windows' list of known libraries, which come from its own folder; comctl32 by the manifest, out of WinSxS.
        known = {"advapi32.dll", "comctl32.dll", "gdi32.dll", "kernel32.dll", "ole32.dll", "shell32.dll", "user32.dll"}
        named = re.findall(r"DLL Name: (\S+)", text("x86_64-w64-mingw32-objdump", "-p", windows.artefact("setup.exe")))
        self.assertTrue(named)
        self.assertLessEqual({name.lower() for name in named}, known)

    def test_holds_no_plug_in(self):
        listed = text("7z", "l", windows.artefact("setup.exe")) if pathlib.Path("/usr/bin/7z").exists() else ""
        if not listed:
            self.skipTest("7z is not installed")
        self.assertNotIn("$PLUGINSDIR", listed)


class Signing(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        for name in ("ours", "theirs"):
            windows.certificate(self.folder, name)
        self.file = self.folder / "todoku.exe"
        self.file.write_bytes((STAGE / "todoku-cli.exe").read_bytes())

    def sign(self, certificate, key, file, **environment):
        return subprocess.run([windows.INSTALLER / "sign", self.folder / certificate, self.folder / key, file], capture_output=True, text=True,
                              env=os.environ | environment)

    def verify(self, certificate):
        return subprocess.run(["osslsigncode", "verify", "-CAfile", self.folder / certificate, "-ignore-timestamp", "-in", self.file],
                              capture_output=True).returncode == 0

    def test_is_verified(self):
        self.assertFalse(self.verify("ours.pem"))
        done = self.sign("ours.pem", "ours.key", self.file)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(self.verify("ours.pem"))
        self.assertFalse(self.verify("theirs.pem"))

    def test_takes_a_chain_without_its_root(self):
        def openssl(*words):
            subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True, cwd=self.folder)
        windows.certificate(self.folder, "root", "basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign")
        (self.folder / "middle.ext").write_text("basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n")
        (self.folder / "leaf.ext").write_text("extendedKeyUsage=codeSigning\nkeyUsage=critical,digitalSignature\n")
        for name, above in (("middle", "root"), ("leaf", "middle")):
            openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={name}", "-keyout", f"{name}.key", "-out", f"{name}.csr")
            openssl("x509", "-req", "-in", f"{name}.csr", "-CA", f"{above}.pem", "-CAkey", f"{above}.key", "-CAcreateserial", "-days", "9",
                    "-extfile", f"{name}.ext", "-out", f"{name}.pem")
        chain = self.folder / "chain.pem"
        chain.write_bytes((self.folder / "leaf.pem").read_bytes() + (self.folder / "middle.pem").read_bytes())
        self.assertNotEqual(self.sign("chain.pem", "leaf.key", self.file).returncode, 0)
        done = self.sign("chain.pem", "leaf.key", self.file, TODOKU_SIGN_ROOTS=str(self.folder / "root.pem"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(self.verify("root.pem"))

    def test_takes_a_key_that_never_leaves_its_token(self):
        module = pathlib.Path("/usr/lib/softhsm/libsofthsm2.so")
        if not module.exists():
            self.skipTest("softhsm2 is not installed (tests/install-packages windows)")
        (self.folder / "tokens").mkdir()
        (self.folder / "softhsm.conf").write_text(f"directories.tokendir = {self.folder}/tokens\n")
        (self.folder / "pin").write_text("1234")
        environment = dict(os.environ, SOFTHSM2_CONF=str(self.folder / "softhsm.conf"))
        for words in (("softhsm2-util", "--init-token", "--free", "--label", "house", "--pin", "1234", "--so-pin", "5678"),
                      ("openssl", "pkcs8", "-topk8", "-nocrypt", "-in", "ours.key", "-out", "ours.pk8"),
                      ("softhsm2-util", "--import", "ours.pk8", "--token", "house", "--label", "signer", "--id", "a1", "--pin", "1234")):
            subprocess.run(words, check=True, capture_output=True, cwd=self.folder, env=environment)
        done = subprocess.run([windows.INSTALLER / "sign", self.folder / "ours.pem", "pkcs11:token=house;object=signer;type=private", self.file],
                              capture_output=True, text=True, env=environment | {"TODOKU_PKCS11_MODULE": str(module),
                                                                                  "TODOKU_KEY_PASSWORD_FILE": str(self.folder / "pin")})
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(self.verify("ours.pem"))

    def test_sees_one_changed_byte(self):
        self.assertEqual(self.sign("ours.pem", "ours.key", self.file).returncode, 0)
        self.assertTrue(self.verify("ours.pem"))
        content = bytearray(self.file.read_bytes())
        content[len(content) // 3] ^= 1
        self.file.write_bytes(content)
        self.assertFalse(self.verify("ours.pem"))

    def test_refuses_what_cannot_be_signed(self):
        before = self.file.read_bytes()
        for certificate, key, file in (("ours.pem", "theirs.key", self.file), ("none.pem", "ours.key", self.file),
                                       ("ours.pem", "none.key", self.file), ("ours.pem", "ours.key", self.folder / "ours.pem")):
            self.assertNotEqual(self.sign(certificate, key, file).returncode, 0, (certificate, key, file))
        self.assertEqual(self.file.read_bytes(), before)


class AnUninstallerThatCannotBeSigned(unittest.TestCase):
    def test_ends_the_packing(self):
        folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        for end in ("install", "uninstall"):
            (folder / f"files.{end}").write_text("")
        for signer, well in (("/bin/true", True), ("/bin/false", False)):
            done = subprocess.run(["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", "-NOCD", f"-DFILES={folder}/files", "-DVERSION=0.0.1",
                                   "-DNAME_JA=届く", "-DNAME_EN=Todoku", "-DID=Todoku", f"-DOUT={folder}/todoku-setup.exe",
                                   f"-DICON={windows.BUILD}/todoku.ico", "-DSIZE_KB=1", f"-DSIGN={signer}",
                                   windows.INSTALLER / "setup" / "setup.nsi"], capture_output=True, text=True)
            self.assertEqual(done.returncode == 0, well, done.stdout + done.stderr)


class TheListOfParts(unittest.TestCase):
    def test_names_what_others_put_into_qt_and_into_the_setup(self):
        for end in ("setup.exe", "portable.zip"):
            listed = json.loads(pathlib.Path(str(windows.artefact(end)) + ".spdx.json").read_text(encoding="utf-8"))
            packages = {package["name"]: package for package in listed["packages"]}
            for part in ("BundledZLIB", "BundledLibpng", "BundledFreetype", "BundledHarfbuzz", "BundledPcre2"):
                self.assertRegex(packages["qt6-base/" + part]["versionInfo"], r"^\d+\.\d+", part)
                self.assertNotIn(packages["qt6-base/" + part]["licenseConcluded"], ("", "NOASSERTION"), part)
            self.assertEqual("nsis" in packages, end == "setup.exe")
            explained = {one["licenseId"] for one in listed["hasExtractedLicensingInfos"] if one["extractedText"]}
            self.assertEqual({ref for package in packages.values() for ref in re.findall(r"LicenseRef-[\w.-]+", package["licenseConcluded"])}, explained)

    @unittest.skipUnless((windows.ROOT / ".git").exists(), "not a checkout")
    def test_brings_its_own_source(self):
        archive = next((windows.BUILD / "out").glob("todoku-*-source.tar.xz"))
        with tarfile.open(archive) as source:
            names = {name.split("/", 1)[1] for name in source.getnames() if "/" in name}
        self.assertLessEqual({"CMakeLists.txt", "LICENSE", "installer/windows/build", "app/gui/main.cpp"}, names)

    def test_says_where_the_source_is(self):
        said = (STAGE / "licences" / "source.txt").read_text(encoding="utf-8")
        for line in (windows.INSTALLER / "sources.tsv").read_text().splitlines():
            if line and line[0] != "#":
                self.assertIn(line.split("\t")[3], said)
                self.assertIn(line.split("\t")[4], said)

    def test_names_every_file_and_every_source(self):
        sources = [line.split("\t") for line in (windows.INSTALLER / "sources.tsv").read_text().splitlines() if line and line[0] != "#"]
        for end in ("setup.exe", "portable.zip"):
            artefact = windows.artefact(end)
            listed = json.loads(pathlib.Path(str(artefact) + ".spdx.json").read_text(encoding="utf-8"))
            packages = {package["name"]: package for package in listed["packages"]}
            self.assertEqual(packages["todoku"]["checksums"][0]["checksumValue"], hashlib.sha256(artefact.read_bytes()).hexdigest())
            for name, _, version, _, checksum in sources:
                if not name.endswith("-patches"):
                    self.assertEqual((packages[name]["versionInfo"], packages[name]["checksums"][0]["checksumValue"]), (version, checksum))
                    self.assertNotIn(packages[name]["licenseConcluded"], ("", "NOASSERTION"))
            files = {entry["fileName"]: entry["checksums"][1]["checksumValue"] for entry in listed["files"]}
            there = {"./" + name: hashlib.sha256(content).hexdigest() for name, content in windows.contents(STAGE).items()}
            self.assertEqual(files, there)

    def test_is_true_of_the_archive(self):
        with zipfile.ZipFile(windows.artefact("portable.zip")) as archive:
            names = {name.split("/", 1)[1] for name in archive.namelist() if not name.endswith("/")}
        self.assertEqual(names, windows.contents(STAGE).keys())


if __name__ == "__main__":
    windows.main()
