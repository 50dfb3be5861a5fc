#!/usr/bin/env python3
"""FILE@REV: versions that git keeps, in a temporary repository with fixed dates, read by the real program."""
import json
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.environ["CPM_ROOT"]
CPM = os.path.abspath(os.environ["CPM"])
ALDER = os.path.join(ROOT, "examples/alder")
OLD, NEW = "snapshots/2025-03-13.yaml", "snapshots/2026-03-12.yaml"
AS_OF = ["--as-of", "2026-03-31"]
SKIPPED = 77
results = []


def surroundings(folder):
    """Nobody's settings of git reach the test; PATH holds git and a shell."""
    return {"PATH": "/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8", "TZ": "UTC", "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CEILING_DIRECTORIES": os.path.realpath(tempfile.gettempdir()),
            "GIT_AUTHOR_NAME": "Alder", "GIT_AUTHOR_EMAIL": "alder@example.org",
            "GIT_COMMITTER_NAME": "Alder", "GIT_COMMITTER_EMAIL": "alder@example.org",
            "GIT_AUTHOR_DATE": "2026-03-01T12:00:00Z", "GIT_COMMITTER_DATE": "2026-03-01T12:00:00Z",
            **{name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}}


def git(folder, *words):
    subprocess.run(["git", *words], cwd=folder, env=surroundings(folder), check=True, capture_output=True)


def cpm(folder, *words, **variables):
    done = subprocess.run([CPM, *words], cwd=folder, env={**surroundings(folder), **variables},
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def judge(name, problems, text=""):
    results.append((name, [problem for problem in problems if problem], text))


def expect(name, got, status, *words, without=()):
    code, out, err = got
    text = out + err
    judge(name, [f"exit status {code}, wanted {status}" if code != status else ""]
          + [f"no word of `{word}`" for word in words if word not in text]
          + [f"says `{word}`" for word in without if word in text]
          + ["crashed" if "Sanitizer" in text or "internal error" in text else ""], text)


def replace(folder, path, old, new):
    with open(os.path.join(folder, path), encoding="utf-8") as file:
        text = file.read()
    assert old in text, f"{path} has no {old}"
    with open(os.path.join(folder, path), "w", encoding="utf-8") as file:
        file.write(text.replace(old, new, 1))


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
    expect("both sides from git", got, 0, "1 item went up, 0 went down")
    judge("the same twice", ["differs"] if cpm(folder, "compare", *AS_OF, f"{NEW}@HEAD~1", f"{NEW}@HEAD") != got else [])
    expect("one side from git", cpm(folder, "compare", *AS_OF, f"{NEW}@HEAD~1", NEW), 0, "1 item went up",
           "as kept by git at HEAD~1", without=["CPM315"])
    expect("the report", cpm(folder, "report", "comparison", *AS_OF, f"{NEW}@meeting/march", NEW), 0, "1 item went up")
    expect("a tag with a slash", cpm(folder, "score", *AS_OF, f"{OLD}@meeting/march"), 0, "38.2 %")
    expect("a revision with `@` itself", cpm(folder, "score", *AS_OF, f"{OLD}@main@{{0}}"), 0, "38.2 %",
           "as kept by git at main@{0}")
    expect("a file that is gone", cpm(folder, "score", *AS_OF, "old/first.yaml@HEAD~1"), 0, "March 14, 2024")
    expect("from a folder below", cpm(os.path.join(folder, "snapshots"), "score", *AS_OF, "2025-03-13.yaml@HEAD~1"), 0,
           "38.2 %")
    expect("from a folder beside", cpm(os.path.join(folder, "plans"), "score", *AS_OF, f"../{OLD}@HEAD~1"), 0, "38.2 %")
    expect("with a whole path", cpm("/", "score", *AS_OF, f"{folder}/{OLD}@HEAD~1"), 0, "38.2 %")
    expect("an instrument of the repository",
           cpm(folder, "score", *AS_OF, "snapshots/2026-02-09-coaching.yaml@HEAD~1"), 0, "February 9, 2026")
    expect("a trend", cpm(folder, "compare", *AS_OF, NEW, OLD, "old/first.yaml@HEAD~1"), 0,
           "March 14, 2024 to March 12, 2026, 3 Snapshots",
           f"compared in the order of their dates: `old/first.yaml@HEAD~1`, `{OLD}` and `{NEW}`")
    code, out, _ = cpm(folder, "compare", *AS_OF, "--format", "json", f"{NEW}@HEAD~1", NEW)
    sides = {side: json.loads(out)["result"][side]["revision"] for side in ("then", "now")} if code == 0 else {}
    judge("which side is which in JSON", [] if sides == {"then": "HEAD~1", "now": None} else [f"says {sides}"])
    judge("as JSON", [f"exit status {code}"] if code else [f"{len(json.loads(out)['result']['up'])} items up"]
          if len(json.loads(out)["result"]["up"]) != 1 else [])


def bad_versions(folder):
    expect("an unknown revision", cpm(folder, "compare", f"{OLD}@nowhere", NEW), 2, "git knows no revision `nowhere`")
    expect("two revisions", cpm(folder, "compare", f"{OLD}@HEAD~1..HEAD", NEW), 2, "git knows no revision")
    expect("a revision left out", cpm(folder, "compare", f"{OLD}@^HEAD", NEW), 2, "git knows no revision `^HEAD`")
    expect("a revision too far back", cpm(folder, "compare", f"{OLD}@HEAD~9", NEW), 2, "git knows no revision")
    expect("a tree is no revision", cpm(folder, "compare", f"{OLD}@HEAD:", NEW), 2, "git knows no revision")
    expect("no revision", cpm(folder, "compare", f"{OLD}@", NEW), 2, "names no revision")
    expect("an unknown file", cpm(folder, "compare", "snapshots/2020.yaml@HEAD", NEW), 2,
           "error[CPM902]: there is no file `snapshots/2020.yaml` at revision `HEAD`", "git log")
    expect("not yet at that revision", cpm(folder, "score", "old/first.yaml@HEAD"), 2, "there is no file `old/first.yaml`")
    expect("a folder", cpm(folder, "score", "snapshots@HEAD"), 2, "there is no file `snapshots` at revision")
    expect("another kind", cpm(folder, "score", "plans/2025-07.yaml@HEAD"), 2, "`plans/2025-07.yaml@HEAD` is a ")
    expect("a command without versions", cpm(folder, "check", f"{OLD}@HEAD"), 2, "only the commands for Snapshots")
    expect("too large", cpm(folder, "score", "--max-file-size", "100", f"{OLD}@HEAD"), 1, "CPM105", f"{OLD}@HEAD:")
    expect("not a repository",
           cpm(folder, "compare", f"{OLD}@HEAD", NEW, GIT_DIR=os.path.join(folder, "reports")), 2,
           "is not in the working folder of a git repository")
    expect("git is not installed", cpm(folder, "compare", f"{OLD}@HEAD", NEW, PATH="/nonexistent"), 2,
           "git is not installed")


def broken_version(folder):
    replace(folder, NEW, "score: 2", "score: 9")
    git(folder, "commit", "--quiet", "--all", "-m", "a slip")
    expect("a mistake in a version", cpm(folder, "score", *AS_OF, f"{NEW}@HEAD"), 1, f"{NEW}@HEAD:", "error[CPM310]")
    git(folder, "checkout", "--quiet", "HEAD~1", "--", NEW)


def hostile(folder):
    """Nothing in the path is an option or a command, and nothing is written."""
    before = sorted(os.listdir(folder))
    expect("an option as revision", cpm(folder, "compare", f"{OLD}@--output=stolen", NEW), 2, "begins with `-`")
    expect("a short option", cpm(folder, "compare", f"{OLD}@-h", NEW), 2, "begins with `-`")
    for revision in ["$(touch stolen)", "`touch stolen`", ";touch stolen", "HEAD;touch stolen", "HEAD\ntouch stolen"]:
        expect(f"the revision {revision!r}", cpm(folder, "compare", f"{OLD}@{revision}", NEW), 2, "git knows no revision")
    expect("a file name like an option", cpm(folder, "compare", "./--help.yaml@HEAD", NEW), 2, "there is no file")
    expect("a file name like a command", cpm(folder, "compare", "$(touch stolen).yaml@HEAD", NEW), 2, "there is no file")
    judge("nothing was written", [] if sorted(os.listdir(folder)) == before else ["there is a new file"])
    hook = os.path.join(folder, "run.sh")
    with open(hook, "w", encoding="utf-8") as file:
        file.write("#!/bin/sh\ntouch stolen\ncat\n")
    os.chmod(hook, 0o755)
    for key in ["diff.external", "core.pager", "core.fsmonitor", "diff.x.textconv", "filter.x.smudge"]:
        git(folder, "config", key, "./run.sh")
    with open(os.path.join(folder, ".git/info/attributes"), "w", encoding="utf-8") as file:
        file.write("*.yaml diff=x filter=x\n")
    expect("settings that name programs", cpm(folder, "score", *AS_OF, f"{OLD}@HEAD"), 0, "38.2 %")
    judge("settings of a repository run nothing", ["ran a program"] if os.path.exists(os.path.join(folder, "stolen")) else [])


def names_with_at(folder):
    shutil.copy(os.path.join(folder, OLD), os.path.join(folder, "snapshots/old@HEAD"))
    expect("a real file wins", cpm(folder, "score", *AS_OF, "snapshots/old@HEAD"), 0, "38.2 %")
    shutil.copy(os.path.join(folder, OLD), os.path.join(folder, "snapshots/a@b.yaml"))
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "names with @")
    expect("a file with `@` at a revision", cpm(folder, "score", *AS_OF, "snapshots/a@b.yaml@HEAD"), 0, "38.2 %")
    os.remove(os.path.join(folder, "snapshots/a@b.yaml"))
    expect("and when it is gone", cpm(folder, "score", *AS_OF, "snapshots/a@b.yaml@HEAD"), 0, "38.2 %")


