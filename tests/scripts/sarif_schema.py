#!/usr/bin/python3
"""What `--format sarif` writes is valid under the schema of SARIF 2.1.0, as the npm package @microsoft/jest-sarif (MIT) brings
it along, and keeps what the standard's errata of 2023 add: a region names where it begins, `runs` is a list.
The last line is `N passed, N failed`."""
import json
import os
import subprocess
import sys
import tempfile

import jsonschema

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import hostile_formats as hostile  # noqa: E402

ROOT = os.environ["CPM_ROOT"]
SCHEMA = os.path.join(os.environ["CPM_NODE_MODULES"], "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json")
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


def judge(tally, validator, name, folder, *options):
    _, out, _ = hostile.check(folder, "--format", "sarif", *AS_OF, *options)
    log = json.loads(out)
    problems = [f"{'/'.join(map(str, problem.absolute_path))}: {problem.message[:200]}" for problem in validator.iter_errors(log)]
    problems += [f"a region begins nowhere: {region}" for region in regions(log)
                 if not {"startLine", "charOffset", "byteOffset"} & set(region)]
    tally.expect(not problems and isinstance(log["runs"], list), f"{name}: {problems[:5]}")
    return log


def main():
    if not os.path.exists(SCHEMA):
        print(f"skipped: there is no {SCHEMA}; tests/node/install brings it")
        sys.exit(77)
    with open(SCHEMA, encoding="utf-8") as file:
        schema = json.load(file)
    validator = jsonschema.Draft4Validator(schema)
    tally = hostile.Tally()
    for name in ("examples/alder", "examples/mistakes", "tests/rules", "tests/formats"):
        judge(tally, validator, name, os.path.join(ROOT, name))
    with tempfile.TemporaryDirectory() as folder:
        hostile.write_repository(folder)
        judge(tally, validator, "hostile", folder)
    with tempfile.TemporaryDirectory() as folder:
        hostile.write_repository(folder)
        baseline = os.path.join(folder, "baseline.yaml")
        subprocess.run([hostile.CPM, "baseline", *AS_OF], cwd=folder, capture_output=True, check=True)
        log = judge(tally, validator, "baseline", folder, "--baseline", baseline)
        states = {result.get("baselineState") for result in log["runs"][0]["results"] if "suppressions" in result}
        tally.expect("unchanged" in states, f"baseline: no known finding among the results: {states}")
    tally.finish()


main()
