#!/usr/bin/python3
"""Holds the files of src/ to the house: includes, length, layout of headers, nothing left for later.

usage: check.py [root]      the rules are in layers.txt beside this file; the last line is `N passed, N failed`
A self-test plants one violation of each rule in a temporary folder and expects exactly that complaint.
"""
import fnmatch
import os
import re
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
MAX_LINES = 400
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
LATER = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


class Layers:
    """The tables of layers.txt."""

    def __init__(self, path):
        self.allowed, self.only, self.long = {}, {}, []
        with open(path, encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                self.read_line(line.split("#")[0].strip(), f"{path}:{number}")

    def read_line(self, line, place):
        head, _, tail = line.partition(":")
        words = head.split()
        if not line:
            return
        if words[0] == "long":
            self.long.append(words[1])
        elif words[0] == "only" and len(words) == 2:
            self.only[words[1]] = tail.split()
        elif len(words) == 1 and ":" in line:
            self.allowed[words[0]] = tail.split()
        else:
            sys.exit(f"{place}: a line of layers.txt is `room: rooms`, `only HEADER: patterns` or `long pattern`")


class Source:
    """One file of src/: `path` is below src/, `place` as printed."""

    def __init__(self, root, path):
        self.path, self.place = path, f"src/{path}"
        self.room = path.split("/")[0]
        with open(os.path.join(root, "src", path), encoding="utf-8") as file:
            self.lines = file.read().splitlines()
        self.includes = []
        for number, line in enumerate(self.lines, 1):
            match = INCLUDE.match(line)
            if match:
                self.includes.append((number, match.group(1), match.group(2)))

    def is_header(self):
        return self.path.endswith(".h")


def sources(root):
    found = []
    for folder, _, names in os.walk(os.path.join(root, "src")):
        for name in names:
            if name.endswith((".h", ".cpp")):
                found.append(os.path.relpath(os.path.join(folder, name), os.path.join(root, "src")))
    return {path: Source(root, path) for path in sorted(found)}


def matches(path, patterns):
    return any(fnmatch.fnmatch(path, pattern) for pattern in patterns)


# Each rule takes one file, the tables and all files, and yields (line, what is wrong and what to do).

def known_room(source, layers, _):
    if source.room not in layers.allowed:
        yield 1, f"room `{source.room}` is not in tests/architecture/layers.txt; add its row, or move the file"


def rooms_below(source, layers, _):
    allowed = layers.allowed.get(source.room, []) + [source.room]
    for line, quote, header in source.includes:
        room = header.split("/")[0]
        if quote == '"' and room in layers.allowed and room not in allowed:
            yield line, (f"{source.room}/ includes `{header}`, but may include only: {' '.join(allowed)}; "
                         f"move the code to a room that may, or what it needs to a lower room")


def includes_from_src(source, layers, files):
    for line, quote, header in source.includes:
        if quote == '"' and header not in files:
            yield line, f'`{header}` is not a header of src/; write the path from src/, and <> for packages'
        if quote == "<" and header in files:
            yield line, f'`{header}` is our own; write it in "quotes"'


def reach_of(path, files, seen):
    for _, _, header in files[path].includes:
        if header in files and header not in seen:
            seen.add(header)
            reach_of(header, files, seen)
    return seen


def rooms_seen_through_headers(source, layers, files):
    """A room must not see a forbidden one through an allowed header either: render/ must not be able to compute."""
    allowed = layers.allowed.get(source.room, []) + [source.room]
    for line, _, header in source.includes:
        if header not in files or files[header].room not in allowed:
            continue
        for reached in sorted(reach_of(header, files, {header})):
            if files[reached].room not in allowed:
                yield line, (f"{source.room}/ reaches `{reached}` through `{header}`, but may see only: "
                             f"{' '.join(allowed)}; include a header that does not need it, or split `{header}`")
                break


def packages_in_their_rooms(source, layers, _):
    for line, _, header in source.includes:
        for package, patterns in layers.only.items():
            if (header == package or header.startswith(package)) and not matches(source.path, patterns):
                yield line, f"<{header}> belongs only into {' '.join(patterns)}; call what these files offer instead"


def length(source, layers, _):
    if len(source.lines) > MAX_LINES and not matches(source.path, layers.long):
        yield MAX_LINES + 1, (f"{len(source.lines)} lines, at most {MAX_LINES}; split the file by topic, or, if it is "
                              "a table, name it in a `long` line of layers.txt")


def header_opening(source, _, __):
    if not source.is_header():
        return
    if source.lines[:1] != ["#pragma once"]:
        yield 1, "a header begins with `#pragma once`"
    elif len(source.lines) < 2 or not source.lines[1].startswith("//"):
        yield 2, "after `#pragma once` comes a comment of one to three sentences: what the header is for"


def no_using_namespace(source, _, __):
    for line, text in enumerate(source.lines, 1):
        if source.is_header() and re.match(r"\s*using\s+namespace\b", text):
            yield line, "no `using namespace` in a header; name what is used"


def own_header_first(source, _, files):
    own = source.path[:-len(".cpp")] + ".h"
    if source.path.endswith(".cpp") and own in files and source.includes and source.includes[0][2] != own:
        yield source.includes[0][0], f'the first include of {source.path} is its own header, "{own}"'


def nothing_for_later(source, _, __):
    for line, text in enumerate(source.lines, 1):
        if LATER.search(text):
            yield line, "nothing is left for later in the sources; do it, or open an issue and drop the line"


RULES = [known_room, rooms_below, includes_from_src, rooms_seen_through_headers, packages_in_their_rooms, length,
         header_opening, no_using_namespace, own_header_first, nothing_for_later]


def run_bits(root):
    """A test script without its run bit would silently not be run."""
    folder = os.path.join(root, "tests", "scripts")
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        path = os.path.join(folder, name)
        if not name.endswith((".py", ".sh")) or not os.path.isfile(path):
            continue
        with open(path, "rb") as file:
            starts = file.read(2) == b"#!"
        if starts != os.access(path, os.X_OK):
            yield (f"tests/scripts/{name}:1: a test begins with `#!` and has its run bit, a helper neither; "
                   f"chmod {'+x' if starts else '-x'} tests/scripts/{name}")


def complaints_of(root, layers):
    """Per rule: the list of complaints, `file:line: text`."""
    files = sources(root)
    found = {}
    for rule in RULES:
        found[rule.__name__] = [f"{source.place}:{line}: {text}"
                                for source in files.values() for line, text in rule(source, layers, files)]
    found[run_bits.__name__] = list(run_bits(root))
    return found


GOOD = {"base/a.h": "#pragma once\n// Why.\n", "model/m.h": '#pragma once\n// Why.\n#include "base/a.h"\n',
        "report/r.h": '#pragma once\n// Why.\n#include "base/a.h"\n',
        "report/deep.h": '#pragma once\n// Why.\n#include "model/m.h"\n',
        "render/w.h": '#pragma once\n// Why.\n', "render/w.cpp": '#include "render/w.h"\n#include "report/r.h"\n'}

# rule that must complain → file planted, its text, line of the complaint
PLANTED = {
    "known_room": ("attic/a.h", "#pragma once\n// Why.\n", 1),
    "rooms_below": ("base/b.cpp", '#include "base/a.h"\n#include "model/m.h"\n', 2),
    "includes_from_src": ("base/b.cpp", '#include "a.h"\n', 1),
    "rooms_seen_through_headers": ("render/v.cpp", '#include "report/deep.h"\n', 1),
    "packages_in_their_rooms": ("format/f.cpp", "\n#include <libfyaml.h>\n", 2),
    "length": ("base/b.cpp", "\n" * (MAX_LINES + 1), MAX_LINES + 1),
    "header_opening": ("base/b.h", "#pragma once\n#include <string>\n", 2),
    "no_using_namespace": ("base/b.h", "#pragma once\n// Why.\nusing namespace std;\n", 3),
    "own_header_first": ("render/w.cpp", '#include "report/r.h"\n#include "render/w.h"\n', 1),
    "nothing_for_later": ("base/b.cpp", "\n// TO" "DO\n", 2),
    "run_bits": ("../tests/scripts/forgotten.py", "#!/usr/bin/python3\n", 1),
}


def plant(root, files):
    for path, text in files.items():
        full = os.path.normpath(os.path.join(root, "src", path))
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8") as file:
            file.write(text)


def self_test_problem(rule, planted, layers):
    """Nothing when the planted violation is found by this rule alone, at its line; else what happened."""
    with tempfile.TemporaryDirectory() as root:
        plant(root, GOOD)
        if any(complaints_of(root, layers).values()):
            return f"complains about good files: {complaints_of(root, layers)}"
        path, text, line = planted
        plant(root, {path: text})
        found = {name: texts for name, texts in complaints_of(root, layers).items() if texts}
        place = os.path.normpath(f"src/{path}") + f":{line}: "
        if list(found) != [rule] or len(found[rule]) != 1 or not found[rule][0].startswith(place):
            return f"expected one complaint of {rule} at {place}got {found}"
    return None


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.dirname(HERE))
    layers = Layers(os.path.join(HERE, "layers.txt"))
    passed = failed = 0
    for rule, complaints in complaints_of(root, layers).items():
        print("\n".join(complaints), end="\n" if complaints else "")
        passed, failed = (passed, failed + 1) if complaints else (passed + 1, failed)
    untested = {rule.__name__ for rule in RULES + [run_bits]} ^ set(PLANTED)
    for rule, planted in PLANTED.items():
        problem = self_test_problem(rule, planted, layers)
        if problem:
            print(f"tests/architecture/check.py: self-test of {rule}: {problem}")
        passed, failed = (passed, failed + 1) if problem else (passed + 1, failed)
    for rule in sorted(untested):
        print(f"tests/architecture/check.py: rule {rule} has no self-test; add a row to PLANTED")
        failed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
