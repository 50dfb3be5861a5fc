#!/usr/bin/env python3
"""`--history`: first due dates from the versions of plans that git keeps, in temporary repositories, read by the real program."""
import json
import os
import shutil
import sys
import tempfile

import harness
from harness import ROOT, check, expect, expect_run, finish, read, run, skip_without, write

COUNTY = os.path.join(ROOT, "tests/cli/plan-status/outlook/in")
PLAN = "plans/2025.yaml"
AS_OF = ["--as-of", "2026-03-31"]
VARIABLES = {"GIT_CEILING_DIRECTORIES": os.path.realpath(tempfile.gettempdir()),
             "GIT_AUTHOR_DATE": "2026-03-01T12:00:00Z", "GIT_COMMITTER_DATE": "2026-03-01T12:00:00Z"}


def git(folder, *words):
    run(["git", *words], folder, variables=VARIABLES, wanted=[0])


def cpm(folder, *words, **variables):
    return harness.cpm(*words, folder=folder, variables={**VARIABLES, **variables})


def commit(folder, old, new):
    """One text of the newer plan replaced, and committed."""
    text = read(os.path.join(folder, PLAN))
    assert old in text, f"{PLAN} has no {old}"
    write(os.path.join(folder, PLAN), text.replace(old, new, 1))
    git(folder, "commit", "--quiet", "--all", "-m", "a change")


def county(folder):
    """Four versions of the newer plan: a due date is moved twice, then a comment is added, which says nothing."""
    shutil.copytree(COUNTY, folder, dirs_exist_ok=True)
    write(os.path.join(folder, "cpm.yaml"), "format: cpm/repository/1\ncounty: example\n")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    write(os.path.join(folder, PLAN), read(os.path.join(folder, PLAN)).replace("due: 2025-10-31", "due: 2025-08-15"))
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "first")
    commit(folder, "due: 2025-08-15", "due: 2025-09-30")
    commit(folder, "due: 2025-09-30\n    status: delayed", "due: 2025-10-31\n    status: delayed")
    commit(folder, "steps:\n", "# The steps\nsteps:\n")


def outlook(done):
    return json.loads(done.out)["result"]["outlook"]


def happy(folder):
    plain = cpm(folder, "plan", "status", *AS_OF, "--format", "json", "--quiet")
    got = cpm(folder, "plan", "status", *AS_OF, "--history", "--format", "json", "--quiet")
    expect("the history", outlook(got)["history"], {"versions": 2, "plans": 1, "unread": 0, "more": False, "shallow": False})
    check("without --history there is none", "history" not in outlook(plain), plain.out)
    expect("a step that was moved", outlook(got)["lateness"][-1]["moved"] - outlook(plain)["lateness"][-1]["moved"], 1)
    expect_run("the page", cpm(folder, "plan", "status", *AS_OF, "--history"), 0, "2 earlier versions of 1 plan were read")
    expect_run("from a folder below", cpm(os.path.join(folder, "plans"), "plan", "status", *AS_OF, "--history", "2025.yaml"), 0,
               "2 earlier versions of 1 plan were read")


def verified(folder):
    report = ["report", "status", *AS_OF, "--history", "-o", "reports/status.md", "--no-pictures"]
    write(os.path.join(folder, PLAN), read(os.path.join(folder, PLAN)).replace("due: 2026-06\n", "due: 2026-07\n"))
    os.makedirs(os.path.join(folder, "reports"))
    expect_run("a report of what is not committed yet", cpm(folder, *report), 0, "newest of 2 plans")
    text = read(os.path.join(folder, "reports/status.md"))
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", "the report with its plan")
    expect_run("it can be made again", cpm(folder, "verify", "reports/status.md"), 0, "It is what cpm makes of its files.")
    expect_run("and is up to date", cpm(folder, *report, "--check"), 0, "up to date")
    check("it says how many versions", "3 earlier versions of 1 plan were read" in text, text)


def shallow(folder, clone):
    git(folder, "clone", "--quiet", "--depth", "1", "file://" + folder, clone)
    expect_run("a shallow clone", cpm(clone, "plan", "status", *AS_OF, "--history"), 0, "0 earlier versions of 0 plans were read",
               "is shallow")
    expect_run("a report from a whole one", cpm(clone, "verify", "reports/status.md"), 1,
               "It was made with `--history`")
    expect_run("without --history nothing is said of it", cpm(clone, "plan", "status", *AS_OF), 0, "May be reached",
               without=["shallow"])


def troubles(folder):
    shutil.copytree(COUNTY, folder, dirs_exist_ok=True)
    expect_run("no repository", cpm(folder, "plan", "status", *AS_OF, "--history"), 2,
               "is not in the working folder of a git repository")
    expect_run("no git", cpm(folder, "plan", "status", *AS_OF, "--history", PATH="/nonexistent"), 2, "git is not installed")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    expect_run("nothing committed", cpm(folder, "plan", "status", *AS_OF, "--history"), 0,
               "0 earlier versions of 0 plans were read")
    os.rename(os.path.join(folder, PLAN), os.path.join(folder, "plans/[2025]*.yaml"))
    shutil.copy(os.path.join(folder, "plans/2024.yaml"), os.path.join(folder, "plans/5.yaml"))
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "first")
    os.remove(os.path.join(folder, "plans/5.yaml"))
    expect_run("a name with signs of patterns", cpm(folder, "plan", "status", *AS_OF, "--history"), 0,
               "0 earlier versions of 0 plans were read")


def renamed(folder):
    county(folder)
    git(folder, "mv", PLAN, "plans/2025-01.yaml")
    git(folder, "commit", "--quiet", "-m", "another name")
    got = cpm(folder, "plan", "status", *AS_OF, "--history", "--format", "json", "--quiet")
    expect("versions under an earlier name", outlook(got)["history"],
           {"versions": 2, "plans": 1, "unread": 0, "more": False, "shallow": False})
    shutil.copy(os.path.join(folder, "plans/2025-01.yaml"), os.path.join(folder, "plans/2026.yaml"))
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", "a plan that begins as a copy")
    got = cpm(folder, "plan", "status", *AS_OF, "--history", "plans/2026.yaml", "--format", "json", "--quiet")
    expect("the past of the file that was copied is not its own", (outlook(got)["history"]["versions"], outlook(got)["history"]["plans"]), (2, 1))


def bounded(folder):
    for number in range(201):
        write(os.path.join(folder, PLAN), read(os.path.join(COUNTY, PLAN)).replace("Program manager", f"Manager {number}"))
        git(folder, "commit", "--quiet", "--all", "-m", "a change")
    expect_run("many versions", cpm(folder, "plan", "status", *AS_OF, "--history"), 0,
               "199 earlier versions of 1 plan were read", "Of a plan with more than 200 versions, only the newest count")


def main():
    skip_without("git")
    with tempfile.TemporaryDirectory() as base:
        base = os.path.realpath(base)
        folder = os.path.join(base, "county")
        county(folder)
        happy(folder)
        verified(folder)
        shallow(folder, os.path.join(base, "clone"))
        renamed(os.path.join(base, "renamed"))
        troubles(os.path.join(base, "troubles"))
        bounded(folder)
    return finish()


if __name__ == "__main__":
    sys.exit(main())
