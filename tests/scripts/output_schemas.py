#!/usr/bin/env python3
"""The JSON of every command is valid under its schema in schemas/output/: of each command that `cpm list commands` says can
write JSON, and each schema is used by some command."""
import glob
import json
import os
import shutil
import sys
import tempfile

import jsonschema

from harness import ROOT, check, cpm, entries, finish, read

FOLDER = os.path.join(ROOT, "schemas/output")
COUNTY = "examples/alder"
AS_OF = ["--as-of", "2026-03-31"]
BASELINE, FOLLOWUP = "snapshots/2025-03-13.yaml", "snapshots/2026-03-12.yaml"
RUNS = [
    (COUNTY, ["check", *AS_OF]),
    ("examples/mistakes", ["check", *AS_OF]),
    (COUNTY, ["score", FOLLOWUP]),
    (COUNTY, ["score", BASELINE, FOLLOWUP]),
    (COUNTY, ["score", "--explain", FOLLOWUP]),
    (COUNTY, ["score", "--movers", "--what-if", "wd-coaching=2,wd-roles=1", FOLLOWUP]),
    (COUNTY, ["score", "snapshots/2026-02-09-coaching.yaml"]),
    (COUNTY, ["rank", FOLLOWUP]),
    (COUNTY, ["rank", BASELINE, "--weights", "gap=2,importance=1,feasibility=0", "--top", "3"]),
    (COUNTY, ["compare", BASELINE, FOLLOWUP]),
    (COUNTY, ["compare", "snapshots/2025-10-06-coaching.yaml", "snapshots/2026-02-09-coaching.yaml"]),
    (COUNTY, ["compare", BASELINE, FOLLOWUP, BASELINE]),
    (COUNTY, ["compare", BASELINE, "snapshots/2025-10-06-coaching.yaml", FOLLOWUP]),
    (COUNTY, ["diff", BASELINE, FOLLOWUP]),
    (COUNTY, ["diff", "plans/2025-07.yaml", "plans/2025-07.yaml"]),
    ("examples", ["diff", "alder", "juniper"]),
    (COUNTY, ["plan", "check", *AS_OF]),
    (COUNTY, ["plan", "status", *AS_OF]),
    (COUNTY, ["report", "snapshot", FOLLOWUP, *AS_OF]),
    (COUNTY, ["report", "comparison", BASELINE, FOLLOWUP, *AS_OF]),
    (COUNTY, ["report", "comparison", BASELINE, FOLLOWUP, FOLLOWUP, *AS_OF]),
    (COUNTY, ["report", "plan", *AS_OF]),
    (COUNTY, ["report", "status", *AS_OF]),
    (COUNTY, ["report", "theory", *AS_OF]),
    (COUNTY, ["region", ".", *AS_OF]),
    ("examples/region", ["region", ".", *AS_OF]),
    ("tests/cli/region/four-counties/in", ["region", "ash", "birch", "cedar", "elm", *AS_OF]),
    ("tests/cli/trace/chain/in", ["trace", *AS_OF]),
    ("tests/cli/trace/chain/in", ["support", *AS_OF]),
    ("tests/cli/support/two-counties/in", ["support", *AS_OF]),
    ("tests/cli/trace/chain/in", ["report", "support", *AS_OF]),
    ("tests/cli/trace/chain/in", ["report", "logic-model", *AS_OF]),
    ("tests/cli/trace/chain/in", ["report", "roadmap", *AS_OF]),
    (COUNTY, ["report", "fidelity", *AS_OF]),
    ("tests/cli/report-fidelity/over-time/in", ["report", "fidelity", *AS_OF]),
    ("tests/cli/trace/several/in", ["trace", "plans/2026-01.yaml", "plans/2026-07.yaml", *AS_OF]),
    (COUNTY, ["report", "handover", *AS_OF]),
    (COUNTY, ["report", "sip", *AS_OF]),
    ("examples/manzanita", ["report", "sip", "--year", "4", *AS_OF]),
    (COUNTY, ["report", "county", *AS_OF]),
    (COUNTY, ["report", "--all", "--check", *AS_OF]),
    ("examples/mistakes", ["baseline", "--baseline", "{temporary}/baseline.yaml", *AS_OF]),
    ("tests/cli/fix/several/in", ["fix", *AS_OF]),
    ("tests/cli/fix/several/in", ["fix", "--diff", *AS_OF]),
    (COUNTY, ["approve", "plans/2025-07.yaml", "--by", "Director", "--of", "coaching", "--diff", *AS_OF]),
    (COUNTY, ["approve", "plans/2025-07.yaml", "--by", "Board of Supervisors", *AS_OF]),
    (COUNTY, ["set", "plans/2025-07.yaml", "steps[s2].due", "2026-11-30", *AS_OF]),
    (COUNTY, ["set", "plans/2025-07.yaml", "steps[s2].due", "soon", *AS_OF]),
    ("examples", ["import", "work-plan/work-plan.csv", "--into", "work-plan/plans/2026-07.yaml", "--map", "work-plan/maps/work-plan.yaml", *AS_OF]),
    ("tests/rules/CPM692-approval-lost/bad", ["report", "roadmap", *AS_OF]),
    (COUNTY, ["verify", "reports", "README.md"]),
    (COUNTY, ["explain", "CPM310"]),
    (COUNTY, ["init", "{temporary}/new", "--county", "yolo", *AS_OF]),
    (COUNTY, ["practice", "--seed", "7", "{temporary}/course"]),
    (COUNTY, ["practice", "--seed", "7", "--answers"]),
    (COUNTY, ["practice", "--grade", "{temporary}/course"]),
    (COUNTY, ["schema", "plan", "--fields"]),
] + [(COUNTY, ["list", what]) for what in ["kinds", "rules", "counties", "regions", "tools", "items", "outcomes", "commands"]]


