"""Nothing half-done is left lying about: leftover marks, tests switched off without a reason, somebody's own paths."""

import pathlib
import re

import law

SUFFIXES = (".cpp", ".h", ".py", ".json", ".md", ".txt", ".cmake", ".ts", ".svg", ".qss", "run")
FOLDERS = ("app", "wizard", "tests", "installer", "resources", "translations", ".ci")
PEOPLE = "hanako|taro|太郎|user|somebody|me"  # homes that samples may name

FORBIDDEN = (
    ("a leftover mark", re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b")),
    ("a test switched off without a reason", re.compile(r"QSKIP\(\s*(?:\)|\"(?:[^\"\\]|\\.){0,9}\")")),
    ("an expected failure without a reason", re.compile(r"QEXPECT_FAIL\([^,]*,\s*\"(?:[^\"\\]|\\.){0,9}\"")),
    ("a path of somebody's machine", re.compile(
        rf"(?<![\w.<>}}$-])(?:/root/|/wor" rf"k/|/home/(?!(?:{PEOPLE})\b)\w+/|/Users/(?!(?:{PEOPLE})\b)\w+/)"
        rf"|[A-Z]:(?:\\{{1,2}}|/)Users(?:\\{{1,2}}|/)(?!(?:{PEOPLE}|Public|%)\b)\w+", re.IGNORECASE)),
)


def files(root):
    yield from law.sources(root, SUFFIXES, FOLDERS)
    yield from (path for path in (root / "README.md", root / "CMakeLists.txt") if path.exists())


def check(root):
    for path in files(root):
        if path.is_relative_to(root / "tests/data") or path == pathlib.Path(__file__).resolve():
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            for what, pattern in FORBIDDEN:
                if match := pattern.search(line):
                    yield f"{path.relative_to(root)}:{number}: {what}: {match.group(0)}"


def self_test():
    tree = law.sample({
        "app/a/mark.cpp": "// TO" "DO later\n", "tests/off.cpp": 'QSKIP("");\n', "tests/short.cpp": 'QSKIP("no");\n',
        "tests/expected.cpp": 'QEXPECT_FAIL("", "x", Continue);\n', "app/a/home.cpp": '"/home/kenji/src/x"\n',
        "app/a/win.cpp": '"C:\\\\Users\\\\kenji\\\\x"\n',
        "app/a/good.cpp": 'QSKIP("needs gnome-keyring");\n"/home/hanako/x"\n"https://example.org/home/pages/"\n',
    })
    found = "\n".join(check(pathlib.Path(tree.name)))
    for name in ("mark", "off", "short", "expected", "home", "win"):
        law.proves(f"sees {name}.cpp", f"{name}.cpp" in found)
    law.proves("says nothing about what is right", "good.cpp" not in found)


if __name__ == "__main__":
    law.main(check, self_test)
