#!/usr/bin/python3
"""Runs cpm on the cases of tests/cli/ and compares every byte it says.

tests/cli/<command>/<case>/   cmd      one line as typed in a shell, beginning with `cpm`; it may pipe and redirect
                              in/      the folder it runs in (a copy); without it, a copy of examples/
                              stdout, stderr, exit   what is expected
                              out/     files that the command must have written, if any

The cases of tests/rules/ and tests/formats/ run inside cpm_tests: tests/unit/cli/rule_case.h.

The number of rules stands in the expected files as `N rules`, so that a new rule leaves them alone;
fingerprints stand there as `cpm1-F` and the version of cpm as `V`, so that neither an edit of an example nor a release changes
a page.

golden.py [--jobs N] [NAME...]   NAME is a folder (`cli/score`) or a case (`cli/score/one`); default: all
CPM_UPDATE_GOLDEN=1 rewrites what differs, lists it, and fails once; refused when CI is set.
Environment: CPM (the program), CPM_ROOT (the source tree). The last line is `N passed, N failed`.
"""
import argparse
import concurrent.futures
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading

from harness import CPM, ROOT

UPDATE = os.environ.get("CPM_UPDATE_GOLDEN") == "1"
CASE_FILES = {"cmd", "in", "stdout", "stderr", "exit", "out"}
# "3 files, 189 rules: no problems"; "rules": 189
NUMBER_OF_RULES = re.compile(rb"\b\d{2,}(?= rules\b)|(?<=\"rules\": )\d{2,}\b")
FINGERPRINT = re.compile(rb"\bcpm1-[0-9a-f]{32}\b")
# The last lines of reports.
PRINT_OF_PAGE = re.compile(rb"(?m)^(page |file \S+ | *\"page\": \")[0-9a-f]+(?=\"?,?$)")
VERSION = re.compile(rb"(?m)(?<=^version )[0-9.]+$|(?<=Made by cpm )[0-9.]+\d|(?<=\"made_by\":\"cpm )[0-9.]+\d|(?<=\"version\": \")[0-9]+\.[0-9]+\.[0-9]+(?=\")|(?<=Made by:      cpm )[0-9.]+")

changed = []


class Workplace:
    """A folder of its own for each thread: bin/cpm, and a copy of the files of a case in work/. The copy is kept for the next
    case that begins with the same files, unless a command changed anything in it."""

    def __init__(self):
        self.top = tempfile.mkdtemp(prefix="golden-")
        tools = os.path.join(self.top, "bin")
        os.makedirs(tools)
        os.symlink(CPM, os.path.join(tools, "cpm"))
        self.work = os.path.join(self.top, "home", "work")
        self.source = self.state = None
        # Nothing of the caller's surroundings reaches the program, but the search path.
        self.environment = {
            "PATH": tools + ":/usr/bin:/bin", "HOME": os.path.dirname(self.work), "LC_ALL": "C.UTF-8", "TZ": "UTC",
            **{name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}}

    def fill(self, source):
        """A copy of `source`, or an empty folder if there is no such folder."""
        if self.source == source and self.state == state_of(self.environment["HOME"]):
            return
        shutil.rmtree(self.environment["HOME"], ignore_errors=True)
        if os.path.isdir(source):
            shutil.copytree(source, self.work, symlinks=True)
        else:
            os.makedirs(self.work)
        self.source, self.state = source, state_of(self.environment["HOME"])

    def run(self, command, source):
        """stdout, stderr and exit status of the command in a copy of `source`."""
        self.fill(source)
        done = subprocess.run(["/bin/bash", "-c", command], cwd=self.work, env=self.environment, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=60, check=False)
        return {"stdout": done.stdout, "stderr": done.stderr, "exit": b"%d\n" % done.returncode}

    def written(self, name):
        made = read(os.path.join(self.work, name))
        return made if made is not None else b"(not written)\n"

    def remove(self):
        shutil.rmtree(self.top, ignore_errors=True)


def state_of(folder):
    """What tells whether anything below the folder was written, removed or replaced."""
    found = {}
    for at, folders, names in os.walk(folder):
        for name in folders + names:
            seen = os.lstat(os.path.join(at, name))
            found[os.path.join(at, name)] = (seen.st_mode, seen.st_size, seen.st_mtime_ns, seen.st_ino)
    return found


def read(path):
    if not os.path.isfile(path):
        return None
    with open(path, "rb") as file:
        return file.read()


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(text)


