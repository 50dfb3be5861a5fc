#!/usr/bin/python3
"""The walk-through of README.md, run as it stands there, in a temporary git repository.

The first `sh` block below the heading "From an empty folder to a plan" is run line by line; $EDITOR is this script, which
fills in what a team would (`walkthrough.py --edit FILE`). Then the reports are proved up to date, a score is changed, and the
proof fails with status 1.
Environment: CPM (the program), CPM_ROOT (the source tree). The last line is `N passed, N failed`.
"""
import json
import os
import re
import stat
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.environ.get("CPM_ROOT") or os.path.dirname(os.path.dirname(HERE))
CPM = os.path.abspath(os.environ.get("CPM") or os.path.join(ROOT, "build/dev/cpm"))
HEADING = "## From an empty folder to a plan"
EVIDENCE = "    evidence:\n      - A report to the leadership team, kept with the implementation coordinator"
REMARK = """
    - id: {id}
      items: [{items}]
      text: {text}"""
results = {"passed": 0, "failed": 0}


def expect(what, fine, details=""):
    results["passed" if fine else "failed"] += 1
    if not fine:
        print(f"FAILED {what}\n{details}")


# What people do in an editor: only the text is changed, comments stay.

def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def areas():
    """Item id → area id, as cpm lists them."""
    listed = subprocess.run([CPM, "list", "items", "--format", "json"], capture_output=True, text=True, check=True)
    return {entry["id"]: entry["id"].split("-")[0] for entry in json.loads(listed.stdout)["result"]["entries"]}


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
    for key, entries in (
            ("strengths", REMARK.format(id="strong", items=", ".join(strong), text="People can show it.")),
            ("opportunities", REMARK.format(id="next", items=", ".join(open_ones), text="There is little of this yet.")),
            ("feasibility", judged), ("priorities", chosen)):
        text = text.replace(f"{key}: []", f"{key}:{entries}")
    return re.sub(r"(?m)^status: draft", "status: final", text)


def fill_in_plan(text):
    """The county's own words in place of the examples."""
    text = re.sub(r'(statement: )"?To be replaced[^"\n]*"?', r"\1Workers in every unit notice the difference.", text)
    text = re.sub(r'(action: )"?To be replaced[^"\n]*"?', r"\1Ask each unit what it needs first.", text)
    text = re.sub(r'(text: )"?To be replaced[^"\n]*"?', r"\1Units that notice a difference", text)
    text = re.sub(r'(part: )"?To be replaced[^"\n]*"?', r"\1Knows the work and can decide", text)
    return text.replace("unit: to be replaced", "unit: units")


def edit(path):
    text = read(path)
    write(path, fill_in_plan(text) if "cpm/plan/" in text else fill_in_snapshot(text))


# The walk itself.

def lines_of_readme():
    text = read(os.path.join(ROOT, "README.md"))
    match = re.search(rf"(?ms)^{re.escape(HEADING)}\n.*?^```sh\n(.*?)^```", text)
    if not match:
        sys.exit(f"README.md has no `sh` block below \"{HEADING}\"")
    return [line for line in match.group(1).splitlines() if line.strip()]


class Shell:
    """One line after the other, in the folder where the last one ended."""

    def __init__(self, scratch):
        self.folder = os.path.join(scratch, "work")
        tools = os.path.join(scratch, "bin")
        os.makedirs(self.folder)
        os.makedirs(tools)
        os.symlink(CPM, os.path.join(tools, "cpm"))
        editor = os.path.join(tools, "editor")
        write(editor, f'#!/bin/sh\nexec /usr/bin/python3 "{os.path.abspath(__file__)}" --edit "$@"\n')
        os.chmod(editor, os.stat(editor).st_mode | stat.S_IXUSR)
        people = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
                  for what, value in (("NAME", "A team"), ("EMAIL", "team@example.org"))}
        self.environment = {"PATH": tools + ":/usr/bin:/bin", "HOME": scratch, "LC_ALL": "C.UTF-8", "TZ": "UTC", "CPM": CPM,
                            "CPM_ROOT": ROOT, "EDITOR": editor, "GIT_CONFIG_NOSYSTEM": "1", **people}

    def run(self, line):
        done = subprocess.run(["/bin/bash", "-c", line + "\nstatus=$?\npwd > \"$HOME/folder\"\nexit $status"], cwd=self.folder,
                              env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              encoding="utf-8", timeout=120, check=False)
        self.folder = read(os.path.join(self.environment["HOME"], "folder")).strip()
        return done.returncode, done.stdout + done.stderr

    def expect(self, line, status=0, says=""):
        found, out = self.run(line)
        expect(f"{line} (status {status})", found == status and says in out, f"ended with {found}:\n{out}")
        return out


# What a county does from its first day to proven reports, in this order.
ORDER = ["git init", "cpm init", "cpm check", '"$EDITOR" snapshots/', "cpm check", "cpm score", "cpm rank", "cpm new plan --from",
         '"$EDITOR" plans/', "cpm plan check", "cpm report --all", "cpm report --all"]


def check_order(lines):
    rest = iter(lines)
    for start in ORDER:
        expect(f"the walk-through has `{start}` in its place", any(line.startswith(start) for line in rest))
    proofs = [line for line in lines if line.startswith("cpm report --all") and "--check" in line]
    expect("the walk-through proves its reports", len(proofs) == 1)


def walk(shell):
    lines = lines_of_readme()
    check_order(lines)
    for line in lines:
        check = line.split("#")[0].strip() in ("cpm check", "cpm plan check")
        shell.expect(line, says="no problems" if check else "up to date" if "--check" in line else "")
    shell.expect("test -z \"$(git status --porcelain)\"")


def prove(shell):
    """Reports are up to date; a changed score makes those stale that show it; one without its files is left over."""
    proof = next(line.split("#")[0].strip() for line in lines_of_readme() if "--check" in line)
    day = proof.split("--as-of ")[1].split()[0]
    for name in ("snapshot", "plan", "status", "county"):
        shell.expect(f"cpm report {name} --as-of {day} -o reports/{name}.md --check", says="up to date")
    shell.expect("sed -i '0,/score: 0/s//score: 1/' snapshots/*.yaml")
    out = shell.expect(proof, 1, "not up to date")
    expect("the stale report is named", re.search(r"reports/snapshot.md +stale", out), out)
    expect("with the command that renews it", f"cpm report --all --as-of {day}" in out, out)
    shell.expect(proof.replace(" --check", ""), 0, "written")
    shell.expect(proof, 0, "up to date")
    shell.expect("git rm --quiet --force -r plans")
    shell.expect(proof.replace(" --check", ""), 0, "Delete `reports/plan.md`")
    shell.expect(proof, 1, "leftover")
    shell.expect("git rm --quiet --force reports/plan.md reports/status.md reports/handover.md reports/sip.md")
    shell.expect(proof, 0, "up to date")


def main():
    if sys.argv[1:2] == ["--edit"]:
        return edit(sys.argv[2])
    with tempfile.TemporaryDirectory() as scratch:
        shell = Shell(scratch)
        walk(shell)
        prove(shell)
    print(f"{results['passed']} passed, {results['failed']} failed")
    return 1 if results["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
