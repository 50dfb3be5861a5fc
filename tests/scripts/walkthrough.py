#!/usr/bin/python3
"""The walk-through of README.md, run as it stands there, in a temporary git repository.

The first `sh` block below the heading "From an empty folder to a plan" is run line by line; $EDITOR is this script, which
fills in what a team would (`walkthrough.py --edit FILE`). Then the reports are verified to be up to date, a score is changed, and the
proof fails with status 1.
"""
import os
import re
import stat
import sys
import tempfile

from harness import CPM, ROOT, check, entries, finish, home_with_cpm, read, run, write

HEADING = "## From an empty folder to a plan"
EVIDENCE = "    evidence:\n      - A report to the leadership team, kept with the implementation coordinator"
REMARK = """
    - id: {id}
      items: [{items}]
      text: {text}"""


# What people do in an editor: only the text is changed, comments stay.

def areas():
    """Item id → area id, as cpm lists them."""
    return {entry["id"]: entry["id"].split("-")[0] for entry in entries("items")}


def answers(items):
    """A score for every item: a third of each."""
    return {item: number % 3 for number, item in enumerate(items)}


def priority(number, item, area):
    return (f"  - id: p{number}\n    area: {area}\n    title: More of {item} in every unit\n    items: [{item}]\n"
            f"    reason: The team gave it the most votes.\n    rank: {number}")


def fill_in_snapshot(text):
    """Every item scored, evidence for the top ones, the analysis, three priorities, final."""
    items = re.findall(r"(?m)^  ([a-z-]+):\n    state: missing$", text)
    scores = answers(items)
    for item, score in scores.items():
        answer = f"    score: {score}" + (f"\n{EVIDENCE}" if score == 2 else "")
        text = text.replace(f"\n  {item}:\n    state: missing", f"\n  {item}:\n{answer}")
    strong = [item for item in items if scores[item] == 2]
    weak = [item for item in items if scores[item] == 0]
    open_ones = [item for item in items if scores[item] < 2]
    judged = "".join(f"\n    - item: {item}\n      importance: {1 + number % 3}\n      feasibility: {3 - number % 2}"
                     for number, item in enumerate(weak))
    area = areas()
    chosen = "".join("\n" + priority(number, item, area[item]) for number, item in enumerate(weak[:3], 1))
    for key, rows in (
            ("strengths", REMARK.format(id="strong", items=", ".join(strong), text="People can show it.")),
            ("opportunities", REMARK.format(id="next", items=", ".join(open_ones), text="There is little of this yet.")),
            ("feasibility", judged), ("priorities", chosen)):
        text = text.replace(f"{key}: []", f"{key}:{rows}")
    return re.sub(r"(?m)^status: draft", "status: final", text)


def fill_in_plan(text):
    """The county's own words in place of the examples."""
    text = re.sub(r'(statement: )"?To be replaced[^"\n]*"?', r"\1Workers in every unit notice the difference.", text)
    text = re.sub(r'(action: )"?To be replaced[^"\n]*"?', r"\1Ask each unit what it needs first.", text)
    text = re.sub(r'(text: )"?To be replaced[^"\n]*"?', r"\1Units that notice a difference", text)
    text = re.sub(r'(part: )"?To be replaced[^"\n]*"?', r"\1Knows the work and can decide", text)
    return text.replace("unit: to be replaced", "unit: units")


def edit(path):
    """The contact is somebody of the county; the rest as the kind of file asks."""
    text = read(path)
    for example, own in (("Jordan Rivera", "Ana Ruiz"), ("jordan.rivera@", "ana.ruiz@"), ("555-0100", "555-0142")):
        text = text.replace(example, own)
    write(path, fill_in_plan(text) if "cpm/plan/" in text else fill_in_snapshot(text))


# The walk itself.