def without_numbers(text):
    text = FINGERPRINT.sub(b"cpm1-F", NUMBER_OF_RULES.sub(b"N", text))
    return VERSION.sub(b"V", PRINT_OF_PAGE.sub(rb"\1F", text))


def difference(path, expected, found):
    """Nothing when they agree. A missing golden file is a difference; updating writes it and remembers that it did."""
    found = without_numbers(found)
    if expected == found:
        return None
    if UPDATE:
        write(path, found)
        changed.append(os.path.relpath(path, ROOT))
        return None
    if expected is None:
        return f"{os.path.relpath(path, ROOT)} does not exist; found:\n{found.decode('utf-8', 'replace')}"
    lines = difflib.unified_diff(expected.decode("utf-8", "replace").splitlines(),
                                 found.decode("utf-8", "replace").splitlines(), "expected", "found", lineterm="")
    return f"{os.path.relpath(path, ROOT)} differs:\n" + "\n".join(list(lines)[:60])


def files_below(folder):
    for at, _, names in os.walk(folder):
        for name in names:
            yield os.path.relpath(os.path.join(at, name), folder)


def judge(place, case):
    """Problems of one case."""
    problems = [f"{os.path.relpath(case, ROOT)}/{name} is unknown; a case has only {', '.join(sorted(CASE_FILES))}"
                for name in sorted(set(os.listdir(case)) - CASE_FILES)]
    if UPDATE and not os.path.exists(os.path.join(case, "cmd")):  # what a merge left of a case that is gone
        shutil.rmtree(case)
        changed.append(os.path.relpath(case, ROOT))
        return []
    command = (read(os.path.join(case, "cmd")) or b"").decode()
    if command.count("\n") != 1 or not re.search(r"\bcpm\b", command):
        return problems + [f"{os.path.relpath(case, ROOT)}/cmd is not one line with `cpm`"]
    source = os.path.join(case, "in")
    found = place.run(command, source if os.path.isdir(source) else os.path.join(ROOT, "examples"))
    for name in sorted(files_below(os.path.join(case, "out"))):
        found[os.path.join("out", name)] = place.written(name)
    for name, text in found.items():
        path = os.path.join(case, name)
        problems.append(difference(path, read(path), text))
    return [problem for problem in problems if problem]


def below(path):
    """Paths from ROOT of the folders or files in a folder."""
    return [os.path.join(path, name) for name in sorted(os.listdir(os.path.join(ROOT, path)))]


def cases():
    return [case for command in below("tests/cli") for case in below(command)]


def is_wanted(name, wanted):
    """`cli/score`, `score/one`: a name is one or several whole parts of the path."""
    return not wanted or any(f"/{part.strip('/')}/" in f"/{name}/" for part in wanted)


def judge_all(wanted, jobs):
    """(name, problems) of the wanted cases, in the order of their names."""
    own = threading.local()
    places = []

    def begin():
        own.place = Workplace()
        places.append(own.place)

    with concurrent.futures.ThreadPoolExecutor(jobs, initializer=begin) as pool:
        running = [(name, pool.submit(lambda path: judge(own.place, path), os.path.join(ROOT, name)))
                   for name in cases() if is_wanted(name, wanted)]
        for name, task in running:
            yield name, task.result()
    for place in places:
        place.remove()


def main():
    reader = argparse.ArgumentParser(description="Compares what cpm says with the expected files of tests/.")
    reader.add_argument("--jobs", type=int, default=os.cpu_count(), metavar="N", help="cases at a time")
    reader.add_argument("names", nargs="*", metavar="NAME", help="cli/score, cli/score/one; default: all")
    asked = reader.parse_args()
    if UPDATE and os.environ.get("CI"):
        sys.exit("golden.py: CPM_UPDATE_GOLDEN is for people; CI only compares")
    if not os.access(CPM, os.X_OK):
        sys.exit(f"golden.py: there is no program {CPM}; build it, or set CPM")
    passed = failed = 0
    for name, problems in judge_all(asked.names, asked.jobs):
        print("".join(f"FAILED {name}: {problem}\n" for problem in problems), end="", flush=True)
        passed, failed = (passed, failed + 1) if problems else (passed + 1, failed)
    if not passed + failed:
        print(f"golden.py: no case is called {' or '.join(asked.names)}")
    if changed:
        print("rewritten, to be reviewed; run again to compare:")
        print("".join(f"  {path}\n" for path in sorted(changed)), end="")
        failed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
