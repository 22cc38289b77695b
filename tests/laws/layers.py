"""A layer includes itself, the layers in its USES, and headers of its own Qt modules: nothing else."""

import argparse
import functools
import glob
import pathlib
import re

import law

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
GENERATED = re.compile(r"^(?:\w+\.moc|moc_\w+\.cpp)$")
ENGINE_QT = ("Core", "Network", "Concurrent")


@functools.cache
def modules_of(header):
    """Qt modules that ship this header: {"Widgets"} for QLabel. Empty where it is none of Qt's."""
    prefix = re.match(r"^Qt([A-Z]\w*)/", header)
    if prefix:
        return frozenset({prefix.group(1)})
    found = set()
    for place in ("/usr/include/*/qt6", "/usr/include/qt6", "/usr/local/include/qt6"):
        for path in glob.glob(f"{place}/Qt*/{header}"):
            found.add(pathlib.Path(path).parent.name.removeprefix("Qt"))
    return frozenset(found)


def layer_of(root, include):
    """ "wizard/shell/x.h" -> "wizard/shell", "model/x.h" -> "model"; None if it names no layer."""
    folder = str(pathlib.PurePosixPath(include).parent)
    return folder if (root / "app" / folder).is_dir() or (root / folder).is_dir() else None


def check(root, folder, name, uses, qt):
    allowed = {name, *uses}
    for path in law.sources(root, (".cpp", ".h"), (folder.relative_to(root),)):
        if path.parent != folder:
            continue
        for number, line in enumerate(law.read(path).splitlines(), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            where = f"{path.relative_to(root)}:{number}"
            own, foreign = match.groups()
            if own and not GENERATED.match(own):
                layer = layer_of(root, own) if "/" in own and ".." not in own else None
                if layer is None:
                    yield f'{where}: "{own}" must be written as "layer/file.h"'
                elif layer not in allowed:
                    yield f'{where}: layer {name} may not use {layer} ("{own}"); it uses {sorted(uses)}'
            if foreign and (modules := modules_of(foreign)) and not modules & set(qt):
                yield f"{where}: layer {name} may not use Qt {'/'.join(sorted(modules))} (<{foreign}>)"


def self_test():
    tree = law.sample({
        "app/model/fact.h": "#pragma once\n",
        "app/net/route.h": "#pragma once\n",
        "app/rules/bad.cpp": '#include "model/fact.h"\n#include "net/route.h"\n#include <QtWidgets/QLabel>\n'
                             '#include "fact.h"\n#include "../net/route.h"\n',
        "app/rules/good.cpp": '#include "rules/bad.h"\n#include "model/fact.h"\n#include <vector>\n'
                              '#include "good.moc"\n',
    })
    root = pathlib.Path(tree.name).resolve()
    found = list(check(root, root / "app/rules", "rules", ["model"], ENGINE_QT))
    law.proves("sees a layer that is not in USES", any("may not use net" in line for line in found))
    law.proves("sees a widget below the wizard", any("may not use Qt Widgets" in line for line in found))
    law.proves("sees an include without its layer", sum("must be written" in line for line in found) == 2)
    law.proves("says nothing about what is allowed", not any("good.cpp" in line for line in found))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--root", type=pathlib.Path, required=True)
    options.add_argument("--folder", type=pathlib.Path, required=True)
    options.add_argument("--name", required=True)
    options.add_argument("--uses", default="", help="layers, with commas")
    options.add_argument("--qt", default="", help="Qt modules, with commas; without it by the kind of layer")
    given = options.parse_args()
    wizard = given.name.startswith("wizard/")
    qt = given.qt.split(",") if given.qt else ENGINE_QT + (("Gui", "Widgets", "Svg", "PrintSupport") if wizard else ())
    self_test()
    law.tell(check(given.root.resolve(), given.folder.resolve(), given.name,
                   [layer for layer in given.uses.split(",") if layer], qt))


if __name__ == "__main__":
    main()