def lines_of_readme():
    text = read("README.md")
    match = re.search(rf"(?ms)^{re.escape(HEADING)}\n.*?^```sh\n(.*?)^```", text)
    if not match:
        sys.exit(f"README.md has no `sh` block below \"{HEADING}\"")
    return [line for line in match.group(1).splitlines() if line.strip()]


class Shell:
    """One line after the other, in the folder where the last one ended."""

    def __init__(self, scratch):
        self.folder = os.path.join(scratch, "work")
        os.makedirs(self.folder)
        variables = home_with_cpm(scratch)
        editor = os.path.join(scratch, "bin/editor")
        write(editor, f'#!/bin/sh\nexec /usr/bin/python3 "{os.path.abspath(__file__)}" --edit "$@"\n')
        os.chmod(editor, os.stat(editor).st_mode | stat.S_IXUSR)
        self.variables = {**variables, "CPM": CPM, "CPM_ROOT": ROOT, "EDITOR": editor}

    def run(self, line):
        done = run(["/bin/bash", "-c", line + "\nstatus=$?\npwd > \"$HOME/folder\"\nexit $status"], self.folder,
                   variables=self.variables)
        self.folder = read(os.path.join(self.variables["HOME"], "folder")).strip()
        return done.status, done.said

    def expect(self, line, status=0, says=""):
        found, out = self.run(line)
        check(f"{line} (status {status})", found == status and says in out, f"ended with {found}", out)
        return out


# What a county does from its first day to proven reports, in this order.
ORDER = ["git init", "cpm init", "cpm check", '"$EDITOR" snapshots/', "cpm check", "cpm score", "cpm rank", "cpm new plan --from",
         '"$EDITOR" plans/', "cpm plan check", "cpm report --all", "cpm report --all"]


def check_order(lines):
    rest = iter(lines)
    for start in ORDER:
        check(f"the walk-through has `{start}` in its place", any(line.startswith(start) for line in rest))
    proofs = [line for line in lines if line.startswith("cpm report --all") and "--check" in line]
    check("the walk-through verifies its reports", len(proofs) == 1)


def walk(shell):
    lines = lines_of_readme()
    check_order(lines)
    new = True  # the first check finds the examples of the new files, and nothing else
    for line in lines:
        checks = line.split("#")[0].strip() in ("cpm check", "cpm plan check")
        said = ("(3 advice)" if new else "no problems") if checks else "up to date" if "--check" in line else ""
        shell.expect(line, says=said)
        new = new and not checks
    shell.expect("test -z \"$(git status --porcelain)\"")


def verify(shell):
    """Reports are up to date; a changed score makes those stale that show it; one without its files is left over."""
    proof = next(line.split("#")[0].strip() for line in lines_of_readme() if "--check" in line)
    day = proof.split("--as-of ")[1].split()[0]
    for name in ("snapshot", "plan", "status", "county"):
        shell.expect(f"cpm report {name} --as-of {day} -o reports/{name}.md --check", says="up to date")
    shell.expect("sed -i '0,/score: 0/s//score: 1/' snapshots/*.yaml")
    out = shell.expect(proof, 1, "not up to date")
    check("the stale report is named", re.search(r"reports/snapshot.md +stale", out), out)
    check("with the command that renews it", f"cpm report --all --as-of {day}" in out, out)
    shell.expect(proof.replace(" --check", ""), 0, "written")
    shell.expect(proof, 0, "up to date")
    shell.expect("git rm --quiet --force -r plans")
    shell.expect(proof.replace(" --check", ""), 0, "Delete `reports/plan.md`")
    shell.expect(proof, 1, "leftover")
    shell.expect("git rm --quiet --force reports/plan.md reports/status.md reports/handover.md reports/sip.md")
    shell.expect(proof, 0, "up to date")


def main():
    if sys.argv[1:2] == ["--edit"]:
        return edit(os.path.abspath(sys.argv[2]))
    with tempfile.TemporaryDirectory() as scratch:
        shell = Shell(scratch)
        walk(shell)
        verify(shell)
    return finish()


if __name__ == "__main__":
    sys.exit(main())
