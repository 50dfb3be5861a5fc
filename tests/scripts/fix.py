#!/usr/bin/python3
"""`cpm fix` over every bad case of the tests and the gallery of mistakes: it removes the findings that it says it removes,
brings no new errors, changes only the bytes that the fixes name, and `--diff` shows exactly what it does (git apply is the
judge). With `--unsafe` texts stay readable."""
import json
import os
import shutil
import sys
import tempfile

import harness
import hostile_formats as hostile
from harness import ROOT, check, expect, finish, read, run, write

AS_OF = ["--as-of", "2026-03-31"]
# Errors that a fix uncovers rather than makes: the rules are silent on a file until its shape is right (src/README.md, Gates).
FIRST_RULE = 300


def cpm(folder, *words):
    done = harness.cpm(*words, *AS_OF, folder=folder, text=False)
    check(f"cpm {' '.join(words)} in {folder}", done.status in (0, 1), done)
    return done


def findings(folder):
    return json.loads(cpm(folder, "check", "--format", "json").out)["findings"]


def files_of(folder):
    held = {}
    for at, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(at, name)
            if ".git" not in path.split(os.sep) and os.path.isfile(path):
                with open(path, "rb") as file:
                    held[os.path.relpath(path, folder)] = file.read()
    return held


def is_safe(finding):
    return bool(finding["fix"] and finding["fix"]["safety"] == "safe" and finding["fix"]["edits"])


def name_of(finding):
    return finding["code"], finding["file"], finding["message"]


def with_edits(text, fixes):
    """The edits made by hand, last ones first; None when two of them touch."""
    edits = sorted(((edit["byte"], edit["end_byte"], edit["replacement"]) for fix in fixes for edit in fix["edits"]), reverse=True)
    owners = [(edit["byte"], edit["end_byte"], number) for number, fix in enumerate(fixes) for edit in fix["edits"]]
    for begin, end, owner in owners:
        if any(begin <= other_end and other_begin <= end and owner != other for other_begin, other_end, other in owners):
            return None
    for begin, end, replacement in edits:
        text = text[:begin] + replacement.encode() + text[end:]
    return text


def check_diff(source, fixed, name):
    """`--diff` changes nothing, and `git apply` makes of it what `fix` makes."""
    with tempfile.TemporaryDirectory() as folder:
        work = os.path.join(folder, "work")
        shutil.copytree(source, work)
        shown = cpm(work, "fix", "--diff")
        check(f"{name}: --diff changed files", files_of(work) == files_of(source))
        expect(f"{name}: status of --diff", shown.status, 1 if shown.out else 0)
        if shown.out:
            done = run(["git", "apply", "--whitespace=nowarn", "-"], work, given=shown.out,
                       variables={"GIT_CEILING_DIRECTORIES": folder}, text=False)
            check(f"{name}: git apply", done.status == 0, done)
        check(f"{name}: --diff shows something else than fix does", files_of(work) == fixed)


def check_case(source, name):
    with tempfile.TemporaryDirectory() as folder:
        work = os.path.join(folder, "work")
        shutil.copytree(source, work, symlinks=True)
        before, old = files_of(work), findings(work)
        wanted = [finding for finding in old if is_safe(finding)]
        done = cpm(work, "fix", "--format", "json")
        told = json.loads(done.out)
        fixed, new = files_of(work), findings(work)
        names = {name_of(finding) for finding in new}
        for finding in wanted:
            check(f"{name}: still there after its fix", name_of(finding) not in names, name_of(finding))
        was_unreadable = {finding["file"] for finding in old if finding["code"] < "CPM200"}
        for finding in new:
            if finding["severity"] != "error" or name_of(finding) in {name_of(each) for each in old}:
                continue
            was_fixed = any(fix["file"] == finding["file"] and finding["code"] < "CPM200" and fix["line"] == finding["line"]
                         and not is_safe(finding) for fix in wanted)
            uncovered = finding["file"] in was_unreadable and not was_fixed or int(finding["code"][3:]) >= FIRST_RULE and wanted
            check(f"{name}: a new error", uncovered, name_of(finding))
        expect(f"{name}: findings left", [name_of(finding) for finding in told["findings"]],
               [name_of(finding) for finding in new])
        least = len({(finding["code"], finding["byte"], finding["file"]) for finding in wanted})
        check(f"{name}: fewer fixes told than wanted", told["result"]["fixes"] >= least, told["result"]["fixes"], least)
        if told["result"]["fixes"] == len(wanted):
            for path, text in before.items():
                by_hand = with_edits(text, [finding["fix"] for finding in wanted if finding["file"] == path])
                check(f"{name}: other bytes of {path} were changed", by_hand is None or fixed[path] == by_hand)
        check(f"{name}: safe fixes are left", not [finding for finding in new if is_safe(finding)])
        if told["result"]["fixes"] == 0:
            check(f"{name}: no fix, and changed files", fixed == before)
        else:
            again = cpm(work, "fix", "--format", "json")
            expect(f"{name}: the second fix", json.loads(again.out)["result"]["fixes"], 0)
            check(f"{name}: the second fix changed files", files_of(work) == fixed)
        check_diff(source, fixed, name)
        return len(wanted)


