"""Data in resources/ is readable, and no language lacks a text, a key or a placeholder that another one has."""

import json
import pathlib
import re

import law

PLACEHOLDER = re.compile(r"\{(\w+)\}|%(n|L?\d+)")


def no_doubles(pairs):
    keys = [key for key, _ in pairs]
    doubled = {key for key in keys if keys.count(key) > 1}
    if doubled:
        raise ValueError(f"doubled key {', '.join(sorted(doubled))}")
    return dict(pairs)


def parsed(path):
    return json.loads(law.read(path), object_pairs_hook=no_doubles)


def placeholders(text):
    return {"{%s}" % name if name else f"%{number}" for name, number in PLACEHOLDER.findall(text)}


def texts(value, where=""):
    """Every text in a document by its place: {"steps.0.text": "…"}"""
    if isinstance(value, dict):
        return {key: text for name, inner in value.items() for key, text in texts(inner, f"{where}.{name}").items()}
    if isinstance(value, list):
        return {key: text for n, inner in enumerate(value) for key, text in texts(inner, f"{where}.{n}").items()}
    return {where.removeprefix("."): value} if isinstance(value, str) else {}


def unequal(one, other, name, languages):
    """What one language's texts have and the other's have not."""
    for key in sorted(one.keys() ^ other.keys()):
        lacking = languages[1] if key in one else languages[0]
        yield f"{name}: {lacking} lacks {key}"
    for key in sorted(one.keys() & other.keys()):
        if placeholders(one[key]) != placeholders(other[key]):
            yield f"{name}: {key}: {languages[0]} and {languages[1]} have different placeholders"
        for text, language in ((one[key], languages[0]), (other[key], languages[1])):
            if not text.strip():
                yield f"{name}: {language}: {key} is empty"


def language_folders(resources):
    """Folders whose inner folders are languages: advice/, words/, guides/words/ …"""
    return sorted({path.parent for path in resources.rglob("en") if path.is_dir()})


def languages_agree(root, folder):
    languages = sorted(path.name for path in folder.iterdir() if path.is_dir() and re.fullmatch(r"[a-z]{2}", path.name))
    first = "en"
    for other in (language for language in languages if language != first):
        names = [{path.relative_to(folder / language) for path in (folder / language).rglob("*") if path.is_file()}
                 for language in (first, other)]
        for name in sorted(names[0] ^ names[1]):
            yield f"{folder.relative_to(root)}: {other if name in names[0] else first} lacks {name}"
        for name in sorted(names[0] & names[1]):
            pair = [folder / language / name for language in (first, other)]
            contents = [texts(parsed(path)) if name.suffix == ".json" else {"text": law.read(path)} for path in pair]
            yield from unequal(*contents, (folder / name).relative_to(root), (first, other))


def check(root):
    resources = root / "resources"
    broken = False
    for path in sorted(resources.rglob("*.json")):
        try:
            parsed(path)
        except ValueError as error:
            broken = True
            yield f"{path.relative_to(root)}: {error}"
    if broken:
        return
    for folder in language_folders(resources):
        yield from languages_agree(root, folder)
    for path in sorted((resources / "guides").glob("*/*.json")):
        for place, name in texts(parsed(path)).items():
            if place.endswith("picture") and not (resources / "guides/pictures" / name).is_file():
                yield f"{path.relative_to(root)}: {place}: resources/guides/pictures/{name} does not exist"


def self_test():
    tree = law.sample({"resources/a.json": '{"x": 1,}', "resources/b.json": '{"x": 1, "x": 2}'})
    found = "\n".join(check(pathlib.Path(tree.name)))
    law.proves("sees what is no JSON", "a.json" in found)
    law.proves("sees a doubled key", "b.json: doubled key x" in found)
    tree = law.sample({
        "resources/advice/en/a.md": "Wait {seconds} s", "resources/advice/ja/a.md": "{second}秒",
        "resources/advice/en/only.md": "x", "resources/advice/en/same.md": "{n}", "resources/advice/ja/same.md": "{n}",
        "resources/words/en/w.json": '{"k": "%1", "gone": "x"}', "resources/words/ja/w.json": '{"k": ""}',
        "resources/guides/p/t.json": '{"steps": [{"picture": "none.svg"}]}',
    })
    found = "\n".join(check(pathlib.Path(tree.name)))
    for claim, word in (("a different placeholder", "a.md: text: en and ja have"),
                        ("a missing file", "ja lacks only.md"),
                        ("a missing key", "ja lacks gone"), ("an empty text", "k is empty"),
                        ("a picture that is not there", "none.svg does not exist")):
        law.proves(f"sees {claim}", word in found)
    law.proves("says nothing about what agrees", "same.md" not in found)


if __name__ == "__main__":
    law.main(check, self_test)
