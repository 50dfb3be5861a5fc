#!/usr/bin/python3
"""Rows that excuse a line of src from being tested must name a line that is there: tests/unreached.txt (lines that no test can
reach) and tests/mutation/equivalent.txt (changes that no test can tell). So a rename shows here, and not months later.
  excused.py --fix   rewrites rows whose line was changed a little, by the most similar line of the same room"""
import difflib
import glob
import os
import sys

from harness import ROOT, check, finish, read, write

LISTS = ("tests/unreached.txt", "tests/mutation/equivalent.txt")
SIMILAR = 0.7


def lines_of(room):
    """(path below src, line without the space around it) of all sources of a room."""
    for path in sorted(glob.glob(os.path.join(ROOT, "src", room, "**", "*.cpp"), recursive=True)):
        with open(path, encoding="utf-8") as file:
            for line in file:
                yield os.path.relpath(path, os.path.join(ROOT, "src")), line.strip()


def most_similar(path, text, lines):
    """The line that is most like `text`, in the same file if there is one; and how alike, from 0 to 1."""
    def ratio(line):
        return difflib.SequenceMatcher(None, line[1], text).ratio()
    own = [line for line in lines if line[0] == path]
    best = sorted(own or lines, key=lambda line: difflib.SequenceMatcher(None, line[1], text).quick_ratio(), reverse=True)[:8]
    nearest = max(best, key=ratio, default=("", ""))
    return nearest, ratio(nearest)


def main():
    rewrite = "--fix" in sys.argv[1:]
    rooms, lost = {}, False
    for name in LISTS:
        rows = read(name).splitlines()
        for number, row in enumerate(rows):
            if not row.strip() or row.startswith("#"):
                continue
            path, rest = row.split(" | ", 1)
            text, *reasons = rest.rsplit(" | ", 1 if "unreached" in name else 2)
            room = path.split("/", 1)[0]
            if room not in rooms:
                rooms[room] = list(lines_of(room))
            there = (path, text.strip()) in set(rooms[room])
            nearest, alike = ((path, text), 1) if there else most_similar(path, text, rooms[room])
            if rewrite and not there and alike >= SIMILAR:
                rows[number] = " | ".join([nearest[0], nearest[1], *reasons])
                print(f"{name}:{number + 1}: {path} | {text}\n   now {nearest[0]} | {nearest[1]}")
                there = True
            hint = [f"is it `{nearest[1]}` of src/{nearest[0]}?"] if alike >= SIMILAR else []
            check(f"{name}:{number + 1}: src/{path} has no line `{text}`", there, *hint)
            lost = lost or not there
        if rewrite:
            write(name, "\n".join(rows) + "\n")
    if lost and not rewrite:
        print("rewrite what has only moved with: tests/scripts/excused.py --fix; remove the other rows, or name the new line")
    return finish()


if __name__ == "__main__":
    sys.exit(main())
