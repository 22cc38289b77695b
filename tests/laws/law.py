"""What all laws share: where the sources are, how a violation is told, how a law proves that it can fail."""

import argparse
import os
import pathlib
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCE_FOLDERS = ("app", "wizard", "tests", "installer")
SKIPPED = 77  # ctest counts this exit code as "skipped"


def sources(root, suffixes, folders=SOURCE_FOLDERS):
    """Every file with one of these suffixes, never one that a build or an interpreter left behind."""
    found = []
    for folder in folders:
        for here, inner, names in os.walk(root / folder):
            inner[:] = sorted(name for name in inner if name not in ("build", "__pycache__"))
            found += [pathlib.Path(here, name) for name in sorted(names) if name.endswith(suffixes)]
    return found


def read(path):
    return path.read_text(encoding="utf-8")


def sample(files):
    """A made-up tree for a self-test. The caller keeps the object for as long as the tree is needed."""
    folder = tempfile.TemporaryDirectory(prefix="todoku-law-")
    for name, text in files.items():
        path = pathlib.Path(folder.name, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def proves(claim, holds):
    if not holds:
        sys.exit(f"self-test: {claim}: NO. The law cannot be trusted.")
    print(f"self-test: {claim}: yes")


def main(check, self_test):
    """Runs the self-test first: a law that cannot fail is worth nothing. `check(root)` yields violations."""
    options = argparse.ArgumentParser()
    options.add_argument("--root", type=pathlib.Path, default=ROOT)
    root = options.parse_args().root.resolve()
    self_test()
    tell(check(root))


def tell(violations):
    violations = list(violations)
    for violation in violations:
        print(violation)
    if violations:
        sys.exit(f"{len(violations)} violation(s)")
    print("holds")