def check_unsafe(source, name):
    with tempfile.TemporaryDirectory() as folder:
        work = os.path.join(folder, "work")
        shutil.copytree(source, work, symlinks=True)
        all_findings = findings(work)
        if all(finding["fix"] is None or is_safe(finding) for finding in all_findings):
            return  # --unsafe does what check_case saw
        old = [finding for finding in all_findings if finding["code"] < "CPM200" and finding["severity"] == "error"]
        cpm(work, "fix", "--unsafe")
        new = [finding for finding in findings(work) if finding["code"] < "CPM200" and finding["severity"] == "error"]
        check(f"{name}: --unsafe brought errors of text", len(new) <= len(old), [name_of(each) for each in new])


def cases():
    yield os.path.join(ROOT, "examples/mistakes"), "examples/mistakes"
    for group in ("tests/rules", "tests/formats"):
        for case in sorted(os.listdir(os.path.join(ROOT, group))):
            bad = os.path.join(ROOT, group, case, "bad")
            if os.path.isdir(bad):
                yield bad, f"{group}/{case}"


SLIPS = [
    lambda line: line.replace(": ", ":", 1), lambda line: line.replace("- ", "-", 1), lambda line: "\t" + line.lstrip(),
    lambda line: line[:1] + "\t" + line[1:], lambda line: line + " : more", lambda line: line.replace(": ", ': "', 1),
    lambda line: line.replace("s", "", 1), lambda line: line.replace("e", "ee", 1), lambda line: line.replace(" ", "\u00a0", 1),
    lambda line: " " + line, lambda line: line + "\r", lambda line: line.replace("_", "-", 1), lambda line: line + "#note",
    lambda line: line.replace(": ", ": @", 1), lambda line: "\u2013" + line.lstrip("- "), lambda line: line + "]",
    lambda line: line.replace("-", "/", 1), lambda line: line.upper(), lambda line: line + "\n" + line,
]


def write_slips(folder):
    """Files of the gallery, each with one slip in one line: two files a folder, so that what they refer to stays right."""
    snapshot = read("examples/mistakes/snapshot.yaml")
    plan = read("examples/mistakes/06-tab.yaml").replace("\t", "    ")
    number = 0
    for name, text in (("plan", plan), ("snapshot", snapshot)):
        lines = text.split("\n")
        for at in range(1, len(lines) - 1, 11):
            for slip in SLIPS:
                changed = slip(lines[at])
                if changed == lines[at]:
                    continue
                number += 1
                write(os.path.join(folder, f"{name}{number:04}.yaml"), "\n".join(lines[:at] + [changed] + lines[at + 1:]))
    return number


# What a line of a step says → the line that `cpm fix` makes of it, and the one of `--unsafe`; None: it stays as it is.
WORDS = [
    ("with: Probation", "with: [Probation]", None), ("with: Probation, CASA", None, "with: [Probation, CASA]"),
    ("due: Oct-Dec 2026", "due: 2026-Q4", None), ("due: mid-November 2026", None, "due: 2026-11"),
    ("due: November/December 2026", None, None), ("due: Q2 2027", None, None), ("due: FY 2026-27 Q2", None, "due: 2027-Q1"),
    ("due: Fall 2026", None, None), ("due: ongoing", None, None), ("due: every two years", None, None),
    ("monitor_every: quarterly", "monitor_every: quarter", None), ("monitor_every: weekly", None, "monitor_every: month"),
    ("monitor_every: daily", None, "monitor_every: month"), ("monitor_every: biennially", None, "monitor_every: year"),
    ("monitor_every: every two years", None, "monitor_every: year"), ("monitor_every: as needed", None, None),
    ("monitor_every: ongoing", None, None), ("monitor_every: every two months", None, None),
]


def check_words():
    """Only what can be meant one way is fixed without `--unsafe`. The county's fiscal year begins in October."""
    plan = ("format: cpm/plan/1\ncounty: example\ndate: 2026-06-15\nteam: [{role: Director}]\n"
            "horizon: {start: 2026-07-01, reassess: 2027-09-30}\npriorities: [{id: p1, area: wd, title: One}]\n"
            "objectives: [{id: o1, priority: p1, statement: Units have coaches}]\n"
            "steps:\n  - id: s1\n    objective: o1\n    action: Go\n    ")
    for option in ([], ["--unsafe"]):
        with tempfile.TemporaryDirectory() as folder:
            write(os.path.join(folder, "cpm.yaml"), "format: cpm/repository/1\ncounty: example\nfiscal_year_start: 10\n")
            for number, (line, _, _) in enumerate(WORDS):
                write(os.path.join(folder, f"p{number:02}.yaml"), f"{plan}{line}\n")
            cpm(folder, "fix", *option)
            for number, (line, safe, unsafe) in enumerate(WORDS):
                wanted = safe or (unsafe if option else None) or line
                expect(f"{line} after cpm fix {' '.join(option)}", read(os.path.join(folder, f"p{number:02}.yaml")),
                       f"{plan}{wanted}\n")


def main():
    fixes = 0
    check_words()
    for source, name in cases():
        fixes += check_case(source, name)
        check_unsafe(source, name)
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "source")
        os.makedirs(source)
        hostile.write_repository(source)
        fixes += check_case(source, "hostile")
    with tempfile.TemporaryDirectory() as folder:
        check("too few slips", write_slips(folder) > 200)
        fixes += check_case(folder, "slips")
        check_unsafe(folder, "slips")
    check(f"only {fixes} safe fixes in all cases", fixes > 100)
    return finish()


if __name__ == "__main__":
    sys.exit(main())