def outside(folder):
    shutil.copy(os.path.join(ALDER, OLD), os.path.join(folder, "plain.yaml"))
    expect("no repository", cpm(folder, "score", "plain.yaml@HEAD"), 2,
           "`plain.yaml@HEAD` cannot be read: `plain.yaml` is not in the working folder of a git repository")
    bare = os.path.join(folder, "bare.git")
    os.makedirs(bare)
    git(bare, "init", "--quiet", "--bare")
    expect("a repository without files", cpm(bare, "score", "plain.yaml@HEAD"), 2, "is not in the working folder")
    empty = os.path.join(folder, "empty")
    os.makedirs(empty)
    git(empty, "init", "--quiet")
    expect("a repository without commits", cpm(empty, "score", "plain.yaml@HEAD"), 2, "git knows no revision `HEAD`")


def main():
    if shutil.which("git", path="/usr/bin:/bin") is None:
        print("git is not installed")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        folder = os.path.realpath(folder)
        county(folder)
        for part in [happy, bad_versions, broken_version, names_with_at, hostile]:
            part(folder)
    with tempfile.TemporaryDirectory() as folder:
        outside(os.path.realpath(folder))
    failed = [row for row in results if row[1]]
    for name, problems, text in failed:
        print(f"{name}: {'; '.join(problems)}\n{text[:1200]}")
    print(f"{len(results) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


sys.exit(main())
