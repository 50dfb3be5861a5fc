#!/usr/bin/env python3
"""Runs cpm beside other validators of YAML on the same made-up state, in one run, and prints ratios.

usage: peers.py [--runs 5] [--cpm build/release/cpm] [--state DIR] [--corpus DIR --schema FILE] [--only WORD,WORD]

The files are those of statewide.py: 58 counties, ten years, four kinds. The peers check their shape alone, by the JSON
Schemas of schemas/, and get the dates in quotes; cpm checks text, shape, references and all rules. `--corpus` gives the peers
files of their own. A row whose exit is not 0 did not find its files in order: do not quote it.
Whole processes; all programs take turns, so that whatever else the machine does hits them alike. Wall and processor time and
peak memory (the largest process) are medians. A program that is not installed is left out; one that takes longer than ten
seconds runs once. Peak memory cannot read below that of this script, about 12 MiB.
"""
import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

from processes import ROOT, files_below, once, size_of

KINDS = ["repository", "snapshot", "plan", "support", "theory-of-change"]
ROLL_UPS = ("score", "rank", "region", "compare")
SLOW = 10
JUDGE = """
import json, sys, jsonschema, yaml
loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
judge = jsonschema.validators.validator_for(schema)(schema)
bad = 0
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        bad += not judge.is_valid(yaml.load(file, loader))
sys.exit(1 if bad else 0)
"""


def one_schema(path):
    """One schema for all kinds, chosen by `format:`: the peers take one."""
    branches, definitions = [], {}
    for kind in KINDS:
        with open(f"{ROOT}/schemas/{kind}.schema.json", encoding="utf-8") as file:
            definitions[kind] = json.load(file)
        definitions[kind].pop("$schema", None)
        condition = {"properties": {"format": {"const": f"cpm/{kind}/1"}}, "required": ["format"]}
        branches.append({"if": condition, "then": {"$ref": definitions[kind].setdefault("$id", f"urn:cpm:{kind}")}})
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:cpm:any", "$defs": definitions,
              "allOf": branches}
    with open(path, "w", encoding="utf-8") as file:
        json.dump(schema, file)


def quote_dates(folder, copy):
    """The peers take a bare date for something else than a text, as YAML 1.1 had it; they get the same files with quotes."""
    for path in files_below(folder):
        target = os.path.join(copy, os.path.relpath(path, folder))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(path, encoding="utf-8") as source, open(target, "w", encoding="utf-8") as file:
            file.write(re.sub(r": (\d{4}-\d\d-\d\d)(?=[,}\n])", r': "\1"', source.read()))


def spec_of(schema):
    """How ajv-cli calls the draft of JSON Schema that the schema says it follows."""
    with open(schema, encoding="utf-8") as file:
        draft = json.load(file).get("$schema", "")
    return next((spec for year, spec in (("2020-12", "draft2020"), ("2019-09", "draft2019")) if year in draft), "draft7")


def programs(asked, state, corpus, schema, work):
    """Name → (command for all files, command for one file)."""
    modules = f"{ROOT}/build/bench/node/node_modules"
    binary = f"{modules}/@sourcemeta/jsonschema/build/github-releases/jsonschema-linux-x86_64"
    ajv = [f"{modules}/.bin/ajv", "validate", f"--spec={spec_of(schema)}", "--strict=false", "-c", "ajv-formats",
           "--all-errors", "--errors=text", "-s", schema, "-d"]
    judge = os.path.join(work, "judge.py")
    with open(judge, "w", encoding="utf-8") as file:
        file.write(JUDGE)
    files = files_below(corpus)
    plan = next((path for path in files if "plan" in path), files[0])
    own = next(path for path in files_below(state) if "/plans/" in path)
    os.environ["NODE_PATH"] = modules
    rows = {"cpm check": ([asked.cpm, "check", state], [asked.cpm, "check", own])}
    for word in ROLL_UPS[:3]:
        rows["cpm " + word] = ([asked.cpm, word, state], None)
    snapshots = [path for path in files_below(state) if "/snapshots/" in path]
    rows["cpm " + ROLL_UPS[3]] = ([asked.cpm, "compare", *snapshots[:2]], None)
    rows |= {
        "sourcemeta jsonschema": ([binary, "validate", schema, corpus, "--extension", ".yaml"],
                                  [binary, "validate", schema, plan]),
        "ajv-cli": ([*ajv, corpus + "/**/*.yaml"], [*ajv, plan]),
        "python3-jsonschema": (["/usr/bin/python3", judge, schema, *files], ["/usr/bin/python3", judge, schema, plan]),
        "yamllint (relaxed)": (["yamllint", "-d", "relaxed", corpus], ["yamllint", "-d", "relaxed", plan])}
    return {name: row for name, row in rows.items()
            if shutil.which(row[0][0]) and (not asked.only or any(word in name for word in asked.only.split(",")))}


def measured(commands, runs):
    """Name → rows of `once`; in turn, after one run of each that warms up the cache."""
    found = {name: [] for name in commands}
    slow = {name for name, command in commands.items() if once(command)[0] > SLOW}
    for turn in range(runs):
        for name, command in commands.items():
            if turn == 0 or name not in slow:
                found[name].append(once(command))
    return found


def show(title, found):
    base = statistics.median(row[0] for row in found["cpm check"])
    print(f"\n{title}\n{'':24}{'wall s':>9}{'least':>9}{'cpu s':>9}{'peak MiB':>10}{'to check':>10}{'exit':>6}")
    for name, rows in found.items():
        wall, cpu, peak = (statistics.median(row[part] for row in rows) for part in range(3))
        print(f"{name:24}{wall:9.3f}{min(row[0] for row in rows):9.3f}{cpu:9.3f}{peak:10.1f}{wall / base:9.2f}x{rows[-1][3]:6}")
    sums = [sum(row[0] for row in turn) for turn in zip(*(found.get("cpm " + word, []) for word in ROLL_UPS))]
    if sums:
        print(f"{', '.join(ROLL_UPS):24}{statistics.median(sums):9.3f}{min(sums):9.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--cpm", default=f"{ROOT}/build/release/cpm")
    parser.add_argument("--state", default=f"{ROOT}/build/bench/state")
    parser.add_argument("--corpus", help="files for the peers; default: those of --state")
    parser.add_argument("--schema", help="the JSON Schema of --corpus")
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    if not os.path.isdir(asked.state):
        subprocess.run([sys.executable, f"{ROOT}/tests/bench/statewide.py", asked.state], check=True)
    with tempfile.TemporaryDirectory() as work:
        schema = asked.schema or os.path.join(work, "any.schema.json")
        if not asked.schema:
            one_schema(schema)
            asked.corpus = os.path.join(work, "state")
            quote_dates(asked.state, asked.corpus)
        rows = programs(asked, asked.state, asked.corpus, schema, work)
        files = files_below(asked.state)
        print(f"{len(files)} files, {size_of(files) / 1e6:.1f} MB; {os.cpu_count()} cores; median of "
              f"{asked.runs} runs")
        show("all files", measured({name: row[0] for name, row in rows.items()}, asked.runs))
        show("one plan", measured({name: row[1] for name, row in rows.items() if row[1]}, asked.runs))


main()
