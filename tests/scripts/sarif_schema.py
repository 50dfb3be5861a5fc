#!/usr/bin/python3
"""What `--format sarif` writes is valid under the schema of SARIF 2.1.0, as the npm package @microsoft/jest-sarif (MIT) brings
it along, and keeps what the standard's errata of 2023 add: a region names where it begins, `runs` is a list."""
import json
import os
import sys
import tempfile

import jsonschema

import hostile_formats as hostile
from harness import ROOT, check, cpm, finish, node_module, read

SCHEMA = "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
AS_OF = ["--as-of", "2026-03-31"]


def regions(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("region", "deletedRegion", "contextRegion"):
                yield inner
            yield from regions(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from regions(inner)


def judge(validator, name, folder, *options):
    _, out, _ = hostile.check(folder, "--format", "sarif", *AS_OF, *options)
    log = json.loads(out)
    problems = [f"{'/'.join(map(str, problem.absolute_path))}: {problem.message[:200]}" for problem in validator.iter_errors(log)]
    problems += [f"a region begins nowhere: {region}" for region in regions(log)
                 if not {"startLine", "charOffset", "byteOffset"} & set(region)]
    check(f"{name}", not problems and isinstance(log["runs"], list), problems[:5])
    return log


def main():
    validator = jsonschema.Draft4Validator(json.loads(read(node_module(SCHEMA))))
    for name in ("examples/alder", "examples/mistakes", "tests/rules", "tests/formats"):
        judge(validator, name, os.path.join(ROOT, name))
    with tempfile.TemporaryDirectory() as folder:
        hostile.write_repository(folder)
        judge(validator, "hostile", folder)
    with tempfile.TemporaryDirectory() as folder:
        hostile.write_repository(folder)
        baseline = os.path.join(folder, "baseline.yaml")
        cpm("baseline", *AS_OF, folder=folder, wanted=[0])
        log = judge(validator, "baseline", folder, "--baseline", baseline)
        states = {result.get("baselineState") for result in log["runs"][0]["results"] if "suppressions" in result}
        check("baseline: no known finding among the results", "unchanged" in states, states)
    return finish()


if __name__ == "__main__":
    sys.exit(main())
