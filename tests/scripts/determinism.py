#!/usr/bin/env python3
"""Same files and same --as-of, same bytes: under another locale, time zone, terminal width, working folder and file order."""
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.environ["CPM_ROOT"]
CPM = os.path.abspath(os.environ["CPM"])
AS_OF = ["--as-of", "2026-03-31"]
COMMANDS = [
    ["check", *AS_OF],
    ["score", *AS_OF],
    ["score", "--explain", *AS_OF],
    ["rank", *AS_OF],
    ["compare", "snapshots/2025-03-13.yaml", "snapshots/2026-03-12.yaml"],
    ["plan", "check", *AS_OF],
    ["plan", "status", *AS_OF],
    ["report", "snapshot", *AS_OF],
    ["report", "plan", *AS_OF],
    ["report", "status", *AS_OF],
    ["report", "comparison", *AS_OF],
    ["report", "theory", *AS_OF],
    ["report", "support", *AS_OF],
    ["report", "logic-model", *AS_OF],
    ["report", "roadmap", *AS_OF],
    ["report", "fidelity", *AS_OF],
    ["support", *AS_OF],
    ["trace", *AS_OF],
    ["trace", "plans/2025-07.yaml", *AS_OF],
    ["report", "handover", *AS_OF],
    ["report", "sip", *AS_OF],
    ["report", "county", *AS_OF],
    ["report", "--all", "--check", *AS_OF],
]
ELSEWHERE = {
    "locale": {"LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR.UTF-8"},
    "C locale": {"LC_ALL": "C"},
    "time zone": {"TZ": "Pacific/Kiritimati"},
    "terminal": {"COLUMNS": "40", "TERM": "xterm-256color"},
}


def run(arguments, folder, **changes):
    environment = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "TZ": "UTC", **changes}
    done = subprocess.run([CPM, *arguments], cwd=folder, env=environment, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr


def copy_in_other_order(source, target):
    """The same files, created in reverse order, so that the folder lists them otherwise."""
    found = []
    for folder, _, names in os.walk(source):
        found += [os.path.relpath(os.path.join(folder, name), source) for name in names]
    for path in sorted(found, reverse=True):
        os.makedirs(os.path.dirname(os.path.join(target, path)) or ".", exist_ok=True)
        shutil.copy(os.path.join(source, path), os.path.join(target, path))


def main():
    passed = failed = 0
    county = os.path.join(ROOT, "examples/alder")
    with tempfile.TemporaryDirectory() as scratch:
        other = os.path.join(scratch, "elsewhere")
        copy_in_other_order(county, other)
        for command in COMMANDS:
            for form in ["text", "markdown", "json"]:
                arguments = [*command, "--format", form]
                wanted = run(arguments, county)
                tries = {name: run(arguments, county, **changes) for name, changes in ELSEWHERE.items()}
                tries["file order and folder"] = run(arguments, other)
                tries["a second time"] = run(arguments, county)
                for name, got in tries.items():
                    if got == wanted and wanted[0] in (0, 1) and wanted[1]:
                        passed += 1
                    else:
                        failed += 1
                        print(f"cpm {' '.join(arguments)}: other bytes with another {name} (exit {got[0]})")
        deeper = run(["check", *AS_OF], os.path.join(county, "plans"))
        if deeper[0] == run(["check", *AS_OF], county)[0] and b"files" in deeper[1]:
            passed += 1
        else:
            failed += 1
            print("cpm check in a folder of the repository does not find the repository")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
