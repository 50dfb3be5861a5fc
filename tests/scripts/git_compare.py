#!/usr/bin/env python3
"""FILE@REV: versions that git keeps, in a temporary repository with fixed dates, read by the real program."""
import json
import os
import shutil
import sys
import tempfile

import harness
from harness import ROOT, check, expect, expect_run, finish, read, run, skip_without, write

ALDER = os.path.join(ROOT, "examples/alder")
OLD, NEW = "snapshots/2025-03-13.yaml", "snapshots/2026-03-12.yaml"
AS_OF = ["--as-of", "2026-03-31"]
VARIABLES = {"GIT_CEILING_DIRECTORIES": os.path.realpath(tempfile.gettempdir()),
             "GIT_AUTHOR_DATE": "2026-03-01T12:00:00Z", "GIT_COMMITTER_DATE": "2026-03-01T12:00:00Z"}


def git(folder, *words):
    run(["git", *words], folder, variables=VARIABLES, wanted=[0])


def cpm(folder, *words, **variables):
    return harness.cpm(*words, folder=folder, variables={**VARIABLES, **variables})


def replace(folder, path, old, new):
    text = read(os.path.join(folder, path))
    assert old in text, f"{path} has no {old}"
    write(os.path.join(folder, path), text.replace(old, new, 1))


def county(folder):
    """Two commits: the example county, then one score higher in the newer Snapshot and a file that is gone."""
    shutil.copytree(ALDER, folder, dirs_exist_ok=True)
    os.makedirs(os.path.join(folder, "old"))
    shutil.copy(os.path.join(folder, OLD), os.path.join(folder, "old/first.yaml"))
    replace(folder, "old/first.yaml", "date: 2025-03-13", "date: 2024-03-14")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "first")
    git(folder, "tag", "meeting/march")
    shutil.rmtree(os.path.join(folder, "old"))
    replace(folder, NEW, "score: 1", "score: 2")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", "second")


def happy(folder):
    got = cpm(folder, "compare", *AS_OF, f"{NEW}@HEAD~1", f"{NEW}@HEAD")
    expect_run("both sides from git", got, 0, "1 item went up, 0 went down")
    expect("the same twice", cpm(folder, "compare", *AS_OF, f"{NEW}@HEAD~1", f"{NEW}@HEAD"), got)
    expect_run("one side from git", cpm(folder, "compare", *AS_OF, f"{NEW}@HEAD~1", NEW), 0, "1 item went up",
               "git revision HEAD~1", without=["CPM315"])
    expect_run("the report", cpm(folder, "report", "comparison", *AS_OF, f"{NEW}@meeting/march", NEW), 0, "1 item went up")
    expect_run("a tag with a slash", cpm(folder, "score", *AS_OF, f"{OLD}@meeting/march"), 0, "38.2%")
    expect_run("a revision with `@` itself", cpm(folder, "score", *AS_OF, f"{OLD}@main@{{0}}"), 0, "38.2%",
               "git revision main@{0}")
    expect_run("a file that is gone", cpm(folder, "score", *AS_OF, "old/first.yaml@HEAD~1"), 0, "March 14, 2024")
    expect_run("from a folder below", cpm(os.path.join(folder, "snapshots"), "score", *AS_OF, "2025-03-13.yaml@HEAD~1"), 0,
               "38.2%")
    expect_run("from a folder beside", cpm(os.path.join(folder, "plans"), "score", *AS_OF, f"../{OLD}@HEAD~1"), 0, "38.2%")
    expect_run("with a whole path", cpm("/", "score", *AS_OF, f"{folder}/{OLD}@HEAD~1"), 0, "38.2%")
    expect_run("an instrument of the repository",
               cpm(folder, "score", *AS_OF, "snapshots/2026-02-09-coaching.yaml@HEAD~1"), 0, "February 9, 2026")
    expect_run("a trend", cpm(folder, "compare", *AS_OF, NEW, OLD, "old/first.yaml@HEAD~1"), 0,
               "March 14, 2024 to March 12, 2026, 3 Snapshots",
               f"compared in the order of their dates: `old/first.yaml@HEAD~1`, `{OLD}` and `{NEW}`")
    result = json.loads(cpm(folder, "compare", *AS_OF, "--format", "json", f"{NEW}@HEAD~1", NEW).out)["result"]
    expect("which side is which in JSON", [result[side]["revision"] for side in ("then", "now")], ["HEAD~1", None])
    check("as JSON", len(result["up"]) == 1, result["up"])


