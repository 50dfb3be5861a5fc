#!/usr/bin/env python3
"""Files of the first release are still checked, scored and reported as they were, except for what was decided to change.

tests/first-release has `files/`, examples as the first release (0.1.0) had them, and `outputs/`, what that program said of them, by
the names of CASES. Results, tables and calendars must be the same after the rules of DECIDED. Of pages, each line that differs
stands in `changed/`, as it was and as it is. Where the figures and dates of such lines differ too, a line `why: ...` must be above.

CPM_UPDATE_GOLDEN=1 writes `changed/` again, and keeps what is said there. Nothing writes `outputs/` again: the program is gone.
Environment: CPM and CPM_ROOT, see harness.py.
"""
import copy
import difflib
import json
import os
import re
import shutil
import sys
import tempfile

import harness
from harness import check, cpm, expect, read, write

HOME = "tests/first-release"
UPDATE = os.environ.get("CPM_UPDATE_GOLDEN") == "1"
DAY = ["--as-of", "2026-03-31"]
SNAPSHOTS = ["snapshots/2025-03-13.yaml", "snapshots/2026-03-12.yaml"]
REPORTS = ["snapshot", "comparison", "plan", "status", "support", "theory", "logic-model", "roadmap", "fidelity", "handover", "sip"]

# By output: the folder below files/, and the command.
CASES = {
    "check.json": ("alder", ["check"]),
    "check.txt": ("alder", ["check"]),
    "mistakes.json": ("mistakes", ["check"]),
    "mistakes.txt": ("mistakes", ["check"]),
    "plan-check.json": ("alder", ["plan", "check"]),
    "score.json": ("alder", ["score"]),
    "score.md": ("alder", ["score"]),
    "explain.json": ("alder", ["score", "--explain", "snapshots/2026-02-09-coaching.yaml"]),
    "rank.json": ("alder", ["rank"]),
    "rank-2025.json": ("alder", ["rank", SNAPSHOTS[0]]),
    "rank.md": ("alder", ["rank"]),
    "compare.json": ("alder", ["compare", *SNAPSHOTS]),
    "status.json": ("alder", ["plan", "status"]),
    "calendar.ics": ("alder", ["plan", "calendar"]),
    "support.json": ("alder", ["support"]),
    "trace.json": ("alder", ["trace"]),
    "trace.md": ("alder", ["trace", "--no-pictures"]),
    "region.json": (".", ["region", "region", "alder"]),
    "region.csv": (".", ["region", "region", "alder"]),
    "region.md": (".", ["region", "region", "alder"]),
    **{f"report-{kind}.json": ("alder", ["report", kind]) for kind in REPORTS + ["county"]},
    **{f"report-{kind}.md": ("alder", ["report", kind, "--no-pictures"]) for kind in REPORTS},
}
FORMATS = {".json": ["--format", "json"], ".md": ["--format", "markdown"], ".csv": ["--format", "csv"]}
STATUS = {"mistakes.json": 1, "mistakes.txt": 1}


# What was decided to change. Each rule turns what the program says now into what the first release said, where that follows from
# its own words; whatever else differs is a failure.

class Decided:
    def __init__(self, why, outputs, undo):
        self.why, self.outputs, self.undo, self.used = why, re.compile(outputs), undo, False

    def undone(self, name, value):
        if not self.outputs.fullmatch(name):
            return value
        undone = self.undo(copy.deepcopy(value))
        self.used = self.used or undone != value
        return undone


