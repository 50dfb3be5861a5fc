#!/usr/bin/python3
"""Rename one id anywhere in the example county, and `cpm check` names every place that now points into the void.

Which keys define an id and which refer to one is written here anew, from the description of the files, and the files are
read by PyYAML; cpm's own tables have no part in it. The instrument that cpm brings along is put among the county's own, so
that its items and areas can be renamed as well. Two rounds: each id that anything refers to is renamed at its definition
alone; then every reference is misspelled. Each reference must get a finding of the 3xx codes, on its line, that names the
nearest id there is."""
import glob
import json
import os
import shutil
import sys
import tempfile

import yaml

from harness import ROOT, check, cpm, finish, read, write

DEFAULT = "instruments/cpm-default.yaml"

# What an id is called here → the kind of file and the keys that define it. `*` stands for a place in a list, `?` for a key
# of the county's own.
DEFINITIONS = {
    "item": ("instrument", ["areas.*.items.*.id"]),
    "area": ("instrument", ["areas.*.id"]),
    "instrument id": ("instrument", ["id"]),
    "instrument version": ("instrument", ["version"]),
    "topic": ("instrument", ["areas.*.topics.*"]),
    "opportunity": ("snapshot", ["analysis.opportunities.*.id"]),
    "Snapshot's priority": ("snapshot", ["priorities.*.id"]),
    "priority": ("plan", ["priorities.*.id"]),
    "objective": ("plan", ["objectives.*.id"]),
    "step": ("plan", ["steps.*.id"]),
    "support need": ("support", ["needs.*.id"]),
    "activity": ("logic-model", ["activities.*.id"]),
    "activity or output": ("logic-model", ["activities.*.id", "outputs.*.id"]),
    "outcome": ("logic-model", ["outcomes.*.id"]),
}
# Lists that cpm brings along: nobody can rename in them, but a reference can be misspelled.
BUILT_IN = {
    "tool": ("toolkits.yaml", ["toolkits.*.tools.*.id"]),
    "outcome": ("outcomes.yaml", ["outcomes.*.id"]),
    "listed outcome": ("outcomes.yaml", ["outcomes.*.id"]),
    "academy": ("regions.yaml", ["academies.*.id"]),
}
# Kind of file → key → what it refers to.
REFERENCES = {
    "repository": {"academy": "academy", "offers.*.item": "item anywhere"},
    "instrument": {"areas.*.items.*.builds_on.*": "item", "areas.*.items.*.tool": "tool",
                   "areas.*.items.*.topic": "topic", "areas.*.items.*.same_as": "item before",
                   "previous.version": "version before", "previous.unchanged.*": "item before",
                   "previous.reworded.*": "item before", "previous.dropped.*": "item before"},
    "snapshot": {"instrument.id": "instrument id", "instrument.version": "instrument version", "ratings.?": "item",
                 "incomplete.*.item": "item", "analysis.strengths.*.items.*": "item",
                 "analysis.opportunities.*.items.*": "item", "analysis.dismissed.*.items.*": "item",
                 "analysis.feasibility.*.item": "item", "analysis.feasibility.*.opportunity": "opportunity",
                 "priorities.*.items.*": "item", "priorities.*.area": "area"},
    "plan": {"snapshot.file": "Snapshot's file", "priorities.*.area": "area",
             "priorities.*.from_snapshot": "Snapshot's priority", "objectives.*.priority": "priority",
             "objectives.*.outcome": "outcome", "steps.*.objective": "objective", "steps.*.after.*": "step",
             "steps.*.supports.*": "support need", "reviews.*.step": "step", "reviews.*.objective": "objective"},
    "support": {"plan": "plan's file", "snapshot": "Snapshot's file", "needs.*.tool": "tool", "needs.*.for.step": "step",
                "needs.*.for.objective": "objective", "needs.*.for.priority": "priority", "needs.*.for.item": "item"},
    "theory-of-change": {"if.*.outcomes.*": "outcome", "then.*.outcomes.*": "outcome"},
    "logic-model": {"plan": "plan's file", "activities.*.objectives.*": "objective", "activities.*.steps.*": "step",
                    "outputs.*.activity": "activity", "outcomes.*.from.*": "activity or output",
                    "outcomes.*.critical": "listed outcome"},
}
# These lead to a whole file: misspelled, nothing behind them can be looked at.
LEADING = ["plan's file", "Snapshot's file", "instrument id", "instrument version"]
# An earlier version may be kept elsewhere, so nobody can miss it.
OPTIONAL = ["version before"]
# Of these the example county has none.
UNUSED = ["topic", "item anywhere"]


