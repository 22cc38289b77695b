"""Every text of the windows is translated: nothing unfinished, nothing empty, nothing that is not in the file yet."""

import pathlib
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as xml

import law

LUPDATE = next((path for path in ("/usr/lib/qt6/bin/lupdate", shutil.which("lupdate6"), shutil.which("lupdate"))
                if path and pathlib.Path(path).exists()), None)
ARGUMENT = re.compile(r"%(?:n|L?\d+)")


def of_file(text, name):
    tree = xml.fromstring(text)
    for context in tree.iter("context"):
        for message in context.iter("message"):
            source, translation = message.findtext("source") or "", message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            where = f"{name}: {context.findtext('name')}: {source!r}"
            if translation.get("type") in ("vanished", "obsolete"):
                yield f"{where}: no longer used"
            elif translation.get("type") == "unfinished" or not all(form.strip() for form in forms):
                yield f"{where}: not translated"
            elif any(set(ARGUMENT.findall(form)) != set(ARGUMENT.findall(source)) for form in forms):
                yield f"{where}: other arguments than the source"


def fresh(path, root):
    """The file as it would be if lupdate had just read the sources. Without the include paths it would not find the
    classes, and name contexts that no program asks for. English is the language of the sources: only its plurals are kept."""
    plural_only = ["-pluralonly"] if ' language="en"' in law.read(path)[:400] else []
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder, path.name)
        shutil.copy(path, copy)
        subprocess.run([LUPDATE, "-silent", *plural_only, "-locations", "none", "-I", ".", "-I", "app", "app", "wizard",
                        "-ts", str(copy)], cwd=root, check=True, capture_output=True)
        return law.read(copy)


def check(root):
    for path in sorted((root / "translations").glob("*.ts")):
        text = fresh(path, root) if LUPDATE else law.read(path)
        yield from of_file(text, path.relative_to(root))
    if not LUPDATE:
        print("note: no lupdate here; texts that are in no file yet go unseen")


def self_test():
    def message(source, translation):
        return f"<message><source>{source}</source>{translation}</message>"

    text = "<TS><context><name>C</name>" + "".join((
        message("good", "<translation>gut</translation>"),
        message("raw", '<translation type="unfinished"></translation>'),
        message("void", "<translation></translation>"),
        message("%1 of", "<translation>von</translation>"),
        message("old", '<translation type="vanished">alt</translation>'))) + "</context></TS>"
    found = "\n".join(of_file(text, "x.ts"))
    for source in ("raw", "void", "%1 of", "old"):
        law.proves(f"sees {source!r}", repr(source) in found)
    law.proves("says nothing about what is translated", "good" not in found)
    if LUPDATE:
        tree = law.sample({"wizard/a.cpp": 'class A : public QObject { Q_OBJECT\n void f() { tr("new"); } };\n',
                           "app/x": "", "translations/x.ts": '<!DOCTYPE TS><TS version="2.1" language="ja"></TS>'})
        found = "\n".join(check(pathlib.Path(tree.name)))
        law.proves("sees a text that is in no file yet", "'new': not translated" in found)


if __name__ == "__main__":
    law.main(check, self_test)
