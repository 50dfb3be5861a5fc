#!/usr/bin/python3
"""The fuzz targets without a fuzzer: every YAML file and small repository of tests and examples, what once broke a promise
(tests/fuzz/regressions) and some texts from a fixed seed go through them; see tests/fuzz/targets.h.
Environment: CPM_FUZZ_REPLAY (the program), CPM_ROOT (the source tree). The last line is `N passed, N failed`."""
import os
import random
import subprocess
import sys
import tempfile

from harness import ROOT

REPLAY = os.environ["CPM_FUZZ_REPLAY"]
sys.path.insert(0, os.path.join(ROOT, "tests/fuzz"))
import seeds  # noqa: E402  (it lies in tests/fuzz)

MADE = 100
# Reads the lists that come with cpm anew for each: 20 seconds for all of them in a debug build. tests/fuzz/run tries all.
EVERY = {"load": 3, "serve": 2}


def made_inputs(folder):
    """For the targets that build something from bytes: the same bytes each time."""
    random_ = random.Random(20260315)
    made = [(f"{i:04}", bytes(random_.randrange(random_.choice((80, 256))) for _ in range(random_.randrange(400))))
            for i in range(MADE)]
    seeds.write(folder, made)


def replay(target, paths):
    """(passed, failed) of one target; what fails is printed."""
    done = subprocess.run([REPLAY, target, *paths], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    words = lines[-1].split() if lines else []
    print("".join(line[:600] + "\n" for line in lines[:-1]), end="")
    if done.returncode < 0 or len(words) != 4:
        print(f"FAILED {target}: fuzz_replay ended with {done.returncode}: {lines[-3:]}")
        return 0, 1
    return int(words[0]), int(words[2])


def main():
    rows = subprocess.run([REPLAY, "--targets"], stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
    unknown = set(os.listdir(os.path.join(ROOT, "tests/fuzz/regressions"))) - {row.split("\t")[0] for row in rows} - {"README.md"}
    passed, failed = 0, len(unknown)
    print("".join(f"FAILED tests/fuzz/regressions/{name}: there is no such target\n" for name in sorted(unknown)), end="")
    with tempfile.TemporaryDirectory() as folder:
        seeds.collect(ROOT, os.path.join(folder, "files"))
        made_inputs(os.path.join(folder, "bytes"))
        for row in rows:
            name, kind, _ = row.split("\t")
            inputs = os.path.join(folder, kind)
            paths = [os.path.join(inputs, one) for one in sorted(os.listdir(inputs))][::EVERY.get(name, 1)]
            paths += seeds.regressions(ROOT, name)
            good, bad = replay(name, paths)
            passed, failed = passed + good, failed + bad
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


sys.exit(main())