class Scalar:
    """One text of a file, with its key and where its letters are."""

    def __init__(self, key, node):
        self.key, self.value, self.line = key, node.value, node.start_mark.line + 1
        quotes = 1 if node.style in ("'", '"') else 0
        self.end = node.end_mark.index - quotes


class File:
    def __init__(self, path, text):
        self.path, self.text = path, text
        self.scalars = list(walk(yaml.compose(text, Loader=yaml.BaseLoader), ""))
        self.kind = self.one("format").split("/")[1]

    def one(self, key):
        return next((scalar.value for scalar in self.scalars if scalar.key == key), "")

    def all(self, keys):
        return [scalar for scalar in self.scalars if scalar.key in keys]


def walk(node, key):
    if isinstance(node, yaml.ScalarNode):
        yield Scalar(key, node)
    elif isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            yield from walk(entry, f"{key}.*")
    else:
        for name, value in node.value:
            if key == "ratings":
                yield Scalar("ratings.?", name)
            yield from walk(value, f"{key}.{name.value}".lstrip("."))


class County:
    """The files, and which of them a reference leads to."""

    def __init__(self, folder):
        paths = glob.glob(os.path.join(folder, "**/*.yaml"), recursive=True)
        self.files = [File(os.path.relpath(path, folder), read(path)) for path in sorted(paths)]

    def of_kind(self, kind):
        return [file for file in self.files if file.kind == kind]

    def at(self, path):
        return next((file for file in self.files if file.path == path), None)

    def instrument(self, name, version):
        return next((file for file in self.of_kind("instrument")
                     if (file.one("id"), file.one("version")) == (name, version)), None)

    def holders(self, file, what):
        """The files whose ids a reference in `file` may name."""
        if what in ("outcome", "support need"):
            return self.of_kind(DEFINITIONS[what][0])
        if what in ("item before", "version before"):
            return [self.instrument(file.one("id"), file.one("previous.version"))]
        own_plan = self.at(file.one("plan")) if file.kind in ("support", "logic-model") else file
        if what in ("step", "objective", "priority"):
            return [own_plan]
        if file.kind in ("plan", "support"):
            file = self.at(file.one("snapshot")) or self.at(own_plan.one("snapshot.file"))
        if what in ("item", "area", "instrument id", "instrument version") and file.kind == "snapshot":
            file = self.instrument(file.one("instrument.id"), file.one("instrument.version"))
        return [file]

    def ids(self, file, what):
        """(file that defines it or None, scalar or None, id) of all that a reference of this sort may name."""
        word = {"item before": "item", "version before": "instrument version"}.get(what, what)
        if word.endswith("'s file"):
            kind = word.split("'")[0].lower()
            return [(other, None, other.path) for other in self.of_kind(kind)]
        found = []
        if word in DEFINITIONS:
            for holder in filter(None, self.holders(file, what)):
                found += [(holder, scalar, scalar.value) for scalar in holder.all(DEFINITIONS[word][1])]
        if word in BUILT_IN:
            name, keys = BUILT_IN[word]
            found += [(None, None, scalar.value) for scalar in BUILT_IN_FILES[name].all(keys)]
        return found

    def references(self):
        for file in self.files:
            for scalar in file.scalars:
                what = REFERENCES.get(file.kind, {}).get(scalar.key)
                if what:
                    yield file, scalar, what


BUILT_IN_FILES = {name: File(name, read(f"src/builtin/{name}")) for name, _ in BUILT_IN.values()}


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        above, row[0] = row[0], i
        for j, right in enumerate(b, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (left != right))
    return row[-1]


def nearest(word, ids):
    best = min(distance(word, each) for each in ids)
    return [each for each in ids if distance(word, each) == best]


def findings(folder):
    found = json.loads(cpm("check", "--format", "json", "--as-of", "2026-03-31", folder=folder).out)["findings"]
    return [finding for finding in found if finding["code"].startswith("CPM3")]