def main():
    schemas = {}
    store = {}
    for path in sorted(glob.glob(os.path.join(FOLDER, "*.schema.json"))):
        schema = json.loads(read(path))
        jsonschema.Draft202012Validator.check_schema(schema)
        store[schema["$id"]] = schema
        store[os.path.basename(path)] = schema
        store["file://" + path] = schema
        schemas[schema["$id"]] = (path, schema)
    used = set()
    for folder, arguments in RUNS:
        with tempfile.TemporaryDirectory() as temporary:
            words = [word.replace("{temporary}", temporary) for word in arguments]
            place = os.path.join(ROOT, folder)
            if arguments[0] in ("fix", "approve", "set", "import"):  # they change what they read
                place = shutil.copytree(place, os.path.join(temporary, "copy"))
            if "--grade" in arguments:
                cpm("practice", "--seed", "7", words[-1], folder=place)
            done = cpm(*words, "--format", "json", folder=place)
        name = "cpm " + " ".join(arguments)
        try:
            output = json.loads(done.out)
            path, schema = schemas[output["schema"]]
        except (ValueError, KeyError) as error:
            check(name, False, error, done)
            continue
        used.add(output["schema"])
        resolver = jsonschema.RefResolver("file://" + path, schema, store=store)
        problems = [f"{'/'.join(map(str, problem.absolute_path))}: {problem.message[:300]}"
                    for problem in jsonschema.Draft202012Validator(schema, resolver=resolver).iter_errors(output)]
        check(name, not problems and done.status in (0, 1), f"ended with {done.status}", *problems[:5])
    for command in entries("commands"):
        there = "no run of it is in RUNS" if command["schema"] in schemas else "it has no file in schemas/output/results"
        check(f"cpm {command['id']} writes JSON as {command['schema']}",
              not command["schema"] or command["schema"] in used, there)
    for name, (path, _) in schemas.items():
        check(os.path.relpath(path, ROOT), name in used or os.path.basename(path) == "finding.schema.json",
              "no command's output is judged by it")
    return finish()


if __name__ == "__main__":
    sys.exit(main())