def bad_versions(folder):
    expect_run("an unknown revision", cpm(folder, "compare", f"{OLD}@nowhere", NEW), 2, "git knows no revision `nowhere`")
    expect_run("two revisions", cpm(folder, "compare", f"{OLD}@HEAD~1..HEAD", NEW), 2, "git knows no revision")
    expect_run("a revision left out", cpm(folder, "compare", f"{OLD}@^HEAD", NEW), 2, "git knows no revision `^HEAD`")
    expect_run("a revision too far back", cpm(folder, "compare", f"{OLD}@HEAD~9", NEW), 2, "git knows no revision")
    expect_run("a tree is no revision", cpm(folder, "compare", f"{OLD}@HEAD:", NEW), 2, "git knows no revision")
    expect_run("no revision", cpm(folder, "compare", f"{OLD}@", NEW), 2, "names no revision")
    expect_run("an unknown file", cpm(folder, "compare", "snapshots/2020.yaml@HEAD", NEW), 2,
               "error[CPM902]: there is no file `snapshots/2020.yaml` at revision `HEAD`", "git log")
    expect_run("not yet at that revision", cpm(folder, "score", "old/first.yaml@HEAD"), 2, "there is no file `old/first.yaml`")
    expect_run("a folder", cpm(folder, "score", "snapshots@HEAD"), 2, "there is no file `snapshots` at revision")
    expect_run("another kind", cpm(folder, "score", "plans/2025-07.yaml@HEAD"), 2, "`plans/2025-07.yaml@HEAD` is a ")
    expect_run("a command without versions", cpm(folder, "check", f"{OLD}@HEAD"), 2, "only `cpm diff` and the commands for Snapshots")
    expect_run("too large", cpm(folder, "score", "--max-file-size", "100", f"{OLD}@HEAD"), 1, "CPM105", f"{OLD}@HEAD:")
    expect_run("not a repository",
               cpm(folder, "compare", f"{OLD}@HEAD", NEW, GIT_DIR=os.path.join(folder, "reports")), 2,
               "is not in the working folder of a git repository")
    expect_run("git is not installed", cpm(folder, "compare", f"{OLD}@HEAD", NEW, PATH="/nonexistent"), 2,
               "git is not installed")


def broken_version(folder):
    replace(folder, NEW, "score: 2", "score: 9")
    git(folder, "commit", "--quiet", "--all", "-m", "a slip")
    expect_run("a mistake in a version", cpm(folder, "score", *AS_OF, f"{NEW}@HEAD"), 1, f"{NEW}@HEAD:", "error[CPM310]")
    git(folder, "checkout", "--quiet", "HEAD~1", "--", NEW)


def hostile(folder):
    """Nothing in the path is an option or a command, and nothing is written."""
    before = sorted(os.listdir(folder))
    expect_run("an option as revision", cpm(folder, "compare", f"{OLD}@--output=stolen", NEW), 2, "begins with `-`")
    expect_run("a short option", cpm(folder, "compare", f"{OLD}@-h", NEW), 2, "begins with `-`")
    for revision in ["$(touch stolen)", "`touch stolen`", ";touch stolen", "HEAD;touch stolen", "HEAD\ntouch stolen"]:
        expect_run(f"the revision {revision!r}", cpm(folder, "compare", f"{OLD}@{revision}", NEW), 2, "git knows no revision")
    expect_run("a file name like an option", cpm(folder, "compare", "./--help.yaml@HEAD", NEW), 2, "there is no file")
    expect_run("a file name like a command", cpm(folder, "compare", "$(touch stolen).yaml@HEAD", NEW), 2, "there is no file")
    expect("nothing was written", sorted(os.listdir(folder)), before)
    hook = os.path.join(folder, "run.sh")
    write(hook, "#!/bin/sh\ntouch stolen\ncat\n")
    os.chmod(hook, 0o755)
    for key in ["diff.external", "core.pager", "core.fsmonitor", "diff.x.textconv", "filter.x.smudge"]:
        git(folder, "config", key, "./run.sh")
    write(os.path.join(folder, ".git/info/attributes"), "*.yaml diff=x filter=x\n")
    expect_run("settings that name programs", cpm(folder, "score", *AS_OF, f"{OLD}@HEAD"), 0, "38.2%")
    check("settings of a repository run nothing", not os.path.exists(os.path.join(folder, "stolen")))


def names_with_at(folder):
    shutil.copy(os.path.join(folder, OLD), os.path.join(folder, "snapshots/old@HEAD"))
    expect_run("a real file wins", cpm(folder, "score", *AS_OF, "snapshots/old@HEAD"), 0, "38.2%")
    shutil.copy(os.path.join(folder, OLD), os.path.join(folder, "snapshots/a@b.yaml"))
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "names with @")
    expect_run("a file with `@` at a revision", cpm(folder, "score", *AS_OF, "snapshots/a@b.yaml@HEAD"), 0, "38.2%")
    os.remove(os.path.join(folder, "snapshots/a@b.yaml"))
    expect_run("and when it is gone", cpm(folder, "score", *AS_OF, "snapshots/a@b.yaml@HEAD"), 0, "38.2%")


def outside(folder):
    shutil.copy(os.path.join(ALDER, OLD), os.path.join(folder, "plain.yaml"))
    expect_run("no repository", cpm(folder, "score", "plain.yaml@HEAD"), 2,
               "`plain.yaml@HEAD` cannot be read: `plain.yaml` is not in the working folder of a git repository")
    bare = os.path.join(folder, "bare.git")
    os.makedirs(bare)
    git(bare, "init", "--quiet", "--bare")
    expect_run("a repository without files", cpm(bare, "score", "plain.yaml@HEAD"), 2, "is not in the working folder")
    empty = os.path.join(folder, "empty")
    os.makedirs(empty)
    git(empty, "init", "--quiet")
    expect_run("a repository without commits", cpm(empty, "score", "plain.yaml@HEAD"), 2, "git knows no revision `HEAD`")


def main():
    skip_without("git")
    with tempfile.TemporaryDirectory() as folder:
        folder = os.path.realpath(folder)
        county(folder)
        for part in [happy, bad_versions, broken_version, names_with_at, hostile]:
            part(folder)
    with tempfile.TemporaryDirectory() as folder:
        outside(os.path.realpath(folder))
    return finish()


if __name__ == "__main__":
    sys.exit(main())
