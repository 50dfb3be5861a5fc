#!/usr/bin/python3
"""Every MUST is an error, every SHOULD a warning: each field that a kind of file must or should have is left out of the
example county, and `cpm check` has to say so, in the file that lacks it.

What must and should be there is what `cpm schema KIND --fields` tells people; the files are changed by PyYAML.
"""
import copy
import glob
import json
import os
import shutil
import sys
import tempfile

import yaml

import harness
from harness import ROOT, check, finish, read, write

KINDS = ["repository", "instrument", "snapshot", "plan", "support", "theory-of-change", "logic-model", "roadmap", "fidelity"]
# What has to go as well: either of the two will do, or the other refers to it.
TOGETHER = {("plan", "priorities.from_snapshot"): ["priorities.reason"], ("snapshot", "priorities.items"): ["priorities.reason"],
            ("support", "needs.provider"): ["needs.tool"], ("snapshot", "analysis.opportunities"): ["analysis.feasibility"],
            ("plan", "objectives"): ["steps", "reviews"], ("plan", "steps"): ["reviews"]}


def cpm(*arguments, folder=ROOT):
    return json.loads(harness.cpm(*arguments, "--format", "json", folder=folder).out)


def fields(kind):
    """(path, need) of every field, without the keys of maps whose keys are a county's own."""
    stack = []
    for field in cpm("schema", kind, "--fields")["result"]["fields"]:
        stack = stack[:field["depth"]] + [field["name"]]
        yield ".".join(stack), field["need"]


def leave_out(value, path):
    """A copy without the key at `path`, in whatever lists lie on the way; and how many there were."""
    first, _, rest = path.partition(".")
    if isinstance(value, list):
        parts = [leave_out(entry, path) for entry in value]
        return [part[0] for part in parts], sum(part[1] for part in parts)
    if not isinstance(value, dict):
        return value, 0
    if not rest:
        return {key: entry for key, entry in value.items() if key != first}, int(first in value)
    if first not in value:
        return value, 0
    part, count = leave_out(value[first], rest)
    return {**value, first: part}, count


def as_yaml(content):
    return yaml.dump(content, sort_keys=False, allow_unicode=True)


def found(folder, path):
    return [one for one in cpm("check", "--as-of", "2026-03-31", folder=folder)["findings"] if one["file"] == path]


def fits(need, finding):
    if need == "must":
        return finding["severity"] == "error"
    if finding["code"][3] not in "456":  # a broken reference is something else
        return False
    return finding["severity"] in ("warning", "error")


def try_field(folder, kind, files, path, need):
    """Left out of each file of the kind that has it."""
    tried = 0
    for name, text in files.items():
        content, count = leave_out(yaml.safe_load(text), path)
        for other in TOGETHER.get((kind, path), []):
            content = leave_out(content, other)[0]
        if count == 0 or path == "format":
            continue
        tried += 1
        full = os.path.join(folder, name)
        write(full, as_yaml(content))
        after = found(folder, name)
        write(full, text)
        word = path.split(".")[-1]
        said = [f"{one['code']} {one['severity']} {one['message']}" for one in after if one["severity"] != "advice"]
        check(f"{name} without `{path}`, which it {need} have",
              any(fits(need, one) for one in after),
              f"nothing says that `{word}` is missing; found {said[:3]}")
    return tried


def settle(folder):
    """The county under a real name, since a fictional one has no academy; every file as PyYAML writes it, free of findings."""
    files = {}
    for path in glob.glob(os.path.join(folder, "**/*.yaml"), recursive=True):
        text = as_yaml(yaml.safe_load(read(path).replace("example-alder", "yolo")))
        write(path, text)
        files[os.path.relpath(path, folder)] = text
    return files


def main():
    with tempfile.TemporaryDirectory() as scratch:
        folder = os.path.join(scratch, "county")
        shutil.copytree(os.path.join(ROOT, "examples/alder"), folder)
        files = settle(folder)
        before = cpm("check", "--as-of", "2026-03-31", folder=folder)["findings"]
        spoiled = [one for one in before if one["severity"] == "error"]
        check("the example as PyYAML writes it", not spoiled, spoiled[:2])
        for kind in KINDS:
            own = {name: text for name, text in files.items() if f"cpm/{kind}/" in text.split("\n")[0]}
            check(f"files of kind {kind}", own, "the example has none")
            tried = {"must": 0, "should": 0}
            for path, need in fields(kind):
                if need in tried:
                    tried[need] += try_field(folder, kind, copy.copy(own), path, need)
            check(f"fields that a {kind} must have", tried["must"] > 0, "none was tried")
    return finish()


if __name__ == "__main__":
    sys.exit(main())
