#!/usr/bin/env python3
"""Checks that generated files and regions are up to date; `--write` renews them.

Generated are: schemas/<kind>.schema.json, the regions between `begin`/`end` marks in man/, the reports of the example county,
and the outputs shown in README.md (every `$ cpm …` line of a console block is run in the folder that its `$ cd` line names).
"""
import difflib
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.environ["CPM_ROOT"]
CPM = os.path.abspath(os.environ["CPM"])
REPAIR = "cmake --build --preset dev --target update-docs"
AS_OF = "2026-03-31"
COUNTY = "examples/alder"
REPORTS = {
    "snapshot": ["snapshots/2026-03-12.yaml"],
    "comparison": ["snapshots/2025-03-13.yaml", "snapshots/2026-03-12.yaml"],
    "plan": ["plans/2025-07.yaml"],
    "status": ["plans/2025-07.yaml"],
    "support": ["support.yaml"],
    "theory": ["theory-of-change.yaml"],
    "logic-model": ["logic-model.yaml"],
    "roadmap": ["roadmap.yaml"],
    "fidelity": [],
    "handover": ["plans/2025-07.yaml"],
    "sip": ["plans/2025-07.yaml"],
    "county": [],
}


def run(arguments, folder=".", merge=False):
    where = os.path.normpath(os.path.join(ROOT, folder))
    environment = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS")}
    done = subprocess.run([CPM, *arguments], cwd=where, env=environment, text=True, encoding="utf-8",
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT if merge else subprocess.PIPE, check=False)
    if done.returncode not in (0, 1) or (not merge and done.returncode != 0):
        raise SystemExit(f"cpm {' '.join(arguments)} ended with {done.returncode}: {done.stderr or done.stdout}")
    return done.stdout


def entries(what):
    return json.loads(run(["list", what, "--format", "json"]))["result"]["entries"]


def roff(text):
    """Text as a roff line: backslashes, leading dots and apostrophes, hyphens kept as they are typed."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    text = re.sub(r"`([^`]*)`", r"\\fB\1\\fR", text)
    return "\\&" + text if text[:1] in ".'" else text


def fields_region():
    lines = []
    for kind in entries("kinds"):
        result = json.loads(run(["schema", kind["id"], "--fields", "--format", "json"]))["result"]
        lines += [f".SS {roff(kind['title'])}: {roff('cpm/' + kind['id'] + '/1')}", roff(kind["about"])]
        for field in result["fields"]:
            lines += [".TP", f".B {roff('. ' * field['depth'] + field['name'])}",
                      f"{roff(field['need'])}; {roff(field['shape'])}.", roff(field["about"])]
    return "\n".join(lines) + "\n"


def codes_region():
    """A table of all rules by kind and field, for tbl(1), then what each of them finds."""
    lines = [".na", ".nh", ".TS", "lb2 lb2 lb2 lb", "l2 l2 l2 lx.", "Code\tSeverity\tName\tBelongs to"]
    for code in entries("rules"):
        lines += [f"{code['id']}\t{code['severity']}\t{roff(code['title'])}\tT{{", roff(code["place"]).replace(".", ".\\:"), "T}"]
    lines += [".TE", ".hy", ".ad"]
    for code in entries("rules"):
        lines += [".TP", f".B {code['id']} {roff(code['title'])}", f"{code['severity']}: {roff(code['about'])}."]
    return "\n".join(lines) + "\n"


REGIONS = {"man/cpm-format.5": fields_region, "man/cpm-codes.7": codes_region}


def with_region(text, region):
    return re.sub(r'(?s)(\.\\" begin generated\n).*?(\.\\" end generated\n)',
                  lambda match: match.group(1) + region + match.group(2), text)


def with_outputs(text):
    def block(match):
        folder, out = "examples/alder", []
        for line in [row for row in match.group(1).splitlines() if row.startswith("$ ")]:
            out.append(line)
            words = line[2:].split()
            if words[0] == "cd":
                folder = words[1]
            elif words[0] == "cpm":
                out += run(words[1:], folder, merge=True).splitlines()
        return "```console\n" + "\n".join(out) + "\n```"

    return re.sub(r"(?s)```console\n(.*?)\n```", block, text)


def reports():
    """The Markdown reports of the example county, with the pictures beside them."""
    with tempfile.TemporaryDirectory() as folder:
        for name, files in REPORTS.items():
            run(["report", name, *files, "--as-of", AS_OF, "--quiet", "-o", os.path.join(folder, name + ".md")], COUNTY)
        made = sorted(os.listdir(folder))
        for name in made:
            with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
                yield f"{COUNTY}/reports/{name}", file.read()
    for name in os.listdir(os.path.join(ROOT, COUNTY, "reports")):
        if name.endswith(".svg") and name not in made:
            yield f"{COUNTY}/reports/{name}", ""  # a picture that no report has any more


def wanted():
    for kind in entries("kinds"):
        yield f"schemas/{kind['id']}.schema.json", run(["schema", kind["id"]])
    for path, region in REGIONS.items():
        yield path, with_region(read(path), region())
    yield from reports()
    yield "README.md", with_outputs(read("README.md"))


def read(path):
    full = os.path.join(ROOT, path)
    if not os.path.exists(full):
        return ""
    with open(full, encoding="utf-8", newline="") as file:
        return file.read()


def main():
    write = sys.argv[1:] == ["--write"]
    passed = failed = 0
    for path, text in wanted():
        now = read(path)
        if now == text:
            passed += 1
            continue
        if write and not text:
            os.remove(os.path.join(ROOT, path))
            print(f"removed {path}")
            passed += 1
            continue
        if write:
            os.makedirs(os.path.dirname(os.path.join(ROOT, path)) or ".", exist_ok=True)
            with open(os.path.join(ROOT, path), "w", encoding="utf-8", newline="") as file:
                file.write(text)
            print(f"renewed {path}")
            passed += 1
            continue
        failed += 1
        print(f"{path} is out of date; renew it with: {REPAIR}")
        difference = difflib.unified_diff(now.splitlines(), text.splitlines(), "committed", "generated", lineterm="")
        print("\n".join(list(difference)[:40]))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
