"""The worlds cover what they say: every finding from both sides, and every row of the catalogue of faults, or why not."""

import json
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "laws"))
import law  # noqa: E402

LEAST_WORLDS = 150
AREAS = ("line", "dns", "pc", "server", "tls", "login", "mailbox", "submit")
ROWS = {"S": 80, "X": 23, "D": 19, "N": 23, "C": 8}  # the catalogue's tables and how many rows each has


def all_rows():
    return {f"{table}{number:02}" for table, count in ROWS.items() for number in range(1, count + 1)}


def findings(root):
    kinds = law.read(root / "app/rules/kinds.cpp")
    return {found for found in re.findall(r'\{\s*"([a-z]+\.[a-z0-9-]+)",', kinds) if found.split(".")[0] in AREAS}


def worlds(root):
    return {path.stem: json.loads(law.read(path)) for path in sorted((root / "tests/scenarios").glob("*.json"))}


def not_applicable(root):
    """row, or finding that no probe can bring about -> reason, from rows.txt: "S77 why"."""
    reasons = {}
    for line in law.read(root / "tests/scenarios/rows.txt").splitlines():
        if line and not line.startswith("#"):
            row, _, reason = line.partition(" ")
            reasons[row] = reason.strip()
    return reasons


def check(root):
    found, made, reasons, rows = findings(root), worlds(root), not_applicable(root), all_rows()
    if len(made) < LEAST_WORLDS:
        yield f"{len(made)} worlds, {LEAST_WORLDS} are the least"
    appear, absent, covered = set(), set(), set()
    for name, world in made.items():
        expect = world.get("expect", {})
        appear |= set(expect.get("findings", [])) | {expect.get("verdict")}
        absent |= set(expect.get("never", []))
        covers = set(world.get("covers", []))
        covered |= covers
        # The rows are about lines and servers; the settings of a mail program have none.
        if "net" in world and not covers and "registry" not in world:
            yield f"{name}: a net world says what it covers"
        for word in sorted(covers - rows - found - {"healthy"}):
            yield f"{name}: covers {word}, which is neither a row nor a finding"
        for word in sorted((set(expect.get("never", [])) | set(expect.get("may", []))) - found):
            if word.split(".")[0] in AREAS:
                yield f"{name}: no such finding: {word}"
    for finding in sorted(found - appear - set(reasons)):
        yield f"{finding}: no world in which it must appear"
    for finding in sorted(found - absent):
        yield f"{finding}: no near miss in which it must not"
    for row in sorted(rows - covered - set(reasons)):
        yield f"{row}: no world, and no reason in rows.txt"
    for row in sorted(set(reasons)):
        if row not in rows | found or not reasons[row]:
            yield f"rows.txt: {row}: neither a row nor a finding, or without a reason"
        elif row in covered | appear:
            yield f"rows.txt: {row}: said not to apply, and yet a world covers it"


def self_test():
    world = {"what": "x", "covers": ["S01", "S99"], "net": {},
             "expect": {"verdict": "server.silent", "never": ["server.sillent"]}}
    tree = law.sample({"app/rules/kinds.cpp": '{"server.silent", Side::Provider},',
                       "tests/scenarios/rows.txt": "S01 no reason\nS02 good\n",
                       "tests/scenarios/one.json": json.dumps(world)})
    found = "\n".join(check(pathlib.Path(tree.name)))
    law.proves("sees too few worlds", "1 worlds" in found)
    law.proves("sees a finding without a near miss", "server.silent: no near miss" in found)
    law.proves("sees a misspelt finding", "no such finding: server.sillent" in found)
    law.proves("sees a row that is no row", "covers S99" in found)
    law.proves("sees a row without a world, and only that", "S03: no world" in found and "S02: no world" not in found)
    law.proves("sees a row that is covered and said not to apply", "S01: said not to apply" in found)


if __name__ == "__main__":
    law.main(check, self_test)
