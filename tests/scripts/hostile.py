#!/usr/bin/env python3
"""Hostile files through `cpm check`, under limits of time and memory: each is read or refused with a code of 1xx, none crashes,
hangs or is ignored without a word. The inputs are made by hostile_inputs.py; those of the shared collection (CPM_SHARED, or
`shared` beside the source tree) come on top where it is present.
"""
import glob
import json
import os
import resource
import sys
import tempfile

import harness
import hostile_inputs
from harness import ROOT, cpm, finish, run, write

SECONDS = 20  # of a debug build on a busy machine; what hangs takes forever
MEGABYTES = 512


def limited():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def unlimited():
    resource.setrlimit(resource.RLIMIT_CPU, (10 * SECONDS, 10 * SECONDS + 1))


def limits():
    """The address sanitizer reserves terabytes: its builds run with a limit of time alone."""
    return limited if cpm("--version", preexec_fn=limited).status == 0 else unlimited


def check(path, bounds, *options):
    """(exit status, findings, what went wrong) of one file."""
    done = cpm("check", "--format", "json", *options, path, preexec_fn=bounds, text=False)
    if done.status not in (0, 1):
        return done.status, [], f"ends with {done.status}: {done.err}"
    try:
        return done.status, json.loads(done.out)["findings"], ""
    except (ValueError, KeyError) as error:
        return done.status, [], f"writes no JSON: {error}"


def number(finding):
    return int(finding["code"][3:])


def problem(status, findings, codes, size):
    """What is wrong with this verdict; empty when nothing is."""
    found = {number(finding) for finding in findings}
    if status == 0 and any(finding["severity"] == "error" for finding in findings):
        return "has errors, and passes"
    if status == 1 and not any(finding["severity"] == "error" for finding in findings):
        return "fails without an error"
    if codes is not None and not found & codes:
        return f"found {sorted(found)[:8]}, wanted one of {sorted(codes)}"
    if status == 0:
        return "passes, and is not a county's file"
    for finding in findings:
        if finding["byte"] is not None and not 0 <= finding["byte"] <= finding["end_byte"] <= size:
            return f"{finding['code']} lies outside the file"
        if not finding["message"] or (finding["severity"] == "error" and not finding["help"]):
            return f"{finding['code']} does not say what to do"
    return ""


def judge(name, text, codes, folder, bounds, *options):
    path = os.path.join(folder, "file.yaml")
    write(path, text)
    status, findings, wrong = check(path, bounds, *options)
    wrong = wrong or problem(status, findings, codes, len(text))
    harness.check(f"{name} {' '.join(options)} ({len(text)} bytes)", not wrong, wrong)


def shared_inputs(folder):
    """Those of the shared generator: [] where it is not there."""
    places = [os.environ.get("CPM_SHARED", ""), os.path.join(ROOT, "../shared"), os.path.join(ROOT, "../../shared")]
    for place in filter(None, places):
        generator = os.path.join(place, "bench/yaml/gen_hostile.py")
        if os.path.isfile(generator):
            run([sys.executable, generator, folder], wanted=[0])
            return sorted(glob.glob(os.path.join(folder, "*.yaml")))
    print("left out: the shared collection of hostile files is not here (CPM_SHARED)")
    return []


def main():
    bounds = limits()
    with tempfile.TemporaryDirectory() as folder:
        for name, text, codes in hostile_inputs.inputs():
            judge(name, text, codes, folder, bounds)
        shared = shared_inputs(os.path.join(folder, "shared"))
        for path in shared:
            with open(path, "rb") as file:
                judge("shared " + os.path.basename(path), file.read(), None, folder, bounds)
        if shared:
            print(f"{len(shared)} files of the shared collection")
    return finish()


if __name__ == "__main__":
    sys.exit(main())
