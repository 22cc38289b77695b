"""Whatever defines an entry stands in its folder's catalogue: a probe that is in no table would never run."""

import pathlib
import re

import law

# folder, files to look into, what an entry looks like. The first group is the name that the catalogue must say.
ENTRIES = (
    ("app/mailapps", "*.h", r"^model::MailApp (\w+)\(const Places &"),
    ("app/rules", "*.h", r"^TODOKU_RULE\((\w+)\);"),
    ("app/remedies", "*.h", r"^class (\w+)(?: final)? : public \w*Remedy\b"),
    ("app/cli", "*.cpp", r"^int (run\w+)\(const Call &"),
    ("wizard/screens", "*.h", r"^class (\w+)(?: final)? : public (?:shell::)?Screen\b"),
)


def without_comments(text):
    return re.sub(r"//[^\n]*", "", text)


def owner(text, position):
    """The class or innermost namespace that encloses this place of a header."""
    names = re.findall(r"^(?:class|namespace) ([\w:]+)(?=[^;]*$)", text[:position], re.MULTILINE)
    return names[-1].rsplit("::", 1)[-1]


def probes(root):
    """A probe is a class or namespace with a due(); the table names it as X::due."""
    for path in sorted((root / "app/probes").glob("*.h")):
        text = without_comments(law.read(path))
        for match in re.finditer(r"QList<Job> due\(", text):
            yield path, owner(text, match.start()) + "::due"


def others(root):
    for folder, pattern, entry in ENTRIES:
        texts = {path: without_comments(law.read(path)) for path in sorted((root / folder).glob(pattern))}
        derived_from = "".join(texts.values())
        for path, text in texts.items():
            for name in re.findall(entry, text, re.MULTILINE):
                if not re.search(rf": public {name}\b", derived_from):  # a base class is no entry
                    yield path, name


def check(root):
    seen = set()
    for path, name in [*probes(root), *others(root)]:
        folder = path.parent
        seen.add(str(folder.relative_to(root)))
        catalogue = folder / "catalogue.cpp"
        table = without_comments(law.read(catalogue)) if catalogue.exists() else ""
        if not re.search(rf"(?<![\w:]){re.escape(name)}\b", table):
            yield f"{path.relative_to(root)}: {name} is missing from {catalogue.relative_to(root)}"
    for folder in ["app/probes", *(entry[0] for entry in ENTRIES)]:
        if folder not in seen and any((root / folder).glob("*.cpp")):
            yield f"{folder}: no entry recognised: this law has gone blind, mend it"
    yield from lonely_rules(root)


def lonely_rules(root):
    """A .cpp of rules without a header of its own is there for a rule, and must define one."""
    header = root / "app/rules/families.h"
    declared = set(re.findall(ENTRIES[1][2], law.read(header), re.MULTILINE)) if header.exists() else set()
    for path in sorted((root / "app/rules").glob("*.cpp")):
        if path.stem in ("catalogue", "judge", "kinds") or path.with_suffix(".h").exists():
            continue
        defined = set(re.findall(r"^QList<(?:model::)?Finding> (\w+)\(const (?:model::)?Case &", law.read(path),
                                 re.MULTILINE))
        if not defined & declared:
            yield f"{path.relative_to(root)}: defines no rule that families.h declares"


def self_test():
    tree = law.sample({
        "app/probes/in.h": "namespace probes {\nclass In : public Probe\n{\n    static QList<Job> due(int);\n};\n}\n",
        "app/probes/out.h": "namespace probes::out {\nQList<Job> due(int);\n}\n",
        "app/probes/catalogue.cpp": "table = {{&In::due}}; // out::due\n",
        "app/remedies/base.h": "class FileRemedy : public Remedy\n",
        "app/remedies/a.h": "class A : public FileRemedy\n", "app/remedies/b.h": "class B : public Remedy\n",
        "app/remedies/catalogue.cpp": "static const A a;\n",
        "app/rules/families.h": "TODOKU_RULE(listed);\nTODOKU_RULE(lost);\n",
        "app/rules/listed.cpp": "QList<model::Finding> listed(const model::Case &visit)\n",
        "app/rules/stray.cpp": "QList<model::Finding> stray(const model::Case &visit)\n",
        "app/rules/catalogue.cpp": "listed\n",
        "wizard/screens/new_kind.cpp": "\n",
    })
    found = "\n".join(check(pathlib.Path(tree.name)))
    for name in ("out::due", "B is missing", "lost", "stray.cpp"):
        law.proves(f"sees {name}", name in found)
    law.proves("sees that it has gone blind", "wizard/screens: no entry recognised" in found)
    law.proves("says nothing about what is listed",
               not any(word in found for word in ("In::due", "A is missing", "FileRemedy", "listed is")))


if __name__ == "__main__":
    law.main(check, self_test)
