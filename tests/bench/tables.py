#!/usr/bin/env python3
"""How long `cpm export tables` takes for 58 made-up counties over ten years, and how much memory, beside `cpm check` of the same.

usage: tables.py [CPM] [FOLDER]     CPM: default build/release/cpm; FOLDER: counties of statewide.py that are there already

Not a test: machines differ. Aims: 1 s and 64 MiB in every form. Each figure is the best of seven runs.
"""
import os
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RUNS = 7


def measured(command, folder):
    """Seconds on the clock, of processor time, and MiB at the most."""
    began = time.monotonic()
    child = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    seconds = time.monotonic() - began
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"tables.py: {' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def size_of(path):
    if os.path.isdir(path):
        return sum(os.path.getsize(os.path.join(path, name)) for name in os.listdir(path))
    return os.path.getsize(path)


def main():
    cpm = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, "build/release/cpm"))
    with tempfile.TemporaryDirectory() as scratch:
        folder = sys.argv[2] if len(sys.argv) > 2 else os.path.join(scratch, "counties")
        if len(sys.argv) < 3:
            subprocess.run([sys.executable, os.path.join(ROOT, "tests/bench/statewide.py"), folder], check=True)
        commands = {"check": ([cpm, "check", "--as-of", "2026-03-31"], None)}
        for form in ("csv", "ndjson", "sqlite"):
            target = os.path.join(scratch, "tables." + form)
            commands[form] = ([cpm, "export", "tables", "--as-of", "2026-03-31", "--format", form, "-o", target], target)
        print(f"{'':8} {'s':>6} {'CPU s':>6} {'MiB':>6} {'MB written':>11}")
        for name, (command, target) in commands.items():
            best = [min(figures) for figures in zip(*(measured(command, folder) for _ in range(RUNS)))]
            written = f"{size_of(target) / 1e6:11.1f}" if target else ""
            print(f"{name:8} {best[0]:6.2f} {best[1]:6.2f} {best[2]:6.1f} {written}")


if __name__ == "__main__":
    sys.exit(main())