def expect_named(what, found, file, scalar, ids):
    """A finding at the reference that names the nearest of `ids`."""
    here = [one for one in found if one["file"] == file.path and one["line"] <= scalar.line <= one["end_line"]]
    words = " ".join(f"{one['message']} {one['help']}" for one in here)
    wanted = [word for word in nearest(scalar.value, ids) if word in words]
    elsewhere = [f"{one['code']} {one['file']}:{one['line']} {one['message']}" for one in found]
    check(f"{what}, {file.path}:{scalar.line} `{scalar.key}: {scalar.value}`", here and wanted,
          f"says {words}" if here else f"is not reported; found {elsewhere[:4]}")


def with_suffix(text, scalars):
    for scalar in sorted(scalars, key=lambda one: one.end, reverse=True):
        text = text[:scalar.end] + "x" + text[scalar.end:]
    return text


def rename_definitions(folder, county):
    """Each id that is referred to, at its definition alone. Returns what sorts of ids there were."""
    pointing = {}
    for file, scalar, what in county.references():
        for holder, definition, word in county.ids(file, what):
            if definition is not None and word == scalar.value:
                pointing.setdefault((holder.path, definition.end), []).append((file, scalar, what, holder, definition))
    seen = set()
    for group in pointing.values():
        _, _, _, holder, definition = group[0]
        path = os.path.join(folder, holder.path)
        write(path, with_suffix(holder.text, [definition]))
        found = findings(folder)
        write(path, holder.text)
        for file, scalar, what, _, _ in group:
            if what in OPTIONAL or (what in LEADING and holder.path == DEFAULT):
                continue  # cpm brings the instrument along all the same
            ids = [word + "x" if one is definition else word for _, one, word in county.ids(file, what)]
            expect_named(f"{holder.path}: `{definition.key}: {definition.value}` renamed", found, file, scalar, ids)
            seen.add(what)
    return seen


def rename_files(folder, county):
    """Each plan and Snapshot that another file names, under another name."""
    named = {}
    for file, scalar, what in county.references():
        if what.endswith("'s file"):
            named.setdefault(scalar.value, []).append((file, scalar, what))
    for path, group in named.items():
        other = path.replace(".yaml", "x.yaml")
        os.rename(os.path.join(folder, path), os.path.join(folder, other))
        found = findings(folder)
        os.rename(os.path.join(folder, other), os.path.join(folder, path))
        for file, scalar, what in group:
            ids = [other if word == path else word for _, _, word in county.ids(file, what)]
            expect_named(f"{path} renamed", found, file, scalar, ids)
    return bool(named)


def misspell_references(folder, county):
    """All references of a file at once; those that lead to a whole file one by one."""
    seen = set()
    for file in county.files:
        own = [(scalar, what) for other, scalar, what in county.references() if other is file and what not in OPTIONAL]
        groups = [[one] for one in own if one[1] in LEADING] + [[one for one in own if one[1] not in LEADING]]
        for group in filter(None, groups):
            write(os.path.join(folder, file.path), with_suffix(file.text, [scalar for scalar, _ in group]))
            found = findings(folder)
            write(os.path.join(folder, file.path), file.text)
            for scalar, what in group:
                seen.add(what)
                misspelled = Scalar.__new__(Scalar)
                misspelled.key, misspelled.value, misspelled.line = scalar.key, scalar.value + "x", scalar.line
                expect_named(f"misspelled {what}", found, file, misspelled, [word for _, _, word in county.ids(file, what)])
    return seen


def main():
    with tempfile.TemporaryDirectory() as scratch:
        folder = os.path.join(scratch, "alder")
        shutil.copytree(os.path.join(ROOT, "examples/alder"), folder)
        shutil.copy(os.path.join(ROOT, "src/builtin/instrument-cpm-default.yaml"), os.path.join(folder, DEFAULT))
        check("the example as it is", not findings(folder), "has findings of references")
        county = County(folder)
        sorts = {what for keys in REFERENCES.values() for what in keys.values()} - set(UNUSED) - set(OPTIONAL)
        renamed = rename_definitions(folder, county)
        whole = {what for what in sorts if what.endswith("'s file")}
        for what in sorted(sorts - whole - set(BUILT_IN) | {"outcome"}):
            check(f"ids of the sort `{what}`", what in renamed, "none was found, so nothing was tried")
        check("files that others name", rename_files(folder, county), "none was found")
        misspelled = misspell_references(folder, county)
        for what in sorted(sorts):
            check(f"references to the sort `{what}`", what in misspelled, "none was found, so nothing was tried")
    return finish()


if __name__ == "__main__":
    sys.exit(main())
