"""Every C++ file looks as .clang-format says. Held by one version, because versions differ in their taste."""

import pathlib
import re
import shutil
import subprocess
import sys

import law

VERSION = 14  # Debian 12's


def formatter():
    for name in (f"clang-format-{VERSION}", "clang-format"):
        path = shutil.which(name)
        if path and re.search(rf"version {VERSION}\.", subprocess.run([path, "--version"], capture_output=True,
                                                                       text=True).stdout):
            return path
    return None


PROGRAM = formatter()


def check(root):
    files = law.sources(root, (".cpp", ".h"))
    for start in range(0, len(files), 50):
        done = subprocess.run([PROGRAM, "--dry-run", "--ferror-limit=1", *map(str, files[start:start + 50])],
                              capture_output=True, text=True)
        for file, line in re.findall(r"^(\S+?):(\d+):\d+: warning: code should be clang-formatted", done.stderr,
                                     re.MULTILINE):
            yield f"{pathlib.Path(file).relative_to(root)}:{line}: clang-format would write this differently"
        if done.returncode:
            yield f"clang-format failed: {done.stderr[-500:]}"


def self_test():
    tree = law.sample({".clang-format": law.read(law.ROOT / ".clang-format"),
                       "app/a/good.cpp": "int main()\n{\n    return 0;\n}\n",
                       "app/a/bad.cpp": "int main(){\n  return 0; }\n"})
    found = list(check(pathlib.Path(tree.name)))
    law.proves("sees what is formatted badly, and only that", len(found) == 1 and "bad.cpp" in found[0])


if __name__ == "__main__":
    if not PROGRAM:
        print(f"SKIPPED: clang-format {VERSION} is not installed")
        sys.exit(law.SKIPPED)
    law.main(check, self_test)
