"""No source file is longer than 400 lines: one thing, one small file."""

import law

LIMIT = 400


def check(root):
    for path in law.sources(root, (".cpp", ".h", ".py")):
        lines = law.read(path).count("\n")
        if lines > LIMIT:
            yield f"{path.relative_to(root)}: {lines} lines, {LIMIT} is the limit"


def self_test():
    tree = law.sample({"app/model/long.cpp": "\n" * (LIMIT + 1), "app/model/just.h": "\n" * LIMIT})
    found = list(check(law.pathlib.Path(tree.name)))
    law.proves("sees one line too many, and only that", len(found) == 1 and "long.cpp" in found[0])


if __name__ == "__main__":
    law.main(check, self_test)
