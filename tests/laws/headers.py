"""A header begins by saying what the thing is for, and is read once; a source file includes its own header first."""

import re

import law


def check(root):
    for path in law.sources(root, (".h",)):
        lines = law.read(path).splitlines()
        name = path.relative_to(root)
        if not lines or not re.match(r"// \S+ \S+ \S+", lines[0]):
            yield f"{name}:1: the first line must say what this is for"
        code = next((line for line in lines if line.strip() and not line.startswith("//")), "")
        if code != "#pragma once":
            yield f"{name}: #pragma once must stand before the first line of code"
    for path in law.sources(root, (".cpp",), ("app", "wizard")):
        if not path.with_suffix(".h").exists():
            continue
        includes = re.findall(r'^#include ["<](.+)[">]', law.read(path), re.MULTILINE)
        if not includes or includes[0].rsplit("/", 1)[-1] != path.with_suffix(".h").name:
            yield f"{path.relative_to(root)}: its own header must be included first"


def self_test():
    good = "// What it is for, in one line.\n#pragma once\n"
    tree = law.sample({
        "app/a/good.h": good, "app/a/good.cpp": '// A word.\n#include "a/good.h"\n#include <QString>\n',
        "app/a/mute.h": "#pragma once\n",
        "app/a/twice.h": "// What it is for, in one line.\n#include <QString>\n#pragma once\n",
        "app/a/late.h": good, "app/a/late.cpp": '#include <QString>\n#include "a/late.h"\n',
    })
    found = list(check(law.pathlib.Path(tree.name)))
    for name, what in (("mute.h", "a header without a first word"), ("twice.h", "code before #pragma once"),
                       ("late.cpp", "another header before its own")):
        law.proves(f"sees {what}", any(name in line for line in found))
    law.proves("says nothing about what is right", not any("good" in line for line in found))


if __name__ == "__main__":
    law.main(check, self_test)
