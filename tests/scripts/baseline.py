#!/usr/bin/python3
"""A baseline keeps known findings out of a check and nothing else: moved lines stay known, one more of the same kind is new,
an ended entry brings its finding back, a mended one is reported, and only `cpm baseline` makes the file grow.
The last line is `N passed, N failed`."""
import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import hostile_formats as hostile  # noqa: E402

CPM = os.path.abspath(os.environ["CPM"])
tally = hostile.Tally()

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
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            file.write(text)

    def read(self, name):
        with open(os.path.join(self.folder, name), encoding="utf-8") as file:
            return file.read()

    def cpm(self, *words, day="2026-03-31"):
        done = subprocess.run([CPM, *words, "--as-of", day], cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, check=False)
        return done.returncode, done.stdout, done.stderr

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
        tally.expect(status == 2 and "cpm baseline --baseline baseline.yaml" in err, f"no baseline yet: {status} {err}")
        status, out, _ = county.cpm("baseline", "--format", "json")
        added = json.loads(out)["result"]["added"]
        tally.expect(status == 0 and len(errors([entry["code"] for entry in added])) == 2, f"the first baseline: {out}")
        known = len(added)
        tally.equal(county.check(), (0, [], known), "everything is known")
        first = county.read("baseline.yaml")

        county.write("plan.yaml", "# A remark.\n\n" + plan(("s0", "done"), ("s1", "finished"), ("s2", "open")))
        _, codes, count = county.check()
        tally.expect(not errors(codes) and count >= known - 1, f"lines have moved: {codes} {count}")

        county.write("plan.yaml", plan(("s1", "finished"), ("s2", "open"), ("s3", "open")))
        status, codes, _ = county.check()
        tally.equal((status, errors(codes)), (1, ["CPM215"]), "one more of the same kind is new")
        tally.equal(county.read("baseline.yaml"), first, "a check never changes the baseline")

        county.write("plan.yaml", plan(("s1", "finished"), ("s2", "finished")))
        status, codes, _ = county.check()
        tally.expect(status == 1 and errors(codes) == ["CPM215"] and "CPM681" in codes,
                     f"the same number, another finding: {status} {codes}")

        county.write("plan.yaml", plan(("s1", "finished"), ("s2", "done")))
        status, codes, _ = county.check()
        tally.expect(status == 0 and "CPM681" in codes, f"a mended one is reported, as advice: {status} {codes}")
        status, codes, _ = county.check("cpm.yaml")
        tally.expect("CPM681" not in codes, f"what was not looked at is not stale: {codes}")

        marked = first.replace("  - fingerprint", "  # Looked at in March.\n  - fingerprint", 1)
        county.write("baseline.yaml", marked + "# The end.\n")
        status, out, _ = county.cpm("baseline", "--prune", "--format", "json")
        taken = json.loads(out)["result"]
        text = county.read("baseline.yaml")
        tally.expect(status == 0 and taken["taken_out"] and not taken["added"], f"prune: {out}")
        tally.expect("# Looked at in March." in text and text.endswith("# The end.\n"), f"remarks of people stay: {text}")
        gone = {entry["fingerprint"] for entry in taken["taken_out"]}
        tally.expect(gone and not any(name in text for name in gone), f"mended entries are gone: {text}")
        _, codes, _ = county.check()
        tally.expect("CPM681" not in codes, f"nothing is stale after --prune: {codes}")

        county.write("plan.yaml", plan(("s1", "finished"), ("s4", "open")))
        status, out, _ = county.cpm("baseline", "--until", "2026-06-30", "--reason", "next plan: #1", "--format", "json")
        tally.expect(errors([entry["code"] for entry in json.loads(out)["result"]["added"]]) == ["CPM215"],
                     f"only what is new is added: {out}")
        tally.equal(county.check(day="2026-06-30")[0], 0, "the last day")
        status, codes, _ = county.check(day="2026-07-01")
        tally.expect(status == 1 and errors(codes) == ["CPM215"] and "CPM680" in codes, f"the day after: {status} {codes}")
        sarif = json.loads(county.cpm("check", "--baseline", "baseline.yaml", "--format", "sarif")[1])
        reasons = [entry["suppressions"][0].get("justification") for entry in sarif["runs"][0]["results"]
                   if "suppressions" in entry]
        tally.expect("next plan: #1" in reasons, f"the reason is in SARIF: {reasons}")

        status, _, err = county.cpm("check", "--baseline", "plan.yaml")
        tally.expect(status == 2 and "no baseline" in err, f"another kind of file: {status} {err}")
        county.write("baseline.yaml", "format: cpm/baseline/1\nentries:\n  - code: CPM215\n")
        status, codes, _ = county.check()
        tally.expect(status == 1 and "CPM211" in codes and errors(codes), f"a broken baseline hides nothing: {codes}")
        status, _, err = county.cpm("baseline")
        tally.expect(status == 1 and "nothing was changed" in err, f"a broken baseline is not written over: {status} {err}")
        os.makedirs(os.path.join(folder, "sub"))
        county.write("baseline.yaml", first)
        county.write("plan.yaml", plan(("s1", "finished"), ("s2", "open")))
        done = subprocess.run([CPM, "check", "--as-of", "2026-03-31", "--baseline", "../baseline.yaml", ".."],
                              cwd=os.path.join(folder, "sub"), capture_output=True, text=True, check=False)
        tally.expect(done.returncode == 0 and f"{known} known problems" in done.stdout, f"from another folder: {done.stdout}")
    tally.finish()


main()
