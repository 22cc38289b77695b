"""The table of the lab: every world with what was expected, what was said, how long it took and whom it blamed."""

import concurrent.futures
import importlib
import pathlib
import signal
import sys
import threading
import time
import traceback

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(FOLDER), str(FOLDER.parent / "integration")]
from place import Place  # noqa: E402
from rigs import cli, suite  # noqa: E402

GROUPS = sorted(path.stem for path in (FOLDER / "worlds").glob("[a-z]*.py"))
PROGRAMS = ("postfix", "dovecot", "openssl", "unbound", "ip", "nft")
HEAD = f"{'world':<34} {'expected':<30} {'got':<30} {'s':>5} {'log-ins':>7} false  "


def worlds_of(group):
    return importlib.import_module(f"worlds.{group}").WORLDS


def open_worlds():
    """Names and reasons: what real servers do and nobody is told rightly yet."""
    return {name: why for group in GROUPS
            for name, why in getattr(importlib.import_module(f"worlds.{group}"), "OPEN", {}).items()}


def row(world, answer, seconds, wrong):
    got = answer.json.get("verdict", "?") if answer and answer.json else "no answer"
    logins = answer.json.get("logins_used", "-") if answer and answer.json else "-"
    false = len(world.accused_falsely(answer)) if answer else 0
    remark = "MISS: " + "; ".join(wrong) if wrong else ""
    return f"{world.name:<34} {world.expect:<30} {got:<30} {seconds:>5.1f} {logins:>7} {false:>5}  {remark}".rstrip()


def visit(place, world):
    """(row, right, false accusations)"""
    answer, wrong, seconds = None, [], 0.0
    try:
        with place.stand(world):
            began = time.monotonic()
            answer = place.ask(world)
            seconds = time.monotonic() - began
            wrong = world.judge(answer)
    except Exception as error:  # a rig that breaks is a miss of this world, with its reason
        traceback.print_exc()
        wrong = [f"the rig: {error}".splitlines()[0][:200]]
    if wrong and answer and VERBOSE:
        print(answer, flush=True)
    return row(world, answer, seconds, wrong), not wrong, len(world.accused_falsely(answer)) if answer else 0


def walk(group, names):
    """Rows of the worlds of one group, on one street."""
    worlds = [world for world in worlds_of(group) if not names or world.name in names or group in names]
    if not worlds or STOP.is_set():
        return []
    results = []
    with Place() as place:
        for world in worlds:
            if STOP.is_set():
                break
            outcome = visit(place, world)
            print(outcome[0], flush=True)
            if not outcome[1] and not outcome[2]:
                # Real servers on a busy machine stumble now and then: once more, in sight. Never after a false accusation.
                outcome = visit(place, world)
                print(outcome[0], "(second try)", flush=True)
            results.append(outcome)
    return results


def reasons_not_to():
    """Words that say why this machine cannot, or nothing."""
    probe = suite.needs(*PROGRAMS)(type("Probe", (), {}))
    return getattr(probe, "__unittest_skip_why__", "") if getattr(probe, "__unittest_skip__", False) else ""


def main(names):
    if why := reasons_not_to():
        print("lab:", why, file=sys.stderr)
        return suite.SKIPPED
    if (program := cli.Todoku()("findings")).exit:
        print(program, file=sys.stderr)
        return 1
    known = {*GROUPS, *(world.name for group in GROUPS for world in worlds_of(group))}
    if unknown := [name for name in names if name not in known]:
        print("lab: no such world:", *unknown, file=sys.stderr)
        return 2
    began = time.monotonic()
    print(HEAD, flush=True)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = [one for part in pool.map(walk, GROUPS, [names] * len(GROUPS)) for one in part]
    right, false = sum(one[1] for one in results), sum(one[2] for one in results)
    print(f"{len(results)} worlds, {right} right, {len(results) - right} missed, {false} false accusations, "
          f"{time.monotonic() - began:.0f} s")
    for name, why in open_worlds().items() if not names else ():
        print(f"open: {name}: {why}")
    if STOP.is_set():
        return 128 + signal.SIGTERM
    return 0 if results and right == len(results) else 1


VERBOSE = "-v" in sys.argv
STOP = threading.Event()  # the world that is being asked ends; servers and networks go with it
if __name__ == "__main__":
    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, lambda *_: STOP.set())
    sys.exit(main([name for name in sys.argv[1:] if name != "-v"]))
