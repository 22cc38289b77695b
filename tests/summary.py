"""The last line of tests/run: what passed, failed and was skipped, from ctest's own results."""

import sys
import xml.etree.ElementTree as xml


def counts(path):
    """(passed, [failed names], [skipped names])"""
    passed, failed, skipped = 0, [], []
    for case in xml.parse(path).getroot().iter("testcase"):
        status = case.get("status")
        if status == "run":
            passed += 1
        elif status in ("notrun", "disabled") and case.find("skipped") is not None:
            skipped.append(case.get("name"))
        else:
            failed.append(case.get("name"))
    return passed, failed, skipped


def main(seconds, paths):
    rounds, bad = [], not paths
    for path in paths:
        preset = path.rsplit("results-", 1)[1].removesuffix(".xml")
        passed, failed, skipped = counts(path)
        for word, names in (("skipped", skipped), ("FAILED", failed)):
            for name in names:
                print(f"{word}: {name} ({preset})")
        rounds.append(f"{preset}: {passed} passed, {len(failed)} failed, {len(skipped)} skipped")
        bad = bad or bool(failed) or passed == 0
    word = "FAILED" if bad else "passed"
    print(f"tests/run {word} in {int(seconds) // 60} min {int(seconds) % 60:02} s. {'; '.join(rounds)}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
