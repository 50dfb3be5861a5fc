#!/usr/bin/env python3
"""Files of the first release are still checked, scored and reported as they were, except for what was decided to change.

tests/first-release has `files/`, the examples of the first release (0.1.0), and `outputs/`, what that program said of them, by the
names of first_release_cases.py. Words that are put otherwise today are in first_release_words.py. After them, results, tables and
calendars must be the same but for the rules of first_release_decided.py. Of pages, each line that differs stands in `changed/`, as
it was and as it is (first_release_pages.py).

CPM_UPDATE_GOLDEN=1 writes `changed/` again, and keeps what is said there. Environment: CPM and CPM_ROOT, see harness.py.

`outputs/` was written by the program of commit c687040, and stays as it is. To add a case, build that program, and let it say its
part; git must show that no other output has changed:

    git worktree add ../first c687040
    (cd ../first && cmake --preset release && cmake --build --preset release --target cpm)
    CPM_FIRST_RELEASE=../first/build/release/cpm tests/scripts/first_release.py
"""
import concurrent.futures
import difflib
import json
import os
import re
import shutil
import sys
import tempfile

import harness
from first_release_cases import CASES, ending
from first_release_decided import DECIDED
from first_release_pages import HOME, compare_pages, visible
from first_release_words import ROWS, in_words_of_today
from harness import check, expect, read, run, write

FIRST = os.environ.get("CPM_FIRST_RELEASE")
PROGRAM = os.path.abspath(FIRST) if FIRST else harness.CPM
STYLE = re.compile(r"<style>.*?</style>\n", re.DOTALL)  # of HTML, where the text alone is compared
RESULTS, BYTES = (".json", ".sarif", ".gitlab"), (".csv", ".ics", ".svg", ".yaml")


# What a program says.

def said(top, name):
    """How its command ended, and its output: each case has files of its own, and a folder to write to."""
    case, files, out = CASES[name], os.path.join(top, name, "files"), os.path.join(top, name, "out")
    shutil.copytree(os.path.join(harness.ROOT, HOME, "files", case.folder), files)
    os.mkdir(out)
    done = run([PROGRAM, *(word.replace("OUT", out) for word in case.words)], files)
    written = os.path.join(out, os.path.basename(name))
    return done, read(written) if os.path.exists(written) else done.out


def all_said():
    with tempfile.TemporaryDirectory() as top, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from zip(CASES, pool.map(lambda name: said(top, name), CASES))


# How it is compared.

def value_of(name, text):
    """What is compared: a result, the text that people see, or every byte."""
    if ending(name) in RESULTS:
        return json.loads(text)
    if ending(name) == ".ics":
        return text.replace("\r\n ", "").replace("\r\n", "\n")
    return visible(text) if ending(name) == ".html" else text


def compare(name, text):
    then, now = in_words_of_today(value_of(name, read(f"{HOME}/outputs/{name}"))), value_of(name, text)
    for rule in DECIDED:
        now = rule.undone(os.path.basename(name), now, then)
    if ending(name) not in (*RESULTS, *BYTES):
        return compare_pages(name, then, now)
    if ending(name) in RESULTS:
        then, now = (json.dumps(value, indent=1, ensure_ascii=False) for value in (then, now))
    difference = list(difflib.unified_diff(then.splitlines(), now.splitlines(), "first release", "now", lineterm="", n=2))
    check(f"{name} is as it was", not difference, "\n".join(difference))
    return None


def on_disk(folder):
    top = os.path.join(harness.ROOT, HOME, folder)
    return {os.path.relpath(os.path.join(within, file), top) for within, _, files in os.walk(top) for file in files}


def main():
    for name, (done, text) in all_said():
        expect(f"{name}: exit status", done.status, CASES[name].status, done.said)
        if FIRST:
            write(f"{HOME}/outputs/{name}", STYLE.sub("", text) if ending(name) == ".html" else text)
        elif name in on_disk("outputs"):
            compare(name, text)
    for rule in DECIDED:
        check(f"needed: {rule.why} ({rule.outputs.pattern})", FIRST or rule.used)
    for row in ROWS:
        check(f"needed: {row.then}", FIRST or row.used)
    expect("outputs without a case, and cases without an output", sorted(on_disk("outputs") ^ set(CASES)), [])
    expect("changes without a case", sorted(on_disk("changed") - set(CASES)), [])
    return harness.finish()


if __name__ == "__main__":
    sys.exit(main())