def each(value, path=""):
    """All records of a result, with the keys that lead there."""
    if isinstance(value, dict):
        yield path, value
        for key, below in value.items():
            yield from each(below, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for below in value:
            yield from each(below, path)


def without(path, *keys):
    """New keys: they are taken out, so that the old ones are compared alone."""
    def undo(result):
        for at, record in each(result):
            if at == path:
                for key in keys:
                    record.pop(key, None)
        return result
    return undo


def reworded(path, key, pairs):
    """Another text in one place, from a list of such texts: now, then."""
    def undo(result):
        for at, record in each(result):
            if at == path and record.get(key) in pairs:
                record[key] = pairs[record[key]]
        return result
    return undo


def rules_as_they_were(number):
    def undo(result):
        result["result"]["rules"] = number
        return result
    return undo


def ranks_in_order(path, holds):
    """The first release numbered items with equal values one after the other, and let the order of the file decide which of them
    held. The order is still the same: an item that shares a rank gets the number of its line. What it held lies between what is
    certain now and what is possible; those figures stand in `holds`."""
    def undo(result):
        ranking = next(record for at, record in each(result) if at == path)
        for number, (item, held) in enumerate(zip(ranking["items"], holds), 1):
            shared, most = item.pop("shared"), item.pop("holds_at_most")
            if shared and item["rank"] <= number:
                item["rank"] = number
            if item["holds"] <= held <= most:
                item["holds"] = held
        return result
    return undo


def lines_gone(pattern):
    return lambda text: re.sub(pattern, "", text, flags=re.MULTILINE)


def replaced(now, then):
    return lambda text: re.sub(now, then, text, flags=re.MULTILINE)


def held_of(name, *path):
    ranking = json.loads(read(f"{HOME}/outputs/{name}"))
    for key in path:
        ranking = ranking[key]
    return [item["holds"] for item in ranking["items"]]


PLAIN_HELP = {
    "rename it to `status`: its status": "rename it to `status`: where it stands",
    "write a day, a month or a quarter of the calendar, such as 2026-11-15, 2026-11 or 2026-Q4":
        "write a day of the calendar as YYYY-MM-DD, such as 2026-03-15",
    "replace the tab by 4 spaces; set your editor to write spaces": "replace the tab by 4 blanks; set your editor to write blanks",
}
TAB_NOW = "this line starts with a tab (→); YAML needs spaces, and its neighbors have 4"
TAB_THEN = "this line starts with a tab (→); YAML needs blanks, and its neighbours have 4"
LOOSE_NOW = "name it as the `outcome` of an objective, add an objective for it, or remove it from the theory"
LOOSE_THEN = "name it as `outcome` of an objective, add an objective for it, or let the theory go without it"
CHECKS = r"(check|mistakes)\.json"

DECIDED = [
    # Checks
    Decided("there are more rules", CHECKS, rules_as_they_were(189)),
    Decided("there are more rules about plans", r"plan-check\.json", rules_as_they_were(116)),
    Decided("a check says how many rules it applied", r".*\.txt", replaced(r"\b\d+(?= rules\b)", "189")),
    Decided("a check says what it left out", r"(check|mistakes|plan-check)\.json",
            without("result", "ignored", "accepted", "hidden")),
    Decided("CPM210 has an American name", CHECKS, reworded("findings", "name", {"misspelled-key": "misspelt-key"})),
    Decided("help is in plain American English, and steps take months and quarters", CHECKS,
            reworded("findings", "help", PLAIN_HELP)),
    Decided("a message is in plain American English", CHECKS, reworded("findings", "message", {TAB_NOW: TAB_THEN})),
    Decided("a fix is in plain American English", CHECKS,
            reworded("findings.fix", "title", {"indent with 4 spaces": "indent with 4 blanks"})),
    # Figures
    Decided("equal values share a rank, and ties leave open what holds", r"rank\.json",
            ranks_in_order("result", held_of("rank.json", "result"))),
    Decided("equal values share a rank, and ties leave open what holds", r"rank-2025\.json",
            ranks_in_order("result", held_of("rank-2025.json", "result"))),
    Decided("equal values share a rank, and ties leave open what holds", r"report-snapshot\.json",
            ranks_in_order("result.ranking", held_of("report-snapshot.json", "result", "ranking"))),
    Decided("the remedy of a loose end is in plain English", r"trace\.json",
            reworded("result.loose", "help", {LOOSE_NOW: LOOSE_THEN})),
    Decided("a report ends with its fingerprint", r"report-.*\.json", without("", "made")),
    # The System Improvement Plan
    Decided("the SIP report is the yearly progress report", r"report-county\.json",
            reworded("result.parts", "title", {"System Improvement Plan (SIP) progress: Alder County (example)":
                                               "System Improvement Plan (SIP) view: Alder County (example)"})),
    Decided("the SIP report says which plans and which period it is about", r"report-sip\.json",
            without("result", "plans", "left_out", "period", "other_period", "chart")),
    Decided("a strategy says whose chart it is in", r"report-sip\.json", without("result.strategies", "agency")),
    Decided("a step under a strategy says which plan has it", r"report-sip\.json",
            without("result.strategies.steps", "plan", "agency", "earlier")),
    # Plans
    Decided("a status and a handover say when open objectives may be reached", r"(report-)?status\.json|report-handover\.json",
            without("result", "outlook")),
    # Calendars
    Decided("an imported calendar has a name, and replaces an earlier import", r"calendar\.ics",
            lines_gone(r"^(METHOD|NAME|X-WR-CALNAME|LAST-MODIFIED|SEQUENCE):.*\n")),
    Decided("a date of monitoring is called a check of progress", r"calendar\.ics",
            replaced(r"^SUMMARY:Check progress: ", "SUMMARY:Look at progress: ")),
    # Pages
    Decided("a report ends with its fingerprint", r"report-.*\.md", lines_gone(r"\n\n<!-- How cpm made this page(.|\n)*")),
]
# Where the words of the first release say the same as now in every page.
PAGES = [
    ("percent signs stand at their number", r"(?<=\d) %", "%"),
]


def unfolded(text):
    return text.replace("\r\n ", "").replace("\r\n", "\n")


def old_page(text):
    for _, then, now in PAGES:
        text = re.sub(then, now, text)
    return text


# Pages

def figures(lines):
    """Numbers, percents and dates, in any order: a column may have moved."""
    return sorted(re.findall(r"\d+(?:[.,/-]\d+)*", " ".join(lines)))


def blocks_of(then, now):
    """What differs, each a list of lines as in `changed/`."""
    then, now = then.splitlines(), now.splitlines()
    for tag, a, b, c, d in difflib.SequenceMatcher(None, then, now, autojunk=False).get_opcodes():
        if tag != "equal":
            yield [f"- {line}".rstrip() for line in then[a:b]] + [f"+ {line}".rstrip() for line in now[c:d]]


def listed(path):
    """The blocks of a file of `changed/`, by their lines: why, where that is said."""
    whole = os.path.join(harness.ROOT, path)
    if not os.path.exists(whole):
        return {}
    found = {}
    for block in read(path).split("\n\n"):
        lines = block.strip("\n").split("\n")
        why = [line for line in lines if line.startswith("why: ")]
        found["\n".join(lines[len(why):])] = why
    return {block: why for block, why in found.items() if block}


def write_listed(path, blocks):
    whole = os.path.join(harness.ROOT, path)
    if blocks:
        write(path, "\n\n".join(blocks) + "\n")
    elif os.path.exists(whole):
        os.remove(whole)


def compare_pages(name, then, now):
    path = f"{HOME}/changed/{name}"
    known, blocks = listed(path), ["\n".join(block) for block in blocks_of(old_page(then), now)]
    if UPDATE:
        write_listed(path, ["\n".join([*known.get(block, []), block]) for block in blocks])
    for block in blocks:
        check(f"{name}: a line differs from the first release, and {path} does not list it", UPDATE or block in known, block)
        lines = block.split("\n")
        before, after = (figures([line[2:] for line in lines if line[0] == sign]) for sign in "-+")
        check(f"{name}: figures differ, and nothing says why", before == after or known.get(block), block, before, after)
    gone = [block for block in known if block not in blocks]
    check(f"{name}: {path} lists what no longer differs", UPDATE or not gone, *gone)
    check(f"{name}: a page", now.strip() != "")


# Everything

def said(name, folder, words):
    extension = os.path.splitext(name)[1]
    done = cpm(*words, *DAY, *FORMATS.get(extension, []), folder=folder)
    expect(f"{name}: exit status", done.status, STATUS.get(name, 0), done.err)
    return unfolded(done.out) if extension == ".ics" else done.out


def compare(name, now):
    then = read(f"{HOME}/outputs/{name}")
    extension = os.path.splitext(name)[1]
    if extension == ".json":
        then, now = json.loads(then), json.loads(now)
    elif extension == ".ics":
        then = unfolded(then)
    for rule in DECIDED:
        now = rule.undone(name, now)
    if extension in (".md", ".txt"):
        return compare_pages(name, then, now)
    if extension == ".json":
        then, now = (json.dumps(value, indent=1, ensure_ascii=False) for value in (then, now))
    difference = list(difflib.unified_diff(then.splitlines(), now.splitlines(), "first release", "now", lineterm="", n=2))
    check(f"{name} is as it was", not difference, "\n".join(difference))
    return None


def main():
    with tempfile.TemporaryDirectory() as top:
        files = os.path.join(top, "files")
        shutil.copytree(os.path.join(harness.ROOT, HOME, "files"), files)
        for name, (folder, words) in CASES.items():
            compare(name, said(name, os.path.join(files, folder), words))
    for rule in DECIDED:
        check(f"needed: {rule.why} ({rule.outputs.pattern})", rule.used)
    on_disk = set(os.listdir(os.path.join(harness.ROOT, HOME, "outputs")))
    expect("outputs without a case, and cases without an output", sorted(on_disk ^ set(CASES)), [])
    return harness.finish()


if __name__ == "__main__":
    sys.exit(main())
