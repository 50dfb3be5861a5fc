#!/usr/bin/python3
"""A baseline keeps known findings out of a check and nothing else: moved lines stay known, one more of the same kind is new,
an ended entry brings its finding back, a fixed one is reported, and only `cpm baseline` makes the file grow."""
import json
import os
import sys
import tempfile

from harness import check, cpm, expect, finish, read, write

STEP = "  - id: {id}\n    action: Do it.\n    status: {status}\n    responsible: {{role: Lead}}\n"
HEAD = "format: cpm/plan/1\ncounty: example\nhorizon: {start: 2026-01-01, end: 2027-03-31}\nsteps:\n"


def plan(*steps):
    return HEAD + "".join(STEP.format(id=name, status=status) for name, status in steps)


class County:
    """A folder with a plan and, later, a baseline."""

    def __init__(self, folder):
        self.folder = folder
        self.write("cpm.yaml", "format: cpm/repository/1\ncounty: example\nacademy: ncta\n")

    def write(self, name, text):
        write(os.path.join(self.folder, name), text)

    def read(self, name):
        return read(os.path.join(self.folder, name))

    def cpm(self, *words, day="2026-03-31"):
        return cpm(*words, "--as-of", day, folder=self.folder)

    def check(self, *words, day="2026-03-31"):
        status, out, err = self.cpm("check", "--baseline", "baseline.yaml", "--format", "json", *words, day=day)
        answer = json.loads(out or "null") or sys.exit(f"no answer: {err}")
        return status, sorted(finding["code"] for finding in answer["findings"]), answer["result"]["known"]


def errors(codes):
    return [code for code in codes if code == "CPM215"]


def main():
    with tempfile.TemporaryDirectory() as folder:
        county = County(folder)
        county.write("plan.yaml", plan(("s1", "finished"), ("s2", "open")))
        status, _, err = county.cpm("check", "--baseline", "baseline.yaml")
        check("no baseline yet", status == 2 and "cpm baseline --baseline baseline.yaml" in err, status, err)
        status, out, _ = county.cpm("baseline", "--format", "json")
        added = json.loads(out)["result"]["added"]
        check("the first baseline", status == 0 and len(errors([entry["code"] for entry in added])) == 2, out)
        known = len(added)
        expect("everything is known", county.check(), (0, [], known))
        first = county.read("baseline.yaml")

        county.write("plan.yaml", "# A remark.\n\n" + plan(("s0", "done"), ("s1", "finished"), ("s2", "open")))
        _, codes, count = county.check()
        check("lines have moved", not errors(codes) and count >= known - 1, codes, count)

        county.write("plan.yaml", plan(("s1", "finished"), ("s2", "open"), ("s3", "open")))
        status, codes, _ = county.check()
        expect("one more of the same kind is new", (status, errors(codes)), (1, ["CPM215"]))
        expect("a check never changes the baseline", county.read("baseline.yaml"), first)

        county.write("plan.yaml", plan(("s1", "finished"), ("s2", "finished")))
        status, codes, _ = county.check()
        check("the same number, another finding", status == 1 and errors(codes) == ["CPM215"] and "CPM681" in codes,
              status, codes)

        county.write("plan.yaml", plan(("s1", "finished"), ("s2", "done")))
        status, codes, _ = county.check()
        check("a fixed one is reported, as advice", status == 0 and "CPM681" in codes, status, codes)
        status, codes, _ = county.check("cpm.yaml")
        check("what was not looked at is not stale", "CPM681" not in codes, codes)

        marked = first.replace("  - fingerprint", "  # Looked at in March.\n  - fingerprint", 1)
        county.write("baseline.yaml", marked + "# The end.\n")
        status, out, _ = county.cpm("baseline", "--prune", "--format", "json")
        taken = json.loads(out)["result"]
        text = county.read("baseline.yaml")
        check("prune", status == 0 and taken["taken_out"] and not taken["added"], out)
        check("remarks of people stay", "# Looked at in March." in text and text.endswith("# The end.\n"), text)
        gone = {entry["fingerprint"] for entry in taken["taken_out"]}
        check("fixed entries are gone", gone and not any(name in text for name in gone), text)
        _, codes, _ = county.check()
        check("nothing is stale after --prune", "CPM681" not in codes, codes)

        county.write("plan.yaml", plan(("s1", "finished"), ("s4", "open")))
        status, out, _ = county.cpm("baseline", "--until", "2026-06-30", "--reason", "next plan: #1", "--format", "json")
        added = json.loads(out)["result"]["added"]
        expect("only what is new is added", errors([entry["code"] for entry in added]), ["CPM215"])
        expect("the last day", county.check(day="2026-06-30")[0], 0)
        status, codes, _ = county.check(day="2026-07-01")
        check("the day after", status == 1 and errors(codes) == ["CPM215"] and "CPM680" in codes, status, codes)
        sarif = json.loads(county.cpm("check", "--baseline", "baseline.yaml", "--format", "sarif")[1])
        reasons = [entry["suppressions"][0].get("justification") for entry in sarif["runs"][0]["results"]
                   if "suppressions" in entry]
        check("the reason is in SARIF", "next plan: #1" in reasons, reasons)

        status, _, err = county.cpm("check", "--baseline", "plan.yaml")
        check("another kind of file", status == 2 and "no baseline" in err, status, err)
        county.write("baseline.yaml", "format: cpm/baseline/1\nentries:\n  - code: CPM215\n")
        status, codes, _ = county.check()
        check("a broken baseline hides nothing", status == 1 and "CPM210" in codes and errors(codes), codes)
        status, _, err = county.cpm("baseline")
        check("a broken baseline is not written over", status == 1 and "nothing was changed" in err, status, err)
        os.makedirs(os.path.join(folder, "sub"))
        county.write("baseline.yaml", first)
        county.write("plan.yaml", plan(("s1", "finished"), ("s2", "open")))
        done = cpm("check", "--as-of", "2026-03-31", "--baseline", "../baseline.yaml", "..", folder=f"{folder}/sub")
        check("from another folder", done.status == 0 and f"{known} known problems" in done.out, done)
    return finish()


if __name__ == "__main__":
    sys.exit(main())
