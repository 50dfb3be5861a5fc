#!/usr/bin/python3
"""The extension in Visual Studio Code itself, driven in Chromium as a user would: tests/vscode/real.mjs. The editor is the one that the
npm package code-server brings to a browser, with its own Node; it is served on this machine alone, and the browser reaches nothing else.

Needs chromium, node, and the npm packages of tests/vscode/real, editors/vscode and tests/node. CPM_SHOTS names a folder that gets a
picture of each step.
"""
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

import harness
from harness import CPM, ROOT, check, expect, finish, node_module, read, run, skip, skip_without

EDITOR = os.path.join(ROOT, "build/vscode-real")
MOST_SECONDS = 540  # 60 when this was written


def check_lock():
    """Exact versions, no addresses: whoever has a mirror installs the same."""
    for name, number in json.loads(read("tests/vscode/real/package.json"))["dependencies"].items():
        check(f"{name} has an exact version", re.fullmatch(r"\d+\.\d+\.\d+", number), number)
    lock = json.loads(read("tests/vscode/real/package-lock.json"))["packages"]
    expect("addresses in the lock file", [name for name, entry in lock.items() if "resolved" in entry], [])
    expect("packages without a checksum", [name for name, entry in lock.items() if name and "integrity" not in entry], [])


def drive(package):
    done = run(["node", os.path.join(ROOT, "tests/vscode/real.mjs"), "chromium", *sys.argv[1:]], environment=os.environ, timeout=MOST_SECONDS,
               stderr=subprocess.STDOUT, variables={"CPM": CPM, "CPM_ROOT": ROOT, "CPM_EXTENSION": package,
                                                    "CPM_EDITOR": os.path.join(EDITOR, "node_modules")})
    print(done.out, end="")
    found = re.search(r"(\d+) passed, (\d+) failed\n\Z", done.out)
    check("real.mjs runs to its end", found, done.said)
    if found:
        harness.counts["passed"] += int(found.group(1))
        harness.counts["failed"] += int(found.group(2))


def main():
    skip_without("chromium")
    skip_without("node", "nodejs")
    node_module("puppeteer-core")
    for folder, source in ((EDITOR, "tests/vscode/real"), (os.path.join(ROOT, "build/vscode"), "editors/vscode")):
        installed = os.path.join(folder, "installed.json")
        if not os.path.exists(installed) or harness.read(installed) != read(f"{source}/package-lock.json"):
            skip(f"the npm packages of {source} are not installed; {source}/install brings them")
    check_lock()
    with tempfile.TemporaryDirectory() as scratch:
        run([os.path.join(ROOT, "editors/vscode/build"), scratch], environment=os.environ, wanted=[0])
        [package] = glob.glob(f"{scratch}/*.vsix")
        drive(package)
    return finish()


if __name__ == "__main__":
    sys.exit(main())
